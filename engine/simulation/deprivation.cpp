#include "engine/simulation/deprivation.hpp"

#include <cstdint>
#include <limits>

#include "engine/core/exact_sum.hpp"
#include "engine/phases/acquaintances.hpp"

namespace talentsim {

namespace {

struct Mean {
    ExactSum<24> sum;
    std::int64_t asked = 0;
};

} // namespace

std::vector<double> mean_deprivation(Market const& market, Month month, Visit order) {
    using Means = std::vector<Mean>;
    ResearcherTable const& people = market.researchers;
    std::size_t const cells = market.countries.size() * n_tiers;
    std::vector<double> deprivation(cells, 0.0);
    if (market.ties.each() == 0) {
        return deprivation;
    }
    auto const turn = static_cast<Identity>(month % months_per_year);
    auto const means = tally<Means>(
        order, people.size(), [&] { return Means(cells); },
        [&](std::size_t i, Means& found) {
            ResearcherRow const row{i};
            if (people.identity[row] % months_per_year != turn || !people.is_employed(row)) {
                return;
            }
            Mean& mean = found[people.location[row].at() * n_tiers +
                               static_cast<std::size_t>(people.tier[row])];
            mean.sum += ExactSum<24>{deprivation_of(market, row)};
            ++mean.asked;
        },
        [](Means& total, Means const& part) {
            for (std::size_t cell = 0; cell != total.size(); ++cell) {
                total[cell].sum += part[cell].sum;
                total[cell].asked += part[cell].asked;
            }
        });
    std::transform(means.begin(), means.end(), deprivation.begin(), [](Mean const& mean) {
        return mean.asked > 0 ? mean.sum.value() / static_cast<double>(mean.asked)
                              : std::numeric_limits<double>::quiet_NaN();
    });
    return deprivation;
}

} // namespace talentsim
