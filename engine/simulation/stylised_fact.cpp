#include "engine/simulation/stylised_fact.hpp"

#include <algorithm>
#include <cmath>

namespace talentsim {

namespace {

/// @param values  sorted, at least one
double quantile(std::vector<double> const& values, double level) {
    double const place = level * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], place - static_cast<double>(below));
}

} // namespace

bool StylisedFact::is_met_by(double value) const {
    double const least = low - tolerance;
    double const most = high + tolerance;
    bool const is_open = std::isinf(least) || std::isinf(most);
    return is_open ? value > least && value < most : value >= least && value <= most;
}

Band band_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) {
        return {};
    }
    std::sort(values.begin(), values.end());
    return {.low = quantile(values, 0.05),
            .median = quantile(values, 0.5),
            .high = quantile(values, 0.95),
            .replicates = values.size()};
}

} // namespace talentsim
