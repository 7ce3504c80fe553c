#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/core/units.hpp"
#include "engine/model/market.hpp"

namespace talentsim {

/// Mean relative deprivation of the employed by country and tier, tiers S to C within; NaN where
/// nobody was asked, 0 where there are no ties.
///
/// Everybody is asked once a year, by identity: a look at all ties of everyone would cost as much
/// as the month.
[[nodiscard]] std::vector<double> mean_deprivation(Market const& market, Month month, Visit order);

} // namespace talentsim
