#pragma once

#include "engine/model/parameters.hpp"

namespace talentsim {

/// Productivity of the firm at quantile u of the distribution [-]:
///
///     low;   low + (high - low) u;   low (1 - u)^(-1/exponent)
///
/// @param u  in (0, 1)
[[nodiscard]] double productivity_at(ProductivityParameters const& productivity, double u) noexcept;

} // namespace talentsim
