#include <algorithm>
#include <fmt/format.h>

#include "engine/core/math.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

/// @param replicate  of its own for each protocol: the same tastes would be the same evidence
std::vector<Law> laws_under(Parameters parameters, OfferProtocol protocol, char const* name,
                            std::uint32_t replicate) {
    parameters.offers.protocol = protocol;
    Simulation world = found_world(parameters, replicate);
    double const s = parameters.utility.transitory_taste;
    FirmTable const& firms = world.market().firms;
    std::vector<double> log_weight; // V/s, V the log of posted pay, or of the cap
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const pay =
            protocol == OfferProtocol::posted ? firms.posted_pay[row] : firms.unit_value[row];
        log_weight.push_back(parameters.utility.pay * log(pay) / s);
    }
    double const highest = *std::max_element(log_weight.begin(), log_weight.end());
    double all = 0.0;
    for (double& weight : log_weight) {
        weight -= highest;
        all += exp(weight);
    }
    world.step();
    double hired = 0.0; // nobody worked before, and not everybody need have searched
    for (std::size_t f = 0; f != firms.size(); ++f) {
        hired += static_cast<double>(firms.staff[FirmRow{f}]);
    }
    std::vector<Law> laws;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        laws.push_back(expected(fmt::format("share of firm {}, {}", firms.name[row], name),
                                exp(log_weight[f]) / all,
                                share_of(static_cast<double>(firms.staff[row]), hired)));
    }
    return laws;
}

} // namespace

std::vector<Law> check_logit(Parameters const& parameters) {
    auto laws = laws_under(parameters, OfferProtocol::posted, "posted pay", 0);
    for (Law& law :
         laws_under(parameters, OfferProtocol::sequential_auction, "auction at caps", 1)) {
        laws.push_back(std::move(law));
    }
    return laws;
}

std::vector<ParameterProblem> logit_problems(Parameters const& parameters) {
    auto const firms = static_cast<double>(parameters.firms.size());
    return unmet(parameters,
                 together(needs_of_plain_search(),
                          {{.path = "population.unemployed_at_start", .numbers = Domain::only(1.0)},
                           {.path = "population.talent.distribution", .words = {"constant"}},
                           {.path = "population.talent.value", .numbers = Domain::only(1.0)},
                           {.path = "search.contacts_per_search",
                            .numbers = Domain::at_least(firms),
                            .words = {"all"}},
                           {.path = "utility.form", .words = {"logarithmic"}},
                           {.path = "utility.outside", .words = {"none"}},
                           {.path = "utility.persistent_taste.distribution", .words = {"none"}},
                           {.path = "utility.transitory_taste", .numbers = Domain::above(0.0)}}));
}

} // namespace talentsim
