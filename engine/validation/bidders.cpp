#include <algorithm>
#include <fmt/format.h>

#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

constexpr Month months = 40;

/// Mean of the second-highest of n places out of 1 ... m, all different: (n-1)(m+1)/(n+1).
/// Source: David & Nagaraja (2003), "Order statistics", eq. 3.7.4.
double mean_second_highest(double n, double m) { return (n - 1.0) * (m + 1.0) / (n + 1.0); }

/// Some, and the number of the scenario.
std::vector<std::int64_t> numbers_of_bidders(Parameters const& parameters) {
    std::vector<std::int64_t> numbers{2, 3, 5, 10};
    std::int64_t const given = parameters.search.contacts_per_search;
    if (given > 1 && given != SearchParameters::all &&
        std::find(numbers.begin(), numbers.end(), given) == numbers.end()) {
        numbers.push_back(given);
    }
    return numbers;
}

Law law_with(Parameters parameters, std::int64_t bidders) {
    parameters.search.contacts_per_search = bidders;
    Simulation world = found_world(parameters);
    Market const& market = world.market();
    auto const& [country, fringe] = *parameters.fringe.begin();
    double const unit = parameters.production.unit_value *
                        parameters.countries.at(country).pay_level * fringe.pay_premium;
    Mean price;
    for (Month month = 0; month != months; ++month) {
        auto const employer_before = market.researchers.employer;
        world.step();
        for (std::size_t i = 0; i != market.researchers.size(); ++i) {
            ResearcherRow const row{i};
            // Those who move from job to job are bid for by their employer, too.
            if (market.researchers.is_employed(row) && !employer_before[row].exists()) {
                price.add(market.researchers.pay[row] / unit);
            }
        }
    }
    auto const n = static_cast<double>(bidders);
    auto const m = static_cast<double>(market.firms.size());
    ProductivityParameters const& caps = fringe.productivity;
    double const expected_price =
        caps.low + (caps.high - caps.low) * (mean_second_highest(n, m) - 0.5) / m;
    return expected(fmt::format("mean price with {} bidders; in the continuum {:.5f}", bidders,
                                caps.low + (caps.high - caps.low) * (n - 1.0) / (n + 1.0)),
                    expected_price, price.estimate());
}

} // namespace

std::vector<ParameterProblem> bidders_problems(Parameters const& parameters) {
    auto const numbers = numbers_of_bidders(parameters);
    auto const most = static_cast<double>(*std::max_element(numbers.begin(), numbers.end()));
    return unmet(
        parameters,
        together(needs_of_plain_search(),
                 {{.path = "population.unemployed_at_start", .numbers = Domain::above(0.0)},
                  {.path = "population.talent.distribution", .words = {"constant"}},
                  {.path = "population.talent.value", .numbers = Domain::only(1.0)},
                  {.path = "search.draw", .words = {"uniform"}},
                  {.path = "offers.protocol", .words = {"sequential_auction"}},
                  {.path = "offers.bargaining_power", .numbers = Domain::only(0.0)},
                  {.path = "offers.pay_floor", .numbers = Domain::only(0.0)},
                  {.path = "utility.outside", .words = {"none"}},
                  {.path = "utility.persistent_taste.distribution", .words = {"none"}},
                  {.path = "utility.transitory_taste", .numbers = Domain::only(0.0)},
                  {.path = "production.talent_exponent", .numbers = Domain::only(1.0)},
                  {.path = "countries.*.talent_exponent", .numbers = Domain::only(1.0)},
                  {.path = "fringe.*.firms", .numbers = Domain::at_least(most)},
                  {.path = "fringe.*.premium_spread", .numbers = Domain::only(0.0)},
                  {.path = "fringe.*.productivity.distribution", .words = {"uniform"}}}));
}

std::vector<Law> check_bidders(Parameters const& parameters) {
    std::vector<Law> laws;
    for (std::int64_t const bidders : numbers_of_bidders(parameters)) {
        laws.push_back(law_with(parameters, bidders));
    }
    return laws;
}

} // namespace talentsim
