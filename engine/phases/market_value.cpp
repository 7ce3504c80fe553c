#include "engine/phases/market_value.hpp"

#include <algorithm>

#include "engine/core/hash.hpp"
#include "engine/mechanisms/market_value.hpp"

namespace talentsim {

namespace {

/// Who decides whether the market turns: nobody in particular.
constexpr std::uint32_t the_market = name_hash("the market for firms");

void pass_regime(Finance& finance, FinanceParameters const& given, Step const& step) {
    if (given.regime != finance.regime_set) {
        finance.regime = finance.regime_set = given.regime;
        return;
    }
    auto const words = step.words(the_market, Draw::regime);
    finance.regime = next_regime(finance.regime, given, words[0], words[1]);
}

} // namespace

void turn_market(Market& market, Parameters const& parameters, Step const& step) {
    if (!parameters.mechanisms.market_value || step.month == 0) {
        return;
    }
    FinanceParameters const& given = parameters.finance;
    Finance& finance = market.finance;
    pass_regime(finance, given, step);
    double const target = relative_to_boom(finance.regime, given.spending_elasticity, given);
    finance.spending += step_towards(target, finance.spending, given.spending_lag_months);

    FirmTable& firms = market.firms;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const own = firms.own_gpus[row];
        double const worn = firms.gpus_worn[row];
        double const change = pool_change(own, worn, finance.spending, given.depreciation);
        firms.own_gpus[row] = std::max(own + change, 0.0);
        firms.gpus_worn[row] = std::max(worn - change, 0.0);
    }
}

} // namespace talentsim
