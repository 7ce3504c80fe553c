#include <fmt/format.h>

#include "engine/phases/job_utility.hpp"
#include "engine/validation/job_ladder.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

/// The rung of everybody's employer: firms that the person likes no better, its own included; 0 for
/// the jobless.
std::vector<std::size_t> rungs_in(Simulation const& world) {
    Market const& market = world.market();
    RandomKey const key{world_of(world.parameters())};
    Step const step{.key = key, .month = world.months_done()};
    std::vector<std::size_t> rungs;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        std::size_t rung = 0;
        if (market.researchers.is_employed(row)) {
            JobUtility const utility{market, world.parameters(), step, row};
            double const own = utility.persistent_match(
                workplace_of(market.firms, market.researchers.employer[row]));
            for (std::size_t f = 0; f != market.firms.size(); ++f) {
                double const match =
                    utility.persistent_match(workplace_of(market.firms, FirmRow{f}));
                rung += match <= own ? 1 : 0;
            }
        }
        rungs.push_back(rung);
    }
    return rungs;
}

std::vector<Law> laws_under(Parameters parameters, TasteDistribution distribution,
                            char const* name) {
    parameters.utility.persistent_taste.distribution = distribution;
    Simulation world = found_world(parameters);
    auto const rates = observe_rates(world, stationary(parameters));
    JobLadder const ladder{parameters.search, world.market().firms.size()};

    std::vector<Law> laws{
        expected(fmt::format("unemployment, {} taste", name), ladder.unemployment(),
                 rates.unemployment),
        expected(fmt::format("job-to-job rate, {} taste", name), ladder.moves(), rates.moves)};
    auto const rungs = rungs_in(world);
    for (std::size_t const quarter : {1U, 2U, 3U}) {
        std::size_t const rung = ladder.rungs() * quarter / 4;
        double employed = 0.0;
        double up_to = 0.0;
        for (std::size_t const own : rungs) {
            employed += own > 0 ? 1.0 : 0.0;
            up_to += own > 0 && own <= rung ? 1.0 : 0.0;
        }
        laws.push_back(expected(fmt::format("employed on the lowest {} of {} rungs, {} taste", rung,
                                            ladder.rungs(), name),
                                ladder.employed_up_to(rung), share_of(up_to, employed)));
    }
    return laws;
}

} // namespace

std::vector<Law> check_ladder(Parameters const& parameters) {
    std::vector<Law> laws;
    for (auto const& [distribution, name] :
         {std::pair{TasteDistribution::normal, "normal"},
          std::pair{TasteDistribution::uniform, "uniform"},
          std::pair{TasteDistribution::exponential, "exponential"}}) {
        for (Law& law : laws_under(parameters, distribution, name)) {
            laws.push_back(std::move(law));
        }
    }
    return laws;
}

std::vector<ParameterProblem> ladder_problems(Parameters const& parameters) {
    return unmet(
        parameters,
        together(needs_of_ladder(),
                 {{.path = "offers.protocol", .words = {"posted"}},
                  {.path = "offers.posted_share", .numbers = Domain::above(0.0)},
                  {.path = "offers.posting", .words = {"share_of_cap"}},
                  {.path = "utility.form", .words = {"logarithmic"}},
                  {.path = "utility.outside", .words = {"none"}},
                  {.path = "utility.persistent_taste.scale", .numbers = Domain::at_least(1e-6)},
                  {.path = "utility.persistent_taste.enters", .words = {"taste"}},
                  {.path = "fringe.*.productivity.distribution", .words = {"constant"}}}));
}

} // namespace talentsim
