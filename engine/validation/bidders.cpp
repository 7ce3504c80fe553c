#include <algorithm>
#include <fmt/format.h>

#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

constexpr Month months = 40;

/// Mean of the second-highest of n places out of 1 ... m, all different: (n-1)(m+1)/(n+1).
/// Source: David & Nagaraja (2003), "Order statistics", eq. 3.7.4.
double mean_second_highest(double n, double m) { return (n - 1.0) * (m + 1.0) / (n + 1.0); }

Law law_with(Parameters parameters, std::int64_t bidders) {
    parameters.search.contacts_per_search = bidders;
    Simulation world = found_world(parameters);
    Market const& market = world.market();
    double const unit = parameters.production.unit_value;
    Mean price;
    for (Month month = 0; month != months; ++month) {
        world.step();
        for (std::size_t i = 0; i != market.researchers.size(); ++i) {
            ResearcherRow const row{i};
            if (market.researchers.is_employed(row) && market.researchers.since[row] == month) {
                price.add(market.researchers.pay[row] / unit);
            }
        }
    }
    auto const n = static_cast<double>(bidders);
    auto const m = static_cast<double>(market.firms.size());
    auto const& caps = parameters.fringe.begin()->second.productivity;
    double const expected_price =
        caps.low + (caps.high - caps.low) * (mean_second_highest(n, m) - 0.5) / m;
    return expected(fmt::format("mean price with {} bidders; in the continuum {:.5f}", bidders,
                                caps.low + (caps.high - caps.low) * (n - 1.0) / (n + 1.0)),
                    expected_price, price.estimate());
}

} // namespace

std::vector<Law> check_bidders(Parameters const& parameters) {
    std::vector<std::int64_t> numbers{2, 3, 5, 10};
    std::int64_t const given = parameters.search.contacts_per_search;
    if (given > 1 && given != SearchParameters::all &&
        std::find(numbers.begin(), numbers.end(), given) == numbers.end()) {
        numbers.push_back(given);
    }
    std::vector<Law> laws;
    laws.reserve(numbers.size());
    for (std::int64_t const bidders : numbers) {
        laws.push_back(law_with(parameters, bidders));
    }
    return laws;
}

} // namespace talentsim
