#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/census.hpp"
#include "engine/model/market.hpp"
#include "engine/model/standing.hpp"

namespace talentsim {

/// Everything that is counted of people.
struct Counts {
    Census census;
    FirmColumn<StaffCount> staff;
};

/// Count everyone anew, from the researchers' own columns.
///
/// Every sum is exact, so that neither rows, threads nor order of visits show.
[[nodiscard]] Counts count_everybody(Market const& market, Visit order);

/// What a firm has counted of its staff.
[[nodiscard]] StaffCount staff_count(FirmTable const& firms, FirmRow firm);

/// Count everyone anew and let every firm know.
///
/// Reads   researchers: location, employer, tier, pay, talent_units, log_talent
/// Writes  firms: the columns under "Counted at month end"
/// Draws   nothing
[[nodiscard]] Census take_census(Market& market, Visit order);

/// Keep the counts along with the changes of the month, most people having not changed.
///
/// Reads   changes
/// Writes  census; firms: the columns under "Counted at month end"
/// Draws   nothing
/// Keeps   the counts are those of take_census
void update_census(Market& market, Census& census, std::vector<StandingChange> const& changes);

} // namespace talentsim
