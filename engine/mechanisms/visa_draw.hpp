#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace talentsim {

/// The key by which somebody stands in a draw without replacement: those with the largest keys are
/// drawn. With u uniform in (0, 1) the next one drawn is, each time, each of those left with a
/// probability in proportion to its weight. Who has twice the weight does not have twice the chance
/// where a good part of all is drawn.
///
/// @param u       in (0, 1), one per registration
/// @param weight  > 0 [-]; a common factor changes nobody's place
/// @returns ln(u)/weight, which orders as u^(1/weight) does and does not underflow
/// Source: Efraimidis & Spirakis (2006), "Weighted random sampling with a reservoir", Information
/// Processing Letters 97(5), algorithm A.
[[nodiscard]] double draw_key(double u, double weight) noexcept;

/// Somebody who takes part in a draw.
struct Registration {
    double key = 0.0;           ///< of draw_key
    std::uint64_t identity = 0; ///< all different: the lower goes first where keys tie
    bool is_advanced = false;   ///< has an advanced degree: may be drawn in the second stage
};

/// Places of the two stages [persons], >= 0.
struct DrawPlaces {
    std::int64_t regular = 0;
    std::int64_t advanced = 0;
};

/// In which stage a registration was drawn.
enum class DrawnIn : std::uint8_t { neither, regular, advanced };

/// All registrations compete for the regular places; then those left who have an advanced degree
/// compete for the advanced places. One key does for both stages: given who is drawn first, the
/// order of the others is again that of a draw by weight.
///
/// @returns by registration, whatever their order is
/// Source: 8 CFR 214.2(h)(8)(iii), the order of the two draws in force since 2019.
[[nodiscard]] std::vector<DrawnIn> draw_in_two_stages(std::span<Registration const> registrations,
                                                      DrawPlaces places);

} // namespace talentsim
