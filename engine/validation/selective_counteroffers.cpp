#include <cmath>
#include <fmt/format.h>

#include "engine/validation/job_ladder.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

std::vector<Law> check_selective_counteroffers(Parameters const& parameters) {
    auto const horizon = stationary(parameters);
    auto const moves_at = [&](double probability) {
        Parameters some = parameters;
        some.offers.counteroffer_probability = probability;
        Simulation world = found_world(some);
        return observe_rates(world, horizon).moves;
    };
    Simulation const world = found_world(parameters);
    JobLadder const ladder{parameters.search, world.market().firms.size()};
    double const contacts =
        (1.0 - parameters.search.separation_rate) * parameters.search.contact_rate_employed;
    double const other_firms = 1.0 - 1.0 / static_cast<double>(ladder.rungs());

    Estimate higher = moves_at(1.0);
    std::vector<Law> laws{
        expected("job-to-job rate, every offer countered", ladder.moves(), higher)};
    for (double const probability : {0.75, 0.5, 0.25, 0.0}) {
        Estimate const lower = moves_at(probability);
        laws.push_back(
            larger(fmt::format("what it rises by at counteroffer probability {}", probability), 0.0,
                   {.value = lower.value - higher.value,
                    .standard_error = std::sqrt(lower.standard_error * lower.standard_error +
                                                higher.standard_error * higher.standard_error)}));
        higher = lower;
    }
    laws.push_back(
        expected("job-to-job rate, none countered: every contact", contacts * other_firms, higher));
    return laws;
}

std::vector<ParameterProblem> selective_counteroffers_problems(Parameters const& parameters) {
    auto problems = unmet(
        parameters, together(needs_of_auction(),
                             {{.path = "firms.*.counteroffer_probability"},
                              {.path = "offers.bargaining_power", .numbers = Domain::only(0.0)}}));
    for (ParameterProblem& problem : outside_pay_problems(parameters)) {
        problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace talentsim
