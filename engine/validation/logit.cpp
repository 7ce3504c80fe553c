#include <fmt/format.h>

#include "engine/core/math.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

std::vector<Law> laws_under(Parameters parameters, OfferProtocol protocol, char const* name) {
    parameters.offers.protocol = protocol;
    Simulation world = found_world(parameters);
    FirmTable const& firms = world.market().firms;
    std::vector<double> weight; // exp(V/s), V the log of posted pay, or of the cap
    double all = 0.0;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const pay =
            protocol == OfferProtocol::posted ? firms.posted_pay[row] : firms.unit_value[row];
        weight.push_back(
            exp(parameters.utility.pay * log(pay) / parameters.utility.transitory_taste));
        all += weight.back();
    }
    world.step();
    auto const people = static_cast<double>(world.market().researchers.size());
    std::vector<Law> laws;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        laws.push_back(expected(fmt::format("share of firm {}, {}", firms.name[row], name),
                                weight[f] / all,
                                share_of(static_cast<double>(firms.staff[row]), people)));
    }
    return laws;
}

} // namespace

std::vector<Law> check_logit(Parameters const& parameters) {
    auto laws = laws_under(parameters, OfferProtocol::posted, "posted pay");
    for (Law& law : laws_under(parameters, OfferProtocol::sequential_auction, "auction at caps")) {
        laws.push_back(std::move(law));
    }
    return laws;
}

} // namespace talentsim
