#pragma once

#include <span>

namespace talentsim {

/// The median of several groups put together, from quantiles of each: between two quantiles people
/// are taken to be spread evenly, beyond the outermost there is nobody.
///
/// @param weights    people in each group; 0 leaves it out
/// @param quantiles  of each group at quantile_levels; shape [groups, levels], row by row; NaN in a
///                   group leaves it out
/// @return NaN if there is nobody
[[nodiscard]] double pooled_median(std::span<double const> weights,
                                   std::span<double const> quantiles);

} // namespace talentsim
