#pragma once

#include <cstdint>

#include "engine/core/random.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// The regime after this one: a boom ends with one probability, a bust with another, whatever came
/// before. Source: Hamilton (1989), eq. 2.2, a Markov chain of two regimes.
///
/// @param bust_word      decides whether a boom ends
/// @param recovery_word  decides whether a bust ends
[[nodiscard]] Regime next_regime(Regime now, FinanceParameters const& finance,
                                 std::uint32_t bust_word, std::uint32_t recovery_word) noexcept;

/// Market value over yearly revenue [year].
[[nodiscard]] double multiple_of(Regime regime, FinanceParameters const& finance) noexcept;

/// What money follows the multiple, as a share of what there is in a boom:
///
///     (multiple/multiple of a boom)^elasticity
///
/// exactly 1 in a boom. That investment follows market value is Tobin (1969), section 5.
[[nodiscard]] double relative_to_boom(Regime regime, double elasticity,
                                      FinanceParameters const& finance) noexcept;

/// The part of the way to a target that is gone in a month: (target - now)/lag.
[[nodiscard]] double step_towards(double target, double now, double lag_months) noexcept;

/// By how much a pool of compute changes in a month, part of it wearing out and spending replacing
/// as much as it pays for:
///
///     delta/12 [x K - own],  K = own + worn
///
/// A pool that costs p_G per unit and year as long as it is kept up costs p_G/delta to buy, since
/// a unit lasts 1/delta years. Spending x p_G K thus buys x delta K a year, while delta own wears
/// out; x = 1 keeps a full pool, to the last bit.
///
/// @param own           pool [H100e]
/// @param worn          what has worn out and was not replaced [H100e]
/// @param spending      x, capital spending over what keeps K [-]
/// @param depreciation  delta [1/year]
/// @returns [H100e]
[[nodiscard]] double pool_change(double own, double worn, double spending,
                                 double depreciation) noexcept;

} // namespace talentsim
