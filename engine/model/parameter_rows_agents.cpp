#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of countries, named firms and fringes.

namespace talentsim {

using Keys = ParameterKeys;

std::vector<Parameter> countries_rows() {
    return {
        row(
            {.path = "countries.*.title",
             .meaning = "name for display",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).title; }),
        row(
            {.path = "countries.*.researchers",
             .meaning = "resident researchers at founding",
             .unit = "persons",
             .bounds = within(0, 1e9),
             .source = "assumed",
             .timing = ParameterTiming::founding,
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).researchers; }),
        row(
            {.path = "countries.*.origins.*",
             .meaning = "share of founding residents who come from this other country",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(access::entry(p.countries, k[0]).origins, k[1]);
            }),
        row(
            {.path = "countries.*.pay_level",
             .meaning = "value of talent relative to production.unit_value",
             .unit = "-",
             .bounds = up_to(0, 100),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).pay_level; }),
        row(
            {.path = "countries.*.price_level",
             .meaning = "price of living relative to the base",
             .unit = "-",
             .bounds = up_to(0, 100),
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).price_level; }),
        row(
            {.path = "countries.*.tax_rate",
             .meaning = "share of pay taken by taxes at the top",
             .unit = "-",
             .bounds = within(0, 0.99),
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).tax_rate; }),
        row(
            {.path = "countries.*.graduates_per_month",
             .meaning = "people of this origin who finish their studies",
             .unit = "persons/month",
             .bounds = within(0, 1e8),
             .source = "docs/model.md",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).graduates_per_month;
            }),
        row(
            {.path = "countries.*.study_abroad.*",
             .meaning = "share of the graduates of this origin who study in that country",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(access::entry(p.countries, k[0]).study_abroad, k[1]);
            }),
        row(
            {.path = "countries.*.moving_cost_to.*",
             .meaning = "cost of moving from here to that country, in place of utility.moving_cost",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(access::entry(p.countries, k[0]).moving_cost_to, k[1]);
            }),
        row(
            {.path = "countries.*.public_gpus",
             .meaning =
                 "public pool of compute, shared among the firms of the country by their staff",
             .unit = "H100e",
             .bounds = within(0, 1e9),
             .source = "docs/model.md",
             .timing = ParameterTiming::stock,
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).public_gpus; }),
        row(
            {.path = "countries.*.home_bias",
             .meaning = "mean weight of home for people of this origin, in place of utility.home",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).home_bias; }),
        row(
            {.path = "countries.*.outside_pay",
             .meaning = "in place of utility.outside_pay",
             .unit = "-",
             .bounds = up_to(0, 10),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).outside_pay; }),
        row(
            {.path = "countries.*.talent_exponent",
             .meaning = "in place of production.talent_exponent",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).talent_exponent;
            }),
        row(
            {.path = "countries.*.pay_subsidy",
             .meaning = "paid by the country to every researcher employed in it, on top of pay and "
                        "taxed like it",
             .unit = "USD/year",
             .bounds = within(0, 1e12),
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).pay_subsidy; }),
        row(
            {.path = "countries.*.return_grant",
             .meaning = "part of what a job here is worth to somebody of this origin who lives "
                        "abroad: a grant on moving home, per year over 48 months, taxed like pay",
             .unit = "USD/year",
             .bounds = within(0, 1e12),
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).return_grant; }),
        row(
            {.path = "countries.*.national_income",
             .meaning = "per head, by which visa programmes measure pay",
             .unit = "USD/year",
             .bounds = within(0, 1e7),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).national_income;
            }),
        row(
            {.path = "countries.*.non_compete_months",
             .meaning = "months between agreeing on a job with another employer of the country and "
                        "beginning it",
             .unit = "month",
             .bounds = within(0, 120),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).non_compete_months;
            }),
    };
}

