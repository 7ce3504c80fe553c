#include "engine/simulation/pooled_median.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/simulation/variables.hpp"

namespace talentsim {

namespace {

struct Group {
    double weight = 0.0;
    std::span<double const> quantiles;
};

/// Share of a group that earns x or less.
double share_at_or_below(Group const& group, double x) {
    auto const& at = group.quantiles;
    if (x < at.front()) {
        return 0.0;
    }
    if (x >= at.back()) {
        return 1.0;
    }
    auto const above =
        static_cast<std::size_t>(std::upper_bound(at.begin(), at.end(), x) - at.begin());
    double const part = (x - at[above - 1]) / (at[above] - at[above - 1]);
    return std::lerp(quantile_levels[above - 1], quantile_levels[above], part);
}

} // namespace

double pooled_median(std::span<double const> weights, std::span<double const> quantiles) {
    constexpr std::size_t levels = quantile_levels.size();
    expects(quantiles.size() == weights.size() * levels,
            "pooled_median: a row of quantiles per group");
    std::vector<Group> groups;
    double total = 0.0;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (std::size_t g = 0; g != weights.size(); ++g) {
        Group const group{weights[g], quantiles.subspan(g * levels, levels)};
        bool const is_known = std::none_of(group.quantiles.begin(), group.quantiles.end(),
                                           [](double x) { return std::isnan(x); });
        if (group.weight > 0.0 && is_known) {
            groups.push_back(group);
            total += group.weight;
            low = std::min(low, group.quantiles.front());
            high = std::max(high, group.quantiles.back());
        }
    }
    if (groups.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    // Halving the interval 60 times leaves it as narrow as a double is.
    for (int halving = 0; halving != 60; ++halving) {
        double const middle = std::midpoint(low, high);
        double below = 0.0;
        for (Group const& group : groups) {
            below += group.weight * share_at_or_below(group, middle);
        }
        (below < 0.5 * total ? low : high) = middle;
    }
    return high;
}

} // namespace talentsim
