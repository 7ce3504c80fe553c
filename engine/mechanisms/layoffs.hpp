#pragma once

#include <array>
#include <cstdint>

#include "engine/model/market.hpp"

namespace talentsim {

/// How many a firm with too large a staff lays off in a month, on average:
///
///     speed (staff - seats) if staff > (1 + margin) seats, else 0
///
/// Within the margin it waits for people to leave by themselves: where firing and hiring cost
/// something, doing nothing is best near the target (Bentolila & Bertola 1990, section 2).
///
/// @param staff   [persons], any scale
/// @param seats   wanted [persons], at the same scale
/// @param margin  [-]
/// @param speed   [1/month]
[[nodiscard]] double excess_layoffs(double staff, double seats, double margin,
                                    double speed) noexcept;

/// With which probability a member of staff is laid off, by tier, so that this many are on average:
/// ordinary staff (tier C) first, of the next tier only those who are left to find.
///
/// @param heads  to lay off [persons]; at most the staff are
[[nodiscard]] std::array<double, n_tiers>
layoff_probabilities(double heads, std::array<std::int64_t, n_tiers> const& staff) noexcept;

/// Share of seats cut for good after a further share of those left is cut.
///
///     1 - (1 - cut)(1 - share)
[[nodiscard]] double seats_cut_after(double cut, double share) noexcept;

} // namespace talentsim
