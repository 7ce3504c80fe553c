#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of booms and busts.

namespace talentsim {

using Keys = ParameterKeys;

std::vector<Parameter> finance_rows() {
    return {
        row(
            {.path = "finance.regime",
             .meaning = "regime of the market at founding; a dated change turns the market in its "
                        "month, and the hazards act from the next month on",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::monthly},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.regime; }),
        row(
            {.path = "finance.boom_multiple",
             .meaning = "market value over yearly revenue in a boom",
             .unit = "year",
             .bounds = up_to(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.boom_multiple; }),
        row(
            {.path = "finance.bust_multiple",
             .meaning = "market value over yearly revenue in a bust",
             .unit = "year",
             .bounds = up_to(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.bust_multiple; }),
        row(
            {.path = "finance.bust_hazard",
             .meaning = "probability that a boom turns into a bust",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.bust_hazard; }),
        row(
            {.path = "finance.recovery_hazard",
             .meaning = "probability that a bust turns into a boom",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.recovery_hazard; }),
        row(
            {.path = "finance.budget_elasticity",
             .meaning = "elasticity of talent budgets with respect to the multiple",
             .unit = "-",
             .bounds = within(0, 5),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.budget_elasticity; }),
        row(
            {.path = "finance.spending_elasticity",
             .meaning = "elasticity of capital spending with respect to the multiple",
             .unit = "-",
             .bounds = within(0, 5),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.spending_elasticity; }),
        row(
            {.path = "finance.spending_lag_months",
             .meaning = "months over which capital spending follows the multiple",
             .unit = "month",
             .bounds = within(1, 1200),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.spending_lag_months; }),
        row(
            {.path = "finance.depreciation",
             .meaning = "share of a firm's own compute that wears out",
             .unit = "1/year",
             .bounds = within(0, 6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.finance.depreciation; }),
    };
}

} // namespace talentsim
