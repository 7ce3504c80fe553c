#include "engine/mechanisms/market_value.hpp"

#include "engine/core/math.hpp"
#include "engine/core/units.hpp"

namespace talentsim {

Regime next_regime(Regime now, FinanceParameters const& finance, std::uint32_t bust_word,
                   std::uint32_t recovery_word) noexcept {
    if (now == Regime::boom) {
        return happens(finance.bust_hazard, bust_word) ? Regime::bust : Regime::boom;
    }
    return happens(finance.recovery_hazard, recovery_word) ? Regime::boom : Regime::bust;
}

double multiple_of(Regime regime, FinanceParameters const& finance) noexcept {
    return regime == Regime::boom ? finance.boom_multiple : finance.bust_multiple;
}

double relative_to_boom(Regime regime, double elasticity,
                        FinanceParameters const& finance) noexcept {
    return regime == Regime::boom ? 1.0
                                  : pow(finance.bust_multiple / finance.boom_multiple, elasticity);
}

double step_towards(double target, double now, double lag_months) noexcept {
    return (target - now) / lag_months;
}

double pool_change(double own, double worn, double spending, double depreciation) noexcept {
    return depreciation / months_per_year * (spending * (own + worn) - own);
}

} // namespace talentsim
