#include <fmt/format.h>

#include "engine/validation/bargained_pay.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

std::vector<Law> check_postel_vinay_robin(Parameters const& parameters) {
    Simulation world = found_world(parameters);
    auto const rates = observe_rates(world, stationary(parameters));
    JobLadder const ladder{parameters.search, world.market().firms.size()};
    BargainedPay const pay{world, parameters.offers.bargaining_power};
    auto const found = pay_found(world, pay);
    auto const contracts = contracts_found(world, pay);
    std::size_t const m = ladder.rungs();

    // Contacts of the employed are drawn at this rate; events that change something, counted.
    double const contacts =
        (1.0 - parameters.search.separation_rate) * parameters.search.contact_rate_employed;
    Estimate const without_effect{.value = 1.0 - rates.changes.value / contacts,
                                  .standard_error = rates.changes.standard_error / contacts};
    return {
        expected("unemployment", ladder.unemployment(), rates.unemployment),
        expected("job-to-job rate", ladder.moves(), rates.moves),
        expected("raises without a move", ladder.raises(), rates.raises),
        expected("contacts without effect, 1 - 2 J2J/((1 - delta) lambda)",
                 1.0 - (ladder.moves() + ladder.raises()) / contacts, without_effect),
        expected(
            fmt::format("on the top rung, best outside offer from the lowest {} of {}", m / 2, m),
            ladder.outside_up_to(m / 2, m), share_of(found.on_top_from_below, found.on_top)),
        exact("employed whose pay is neither the cap of a firm below theirs nor b", 0.0,
              found.unexplained),
        exact("contracts signed at other than the cap of the firm left, or b", 0.0,
              contracts.unexplained),
        exact("employed whose pay fell in a job, in the same months", 0.0, contracts.falls),
        expected("mean pay over the value of talent", pay.mean(ladder), found.mean.estimate()),
    };
}

std::vector<ParameterProblem> postel_vinay_robin_problems(Parameters const& parameters) {
    return together(
        unmet(parameters, together(needs_of_answered_auction(), {{.path = "offers.bargaining_power",
                                                                  .numbers = Domain::only(0.0)}})),
        outside_pay_problems(parameters));
}

} // namespace talentsim
