#include <fmt/format.h>

#include "engine/validation/job_ladder.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

std::vector<Law> check_selective_counteroffers(Parameters const& parameters) {
    auto const horizon = stationary(parameters);
    std::vector<Law> laws;
    for (double const probability : {1.0, 0.75, 0.5, 0.25, 0.0}) {
        Parameters some = parameters;
        some.offers.counteroffer_probability = probability;
        Simulation world = found_world(some);
        JobLadder const ladder{some.search, world.market().firms.size()};
        auto const theory = ladder.rates_where_some_counter(probability);
        auto const found = observe_rates(world, horizon);
        auto const at = fmt::format("at counteroffer probability {}", probability);
        laws.push_back(expected("job-to-job rate " + at, theory.moves, found.moves));
        laws.push_back(expected("raises without a move " + at, theory.raises, found.raises));
    }
    return laws;
}

std::vector<ParameterProblem> selective_counteroffers_problems(Parameters const& parameters) {
    return together(unmet(parameters, together(needs_of_auction(),
                                               {{.path = "firms.*.counteroffer_probability"},
                                                {.path = "offers.bargaining_power",
                                                 .numbers = Domain::only(0.0)}})),
                    outside_pay_problems(parameters));
}

} // namespace talentsim