std::vector<Parameter> firms_rows() {
    return {
        row(
            {.path = "firms.*.title",
             .meaning = "name for display",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).title; }),
        row(
            {.path = "firms.*.country",
             .meaning = "country where the firm works, by its key",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).country; }),
        row(
            {.path = "firms.*.kind",
             .meaning = "kind of firm",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).kind; }),
        row(
            {.path = "firms.*.staff",
             .meaning = "researchers employed at founding, and the staff target then",
             .unit = "persons",
             .bounds = within(0, 1e9),
             .source = "assumed",
             .timing = ParameterTiming::founding,
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).staff; }),
        row(
            {.path = "firms.*.gpus",
             .meaning = "GPU pool of the firm",
             .unit = "H100e",
             .bounds = within(0, 1e9),
             .source = "assumed",
             .timing = ParameterTiming::stock,
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).gpus; }),
        row(
            {.path = "firms.*.pay_premium",
             .meaning = "value of talent here relative to the country",
             .unit = "-",
             .bounds = up_to(0, 1000),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).pay_premium; }),
        row(
            {.path = "firms.*.autonomy",
             .meaning = "freedom to choose problems and to publish",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).autonomy; }),
        row(
            {.path = "firms.*.mission",
             .meaning = "direction in mission space; a zero vector has no mission",
             .unit = "-",
             .bounds = within(-1, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).mission; }),
        row(
            {.path = "firms.*.counteroffer_probability",
             .meaning = "in place of offers.counteroffer_probability",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.firms, k[0]).counteroffer_probability;
            }),
        row(
            {.path = "firms.*.talent_exponent",
             .meaning = "in place of the talent exponent of the country",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).talent_exponent; }),
        row(
            {.path = "firms.*.posted_pay",
             .meaning = "pay offered under the posted protocol, in place of offers.posted_share of "
                        "the cap",
             .unit = "USD/year",
             .bounds = up_to(0, 1e12),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).posted_pay; }),
        row(
            {.path = "firms.*.escalation_step",
             .meaning = "in place of offers.escalation_step",
             .unit = "-",
             .bounds = up_to(0, 100),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).escalation_step; }),
        row(
            {.path = "firms.*.chief_executive_probability",
             .meaning = "in place of offers.chief_executive_probability",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.firms, k[0]).chief_executive_probability;
            }),
        row(
            {.path = "firms.*.layoff_share",
             .meaning = "share of the staff laid off in each month, tier C first, whose seats go "
                        "with them",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "layoffs in docs/facts.md"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).layoff_share; }),
        row(
            {.path = "firms.*.sponsor",
             .meaning = "hires people who need a visa",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).sponsor; }),
    };
}

std::vector<Parameter> fringe_rows() {
    return {
        row(
            {.path = "fringe.*.firms",
             .meaning = "unnamed firms of the country",
             .unit = "firms",
             .bounds = within(1, 1e6),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding,
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).firms; }),
        row(
            {.path = "fringe.*.zipf_exponent",
             .meaning = "sizes fall with rank to this power",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).zipf_exponent; }),
        row(
            {.path = "fringe.*.gpus_per_head",
             .meaning = "GPU pool per founding member of staff",
             .unit = "H100e/person",
             .bounds = within(0, 1e6),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).gpus_per_head; }),
        row(
            {.path = "fringe.*.pay_premium",
             .meaning = "median value of talent relative to the country",
             .unit = "-",
             .bounds = up_to(0, 1000),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).pay_premium; }),
        row(
            {.path = "fringe.*.premium_spread",
             .meaning = "standard deviation of the log of the premium over firms",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).premium_spread; }),
        row(
            {.path = "fringe.*.productivity.distribution",
             .meaning = "how the value of talent differs between the unnamed firms, which stand at "
                        "evenly spaced quantiles of it",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.fringe, k[0]).productivity.distribution;
            }),
        row(
            {.path = "fringe.*.productivity.low",
             .meaning = "factor of the value of talent: of all firms if constant, else the lowest",
             .unit = "-",
             .bounds = up_to(0, 1000),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.fringe, k[0]).productivity.low;
            }),
        row(
            {.path = "fringe.*.productivity.high",
             .meaning = "highest factor of the value of talent, if uniform",
             .unit = "-",
             .bounds = up_to(0, 1000),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.fringe, k[0]).productivity.high;
            }),
        row(
            {.path = "fringe.*.productivity.exponent",
             .meaning = "exponent of the tail of the factor of the value of talent, if pareto",
             .unit = "-",
             .bounds = up_to(0, 1000),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.fringe, k[0]).productivity.exponent;
            }),
        row(
            {.path = "fringe.*.autonomy",
             .meaning = "freedom to choose problems and to publish",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).autonomy; }),
        row(
            {.path = "fringe.*.sponsor",
             .meaning = "hire people who need a visa",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).sponsor; }),
    };
}

} // namespace talentsim
