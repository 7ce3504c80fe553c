#include <fmt/format.h>

#include "engine/validation/job_ladder.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

std::vector<Law> check_burdett_mortensen(Parameters const& parameters) {
    Simulation world = found_world(parameters);
    auto const rates = observe_rates(world, stationary(parameters));
    Market const& market = world.market();
    std::size_t const n = market.firms.size();
    JobLadder const ladder{parameters.search, n};
    double const k = ladder.contacts_per_job();
    double const p = market.firms.unit_value[FirmRow{0}];
    double const b = market.countries.outside_value[CountryRow{0}];

    // The employed at month start, one observation each.
    Mean earnings;
    std::vector<double> staff(n, 0.0);
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_employed(row)) {
            earnings.add(market.researchers.pay[row] / p);
            staff[market.researchers.employer[row].at()] += 1.0;
        }
    }
    double const employed = earnings.n();

    std::vector<Law> laws{expected("unemployment", ladder.unemployment(), rates.unemployment),
                          expected("job-to-job rate", ladder.moves(), rates.moves),
                          expected("mean earnings over productivity, (b + kp)/(1 + k)",
                                   (b / p + k) / (1.0 + k), earnings.estimate())};
    // Size over that of a firm at the bottom of the continuum, dG/dF there being 1/(1 + k).
    for (std::size_t const rung : {n / 2, n}) {
        double const above = 1.0 + k * (1.0 - static_cast<double>(rung) / static_cast<double>(n));
        double const above_next =
            1.0 + k * (1.0 - (static_cast<double>(rung) - 1.0) / static_cast<double>(n));
        double const ratio = (1.0 + k) * (1.0 + k) / (above * above_next);
        double const at_bottom = employed / static_cast<double>(n) / (1.0 + k);
        auto const share = share_of(staff[rung - 1], employed);
        laws.push_back(expected(fmt::format("size of firm {} of {}, of one at the bottom", rung, n),
                                ratio,
                                {.value = staff[rung - 1] / at_bottom,
                                 .standard_error = share.standard_error * employed / at_bottom}));
    }
    return laws;
}

std::vector<ParameterProblem> burdett_mortensen_problems(Parameters const& parameters) {
    return together(
        unmet(parameters,
              together(needs_of_ladder(),
                       {{.path = "offers.protocol", .words = {"posted"}},
                        {.path = "offers.posting", .words = {"equal_profit"}},
                        {.path = "search.contact_rate_employed", .numbers = Domain::above(0.0)},
                        {.path = "population.talent.value", .numbers = Domain::only(1.0)},
                        {.path = "utility.persistent_taste.distribution", .words = {"none"}},
                        {.path = "utility.outside", .words = {"home_production"}},
                        {.path = "fringe.*.productivity.distribution", .words = {"constant"}}})),
        outside_pay_problems(parameters));
}

} // namespace talentsim
