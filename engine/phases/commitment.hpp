#pragma once

#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/phases/acceptance.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// What was agreed takes effect: moves, contracts, raises, and the quits of those who prefer no
/// job. A job in another country begins at once, with residence there.
///
/// Reads   contests, matching
/// Writes  researchers: employer, location, pay, talent_units, best_outside, since, gpu_grant;
///         firms: star_hires; flows: all but entries, exits and contacts
/// Draws   nothing
/// Keeps   one employer each; pay of those who stay does not fall
void commit(Market& market, Contests const& contests, Matching const& matching, Step const& step,
            MonthFlows& flows);

} // namespace talentsim
