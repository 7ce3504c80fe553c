#include "engine/validation/bargained_pay.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

std::vector<Law> check_bargaining(Parameters const& parameters) {
    auto const horizon = stationary(parameters);
    Simulation world = found_world(parameters);
    auto const rates = observe_rates(world, horizon);
    JobLadder const ladder{parameters.search, world.market().firms.size()};
    BargainedPay const pay{world, parameters.offers.bargaining_power};
    auto const found = pay_found(world, pay);
    auto const contracts = contracts_found(world, pay);

    Parameters powerless = parameters;
    powerless.offers.bargaining_power = 0.0;
    Simulation other_world = found_world(powerless);
    auto const other_rates = observe_rates(other_world, horizon);
    return {
        expected("job-to-job rate", ladder.moves(), rates.moves),
        expected("raises without a move", ladder.raises(), rates.raises),
        exact("moves, of those without bargaining power", static_cast<double>(other_rates.n_moves),
              static_cast<double>(rates.n_moves)),
        exact("raises, of those without bargaining power",
              static_cast<double>(other_rates.n_raises), static_cast<double>(rates.n_raises)),
        exact("employed whose pay is M2 + beta (M1 - M2) for no M2 below M1", 0.0,
              found.unexplained),
        exact("contracts signed at another M2 than the firm left, or b", 0.0,
              contracts.unexplained),
        exact("employed whose pay fell in a job, in the same months", 0.0, contracts.falls),
        expected("mean pay over the value of talent", pay.mean(ladder), found.mean.estimate()),
    };
}

std::vector<ParameterProblem> bargaining_problems(Parameters const& parameters) {
    return together(
        unmet(parameters, together(needs_of_answered_auction(), {{.path = "offers.bargaining_power",
                                                                  .numbers = Domain::below(1.0)}})),
        outside_pay_problems(parameters));
}

} // namespace talentsim
