#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of the run and the population.

namespace talentsim {

using Keys = ParameterKeys;

std::vector<Parameter> simulation_rows() {
    return {
        row(
            {.path = "simulation.start",
             .meaning = "first month that is written",
             .unit = "month",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.simulation.start; }),
        row(
            {.path = "simulation.months",
             .meaning = "months simulated from the start on",
             .unit = "month",
             .bounds = within(1, 3000),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.simulation.months; }),
        row(
            {.path = "simulation.burn_in_months",
             .meaning =
                 "months simulated before the start and not written, so that the market settles",
             .unit = "month",
             .bounds = within(0, 1000),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.simulation.burn_in_months; }),
        row(
            {.path = "simulation.seed",
             .meaning = "selects the random numbers of the world",
             .unit = "-",
             .bounds = within(0, 9007199254740991.0),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.simulation.seed; }),
        row(
            {.path = "simulation.replicates",
             .meaning = "independent worlds simulated",
             .unit = "-",
             .bounds = within(1, 100000),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.simulation.replicates; }),
        row(
            {.path = "simulation.scale",
             .meaning = "share of the world's researchers that is simulated. Below about 0.2 a "
                        "world has few firms, and people change jobs less",
             .unit = "-",
             .bounds = up_to(0, 1),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.simulation.scale; }),
        row(
            {.path = "simulation.exchange_rates.*",
             .meaning = "units of a currency that buy one USD; amounts of money may then be "
                        "written like `1.459e12 KRW`",
             .unit = "1/USD",
             .bounds = above(0),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.simulation.exchange_rates, k[0]);
            }),
    };
}

std::vector<Parameter> mechanisms_rows() {
    return {
        row(
            {.path = "mechanisms.separation",
             .meaning = "researchers lose jobs at search.separation_rate",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.separation; }),
        row(
            {.path = "mechanisms.retirement",
             .meaning = "researchers leave the world of work at population.retirement_rate",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.retirement; }),
        row(
            {.path = "mechanisms.graduates",
             .meaning = "graduates enter the world of work",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.graduates; }),
        row(
            {.path = "mechanisms.own_search",
             .meaning = "researchers look for firms by themselves",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.own_search; }),
        row(
            {.path = "mechanisms.counteroffers",
             .meaning = "the present employer may answer an outside offer",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.counteroffers; }),
        row(
            {.path = "mechanisms.compute_grants",
             .meaning = "firms divide their GPU pool among their staff; so far a grant is "
                        "looked at by nobody (utility.compute weighs compute)",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.compute_grants; }),
        row(
            {.path = "mechanisms.budget_adjustment",
             .meaning = "talent budgets and staff targets follow output; off: they stay at "
                        "founding values",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.budget_adjustment; }),
        row(
            {.path = "mechanisms.market_value",
             .meaning = "booms and busts: capital spending and talent budgets follow the multiple "
                        "at which the market values revenue",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.market_value; }),
        row(
            {.path = "mechanisms.fear",
             .meaning = "firms value talent more for fear of being left out: by offers.fear, and "
                        "as rivals hire stars",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.fear; }),
        row(
            {.path = "mechanisms.layoffs",
             .meaning = "firms with more staff than seats lay off, and those with a "
                        "firms.*.layoff_share",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.layoffs; }),
        row(
            {.path = "mechanisms.automation",
             .meaning = "the work of tier C is automated at production.automation_rate",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.automation; }),
        row(
            {.path = "mechanisms.visas",
             .meaning =
                 "countries with a visa programme on offer ask for a visa; off: every border "
                 "is open",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.visas; }),
        row(
            {.path = "mechanisms.non_compete",
             .meaning = "moves between employers of a country wait for its non_compete_months, "
                        "while pay goes on",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.non_compete; }),
    };
}

std::vector<Parameter> population_rows() {
    return {
        row(
            {.path = "population.researchers",
             .meaning = "resident researchers of the world; countries.*.researchers then give only "
                        "the shares. Not set: the sum over countries",
             .unit = "persons",
             .bounds = within(1, 1e9),
             .source = "assumed",
             .timing = ParameterTiming::founding,
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.researchers; }),
        row(
            {.path = "population.talent.distribution",
             .meaning = "distribution of talent theta over people",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.talent.distribution; }),
        row(
            {.path = "population.talent.exponent",
             .meaning =
                 "tail exponent of Pareto talent, theta >= 1; must exceed every talent exponent",
             .unit = "-",
             .bounds = within(0.1, 100),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.talent.exponent; }),
        row(
            {.path = "population.talent.log_mean",
             .meaning = "mean of ln(theta) of lognormal talent",
             .unit = "-",
             .bounds = within(-20, 20),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.talent.log_mean; }),
        row(
            {.path = "population.talent.log_sd",
             .meaning = "standard deviation of ln(theta) of lognormal talent",
             .unit = "-",
             .bounds = within(0, 5),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.talent.log_sd; }),
        row(
            {.path = "population.talent.low",
             .meaning = "lowest theta of uniform talent",
             .unit = "-",
             .bounds = up_to(0, 1e6),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.talent.low; }),
        row(
            {.path = "population.talent.high",
             .meaning = "highest theta of uniform talent",
             .unit = "-",
             .bounds = up_to(0, 1e6),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.talent.high; }),
        row(
            {.path = "population.talent.value",
             .meaning = "theta of constant talent",
             .unit = "-",
             .bounds = up_to(0, 1e6),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.talent.value; }),
        row(
            {.path = "population.unemployed_at_start",
             .meaning = "share of residents without a job at founding",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.unemployed_at_start; }),
        row(
            {.path = "population.tier_s_share",
             .meaning = "share of people, from the top of talent, in tier S",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "s_tier_share in docs/facts.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.tier_s_share; }),
        row(
            {.path = "population.tier_a_share",
             .meaning = "share of people in tier A, next below S",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.tier_a_share; }),
        row(
            {.path = "population.tier_b_share",
             .meaning = "share of people in tier B, next below A; the rest is tier C",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.tier_b_share; }),
        row(
            {.path = "population.retirement_rate",
             .meaning = "probability of leaving the world of work",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.population.retirement_rate; }),
    };
}

} // namespace talentsim
