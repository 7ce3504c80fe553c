#pragma once

#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// Those who worked with a person of tier S lose output when that person leaves the firm, for
/// another, into joblessness, or from the world of work.
///
/// Reads   flows.changes; firms: staff as counted at the month's end
/// Writes  firms: output_left_by_stars
/// Draws   nothing
/// Keeps   output_left_by_stars in [0, 1]; 1 where the mechanism is off
void lose_stars(Market& market, Parameters const& parameters, MonthFlows const& flows);

} // namespace talentsim
