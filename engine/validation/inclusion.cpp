#include "engine/validation/inclusion.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "engine/core/math.hpp"

namespace talentsim {

namespace {

/// E[max(0, a - K - M)] for K hypergeometric. Its probabilities are built up from ratios of
/// neighbours, outwards from the most likely value, so that none overflows.
double expected_left_over(std::int64_t n, std::int64_t a, std::int64_t r, std::int64_t m) {
    std::int64_t const lowest = std::max<std::int64_t>(0, r - (n - a));
    std::int64_t const highest = std::min(a, r);
    auto const x = [](std::int64_t whole) { return static_cast<double>(whole); };
    auto const mode =
        std::clamp(static_cast<std::int64_t>(x(r + 1) * x(a + 1) / x(n + 2)), lowest, highest);
    // P(k+1)/P(k)
    auto const ratio = [&](std::int64_t k) {
        return x(a - k) * x(r - k) / (x(k + 1) * x(n - a - r + k + 1));
    };
    double total = 0.0;
    double sum = 0.0;
    auto const add = [&](std::int64_t k, double likelihood) {
        total += likelihood;
        sum += likelihood * x(std::max<std::int64_t>(0, a - k - m));
    };
    constexpr double negligible = 1e-30;
    double likelihood = 1.0;
    for (std::int64_t k = mode; k <= highest && likelihood > negligible; ++k) {
        add(k, likelihood);
        likelihood *= ratio(k);
    }
    likelihood = 1.0;
    for (std::int64_t k = mode - 1; k >= lowest && likelihood > negligible; --k) {
        likelihood /= ratio(k);
        add(k, likelihood);
    }
    return sum / total;
}

} // namespace

TwoStageInclusion two_stage_inclusion(std::int64_t registrations, std::int64_t advanced,
                                      DrawPlaces places) {
    auto const n = static_cast<double>(registrations);
    auto const a = static_cast<double>(advanced);
    std::int64_t const drawn_first = std::min(places.regular, registrations);
    double const share = static_cast<double>(drawn_first) / n;
    return {.advanced =
                1.0 - expected_left_over(registrations, advanced, drawn_first, places.advanced) / a,
            .others = share,
            .sd_first_stage =
                std::sqrt(static_cast<double>(drawn_first) * (a / n) * (1.0 - a / n) *
                          (n - static_cast<double>(drawn_first)) / std::max(n - 1.0, 1.0))};
}

std::vector<double> weighted_inclusion(std::vector<WeightGroup> const& groups,
                                       std::int64_t places) {
    using Drawn = std::vector<std::int64_t>; // by group
    std::map<Drawn, double> states{{Drawn(groups.size(), 0), 1.0}};
    for (std::int64_t place = 0; place != places; ++place) {
        std::map<Drawn, double> next;
        for (auto const& [drawn, probability] : states) {
            double left = 0.0;
            for (std::size_t g = 0; g != groups.size(); ++g) {
                left += groups[g].weight * static_cast<double>(groups[g].registrations - drawn[g]);
            }
            for (std::size_t g = 0; g != groups.size(); ++g) {
                if (drawn[g] == groups[g].registrations) {
                    continue;
                }
                Drawn after = drawn;
                ++after[g];
                next[after] += probability * groups[g].weight *
                               static_cast<double>(groups[g].registrations - drawn[g]) / left;
            }
        }
        if (next.empty()) {
            break; // everybody is drawn
        }
        states = std::move(next);
    }
    std::vector<double> inclusion(groups.size(), 0.0);
    for (auto const& [drawn, probability] : states) {
        for (std::size_t g = 0; g != groups.size(); ++g) {
            inclusion[g] += probability * static_cast<double>(drawn[g]) /
                            static_cast<double>(groups[g].registrations);
        }
    }
    return inclusion;
}

std::vector<double> weighted_inclusion_of_many(std::vector<WeightGroup> const& groups,
                                               std::int64_t places) {
    auto const drawn_by = [&](double time) {
        double total = 0.0;
        for (WeightGroup const& group : groups) {
            total -= static_cast<double>(group.registrations) * expm1(-group.weight * time);
        }
        return total;
    };
    double low = 0.0;
    double high = 1.0;
    while (drawn_by(high) < static_cast<double>(places) && high < 1e6) {
        high *= 2.0;
    }
    constexpr int halvings = 200;
    for (int k = 0; k != halvings; ++k) {
        double const middle = 0.5 * (low + high);
        (drawn_by(middle) < static_cast<double>(places) ? low : high) = middle;
    }
    std::vector<double> inclusion;
    inclusion.reserve(groups.size());
    for (WeightGroup const& group : groups) {
        inclusion.push_back(-expm1(-group.weight * high));
    }
    return inclusion;
}

} // namespace talentsim
