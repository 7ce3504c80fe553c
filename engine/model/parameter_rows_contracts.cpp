#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of contracts that vest and of grants to the whole staff.

namespace talentsim {

using Keys = ParameterKeys;

namespace {

/// Not all of a contract can be equity that is worth nothing.
constexpr double most_risk = 0.99;

std::vector<Parameter> firm_rows() {
    return {
        row(
            {.path = "firms.*.equity_share",
             .meaning = "in place of contracts.equity_share",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).equity_share; }),
        row(
            {.path = "firms.*.equity_risk",
             .meaning = "in place of contracts.equity_risk",
             .unit = "-",
             .bounds = within(0, most_risk),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).equity_risk; }),
        row(
            {.path = "fringe.*.equity_share",
             .meaning = "in place of contracts.equity_share",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).equity_share; }),
        row(
            {.path = "fringe.*.equity_risk",
             .meaning = "in place of contracts.equity_risk",
             .unit = "-",
             .bounds = within(0, most_risk),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).equity_risk; }),
    };
}

} // namespace

std::vector<Parameter> contract_rows() {
    std::vector<Parameter> rows{
        row(
            {.path = "mechanisms.contracts",
             .meaning = "contracts bring equity that vests; whoever leaves forfeits what has not",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.contracts; }),
        row(
            {.path = "mechanisms.retention_grants",
             .meaning = "a firm that lost many to others grants equity to all who are left",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.retention_grants; }),
        row(
            {.path = "contracts.sign_on_share",
             .meaning = "share of what a contract promises for four years that is paid on signing",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.sign_on_share; }),
        row(
            {.path = "contracts.equity_share",
             .meaning = "share of the rest that is equity",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.equity_share; }),
        row(
            {.path = "contracts.equity_risk",
             .meaning = "share of its value that equity is expected to lose",
             .unit = "-",
             .bounds = within(0, most_risk),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.equity_risk; }),
        row(
            {.path = "contracts.vesting_months",
             .meaning = "months over which a grant of equity vests, in a straight line",
             .unit = "month",
             .bounds = within(1, 240),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.vesting_months; }),
        row(
            {.path = "contracts.discount_rate",
             .meaning = "rate at which payments of later years are discounted",
             .unit = "1/year",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.discount_rate; }),
        row(
            {.path = "contracts.buy_out",
             .meaning =
                 "how a poacher makes up for equity that is forfeited: in its pay, for good, "
                 "or once, on signing",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.buy_out; }),
        row(
            {.path = "contracts.chief_executive_first_year_share",
             .meaning = "in rounds: share of four years' promises that a chief executive who steps "
                        "in puts into the first year",
             .unit = "-",
             .bounds = within(0.25, 1),
             .source = "escalation_case in docs/facts.md"},
            [](auto& p, Keys /*keys*/) -> auto& {
                return p.contracts.chief_executive_first_year_share;
            }),
        row(
            {.path = "contracts.retention_trigger",
             .meaning = "share of the staff lost to other firms within three months above which "
                        "the rest get a retention grant",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.retention_trigger; }),
        row(
            {.path = "contracts.retention_share",
             .meaning = "equity of a retention grant in years of pay, as far as free money allows",
             .unit = "year",
             .bounds = within(0, 20),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.contracts.retention_share; }),
    };
    auto const of_firms = firm_rows();
    rows.insert(rows.end(), of_firms.begin(), of_firms.end());
    return rows;
}

} // namespace talentsim
