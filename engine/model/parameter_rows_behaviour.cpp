#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of how researchers and firms act, where no country or firm says otherwise.

namespace talentsim {

using Keys = ParameterKeys;

std::vector<Parameter> search_rows() {
    return {
        row(
            {.path = "search.separation_rate",
             .meaning = "probability that a job ends",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.separation_rate; }),
        row(
            {.path = "search.contact_rate_unemployed",
             .meaning = "probability that an unemployed researcher searches in a month",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.contact_rate_unemployed; }),
        row(
            {.path = "search.contact_rate_employed",
             .meaning = "probability that an employed researcher searches in a month",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.contact_rate_employed; }),
        row(
            {.path = "search.contacts_per_search",
             .meaning = "different firms met in one search",
             .unit = "-",
             .bounds = within(1, SearchParameters::most_contacts),
             .words = {"all"},
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.contacts_per_search; }),
        row(
            {.path = "search.draw",
             .meaning = "how the firm met is drawn: every firm alike, or by its open seats",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.draw; }),
        row(
            {.path = "search.home_share",
             .meaning = "probability that a search looks in the country of location; else with 1/2 "
                        "in the country of origin, else anywhere",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.home_share; }),
        row(
            {.path = "search.same_month",
             .meaning = "whether one who loses a job searches in the same month",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.same_month; }),
    };
}

std::vector<Parameter> offers_rows() {
    return {
        row(
            {.path = "offers.protocol",
             .meaning = "how pay is set: posted by firms, bid up between them at once, or bid up "
                        "in rounds",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.protocol; }),
        row(
            {.path = "offers.counteroffer_probability",
             .meaning = "probability that the present employer answers an outside offer",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.counteroffer_probability; }),
        row(
            {.path = "offers.bargaining_power",
             .meaning = "beta: share of the surplus over the second-best option that goes to the "
                        "researcher",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.bargaining_power; }),
        row(
            {.path = "offers.pay_floor",
             .meaning = "lowest pay of a new contract as a share of the cap",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.pay_floor; }),
        row(
            {.path = "offers.posting",
             .meaning = "how firms without firms.*.posted_pay set it under the posted protocol: as "
                        "the share offers.posted_share of the cap, or so that the firms of a "
                        "country, equal but for pay, earn the same profit (Burdett & Mortensen "
                        "1998)",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.posting; }),
        row(
            {.path = "offers.posted_share",
             .meaning = "posted pay as a share of the cap, where firms.*.posted_pay is not set",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.posted_share; }),
        row(
            {.path = "offers.founding_pay_share",
             .meaning = "pay of founding contracts as a share of the cap",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.founding_pay_share; }),
        row(
            {.path = "offers.opening",
             .meaning = "rounds: whether firms open at the share offers.opening_share of the cap, "
                        "or with no more than the researcher has",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.opening; }),
        row(
            {.path = "offers.opening_share",
             .meaning = "rounds: the first offer as a share of the cap",
             .unit = "-",
             .bounds = up_to(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.opening_share; }),
        row(
            {.path = "offers.rounds",
             .meaning = "rounds: how often those outbid may raise their offers",
             .unit = "-",
             .bounds = within(0, 10'000),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.rounds; }),
        row(
            {.path = "offers.escalation_step",
             .meaning = "rounds: how much more than the standing offer one who was outbid offers, "
                        "as a share of pay",
             .unit = "-",
             .bounds = up_to(0, 100),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.escalation_step; }),
        row(
            {.path = "offers.chief_executive_probability",
             .meaning = "rounds: probability that the chief executive of a firm that was outbid "
                        "steps in, whose raise is by a factor",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.chief_executive_probability; }),
        row(
            {.path = "offers.chief_executive_factor",
             .meaning = "rounds: how many times the standing offer a chief executive offers, if "
                        "the cap allows",
             .unit = "-",
             .bounds = within(1, 100),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.chief_executive_factor; }),
        row(
            {.path = "offers.agent_share",
             .meaning = "share of researchers who have an agent",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.agent_share; }),
        row(
            {.path = "offers.agent_bargaining_power",
             .meaning = "beta of those with an agent, where offers.bargaining_power is smaller",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.agent_bargaining_power; }),
        row(
            {.path = "offers.fear",
             .meaning = "omega: by which every firm values talent more for fear of being left out, "
                        "whatever rivals do",
             .unit = "-",
             .bounds = within(0, 10),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.fear; }),
        row(
            {.path = "offers.fear_response",
             .meaning = "by which omega rises if rivals hire as many of tier S in a month as work",
             .unit = "-",
             .bounds = within(0, 100),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.fear_response; }),
        row(
            {.path = "offers.fear_persistence",
             .meaning = "share of the fear that rivals' hires have caused which is left a month "
                        "later",
             .unit = "-",
             .bounds = within(0, 0.99),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.offers.fear_persistence; }),
    }; // namespace talentsim
}

std::vector<Parameter> utility_rows() {
    return {
        row(
            {.path = "utility.form",
             .meaning = "whether pay enters U by its logarithm or as it is",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.form; }),
        row(
            {.path = "utility.pay",
             .meaning = "b_w: weight of pay",
             .unit = "-",
             .bounds = up_to(0, 1e6),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.pay; }),
        row(
            {.path = "utility.compute",
             .meaning = "mean weight of compute, ln(1 + g/g0)",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.compute.mean; }),
        row(
            {.path = "utility.compute_spread",
             .meaning =
                 "standard deviation over people of the log of the weight of compute, ln(1 + g/g0)",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.compute.spread; }),
        row(
            {.path = "utility.compute_reference",
             .meaning = "g0: compute at which ln(1 + g/g0) bends",
             .unit = "H100e",
             .bounds = up_to(0, 1e9),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.compute_reference; }),
        row(
            {.path = "utility.autonomy",
             .meaning = "mean weight of the autonomy that a firm gives",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.autonomy.mean; }),
        row(
            {.path = "utility.autonomy_spread",
             .meaning = "standard deviation over people of the log of the weight of the autonomy "
                        "that a firm gives",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.autonomy.spread; }),
        row(
            {.path = "utility.mission",
             .meaning = "mean weight of the cosine of the missions of researcher and firm",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.mission.mean; }),
        row(
            {.path = "utility.mission_spread",
             .meaning = "standard deviation over people of the log of the weight of the cosine of "
                        "the missions of researcher and firm",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.mission.spread; }),
        row(
            {.path = "utility.peers",
             .meaning = "mean weight of ln(1 + mean log talent of colleagues)",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.peers.mean; }),
        row(
            {.path = "utility.peers_spread",
             .meaning = "standard deviation over people of the log of the weight of ln(1 + mean "
                        "log talent of colleagues)",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.peers.spread; }),
        row(
            {.path = "utility.home",
             .meaning = "mean weight of working in the country of origin",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.home.mean; }),
        row(
            {.path = "utility.home_spread",
             .meaning = "standard deviation over people of the log of the weight of working in the "
                        "country of origin",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.home.spread; }),
        row(
            {.path = "utility.moving_cost",
             .meaning = "cost of moving to another country",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.moving_cost; }),
        row(
            {.path = "utility.persistent_taste.distribution",
             .meaning = "distribution of the lasting taste of a researcher for a firm",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& {
                return p.utility.persistent_taste.distribution;
            }),
        row(
            {.path = "utility.persistent_taste.scale",
             .meaning = "standard deviation of the lasting taste",
             .unit = "log points of pay",
             .bounds = within(0, 10),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.persistent_taste.scale; }),
        row(
            {.path = "utility.persistent_taste.enters",
             .meaning = "whether the lasting match is a taste of the researcher or a factor "
                        "exp(match) of the value to the firm",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.persistent_taste.enters; }),
        row(
            {.path = "utility.transitory_taste",
             .meaning = "s: scale of the Gumbel taste of the month",
             .unit = "log points of pay",
             .bounds = within(0, 100),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.transitory_taste; }),
        row(
            {.path = "utility.outside",
             .meaning =
                 "what having no employer is worth: outside pay, which follows the mean cap in "
                 "the country; home production, which follows the founding value of talent "
                 "there; or less than any job",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.outside; }),
        row(
            {.path = "utility.outside_pay",
             .meaning = "b0: value of having no employer as a share of the mean cap, or under "
                        "home_production of the founding value, per unit of talent in the country",
             .unit = "-",
             .bounds = up_to(0, 10),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.outside_pay; }),
    };
}

std::vector<Parameter> production_rows() {
    return {
        row(
            {.path = "production.elasticity",
             .meaning = "sigma: elasticity of substitution between compute and talent",
             .unit = "-",
             .bounds = up_to(0, 100),
             .source = "compute_talent_elasticity in docs/facts.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.elasticity; }),
        row(
            {.path = "production.compute_share",
             .meaning =
                 "a: share parameter of compute. Not set: the cost share of compute at founding",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.compute_share; }),
        row(
            {.path = "production.compute_share_factor",
             .meaning = "multiplies the cost share of compute, where compute is rationed",
             .unit = "-",
             .bounds = within(0, 100),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.compute_share_factor; }),
        row(
            {.path = "production.returns",
             .meaning = "nu: returns to scale; 1 only where budgets are unlimited",
             .unit = "-",
             .bounds = up_to(0, 1),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.returns; }),
        row(
            {.path = "production.talent_exponent",
             .meaning = "h: a researcher contributes theta^h units of talent",
             .unit = "-",
             .bounds = within(0, 3),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.talent_exponent; }),
        row(
            {.path = "production.unit_value",
             .meaning =
                 "marginal value of a unit of talent at founding, at pay level and premium 1",
             .unit = "USD/year",
             .bounds = within(0.01, 1e9),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.unit_value; }),
        row(
            {.path = "production.reference_talent",
             .meaning = "theta at which countries with different talent exponents pay the same, "
                        "apart from their pay levels",
             .unit = "-",
             .bounds = up_to(0, 1e6),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.reference_talent; }),
        row(
            {.path = "production.gpu_price",
             .meaning = "cost of compute",
             .unit = "USD/H100e/year",
             .bounds = within(0, 1e9),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.gpu_price; }),
        row(
            {.path = "production.automation_rate",
             .meaning = "probability that the work of a member of staff in tier C is automated",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.automation_rate; }),
    };
}

std::vector<Parameter> budgets_rows() {
    return {
        row(
            {.path = "budgets.lag_months",
             .meaning = "months over which talent budgets follow output",
             .unit = "month",
             .bounds = within(1, 1200),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.budgets.lag_months; }),
        row(
            {.path = "budgets.seat_slack",
             .meaning = "v: seats kept open beyond the staff target, as its share",
             .unit = "-",
             .bounds = within(0, 10),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.budgets.seat_slack; }),
        row(
            {.path = "budgets.talent",
             .meaning = "whether talent budgets bind",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.budgets.talent; }),
        row(
            {.path = "budgets.seats",
             .meaning = "whether seats bind",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.budgets.seats; }),
        row(
            {.path = "budgets.layoff_margin",
             .meaning = "staff beyond the seats, as a share of them, that a firm bears without "
                        "laying off; none in a bust",
             .unit = "-",
             .bounds = within(0, 10),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.budgets.layoff_margin; }),
        row(
            {.path = "budgets.layoff_speed",
             .meaning = "share of the staff beyond the seats that is laid off in a month",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.budgets.layoff_speed; }),
    };
}

} // namespace talentsim
