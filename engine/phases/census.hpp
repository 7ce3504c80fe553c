#pragma once

#include "engine/core/parallel.hpp"
#include "engine/model/census.hpp"
#include "engine/model/market.hpp"

namespace talentsim {

/// Count everyone anew, from the researchers' own columns.
///
/// Reads   researchers: location, employer, tier, pay, talent_units, log_talent
/// Writes  firms: the columns under "Counted at month end"
/// Draws   nothing
/// Keeps   every sum is exact, so that neither rows, threads nor order of visits show
[[nodiscard]] Census take_census(Market& market, Visit order);

} // namespace talentsim
