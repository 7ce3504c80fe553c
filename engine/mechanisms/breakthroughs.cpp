#include "engine/mechanisms/breakthroughs.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

namespace talentsim {

namespace {

/// Far beyond any count that a mean of at most most_breakthroughs_expected makes, so that the
/// search ends where the sum of probabilities stops just short of u for rounding.
constexpr std::int64_t largest_count = 1000;

} // namespace

double expected_breakthroughs(BreakthroughOdds const& odds, double talent, double compute_ratio,
                              double productivity) noexcept {
    double const ideas = odds.rate * talent * pow(compute_ratio, odds.compute_exponent);
    if (!(ideas > 0.0)) {
        return 0.0; // also where productivity has sunk to 0
    }
    return std::min(ideas * pow(productivity, -odds.difficulty), most_breakthroughs_expected);
}

std::int64_t poisson_count(double mean, double u) noexcept {
    double probability = exp(-mean);
    double up_to_here = probability;
    std::int64_t n = 0;
    while (up_to_here < u && n < largest_count) {
        ++n;
        probability *= mean / static_cast<double>(n);
        up_to_here += probability;
    }
    return n;
}

double productivity_after(double productivity, std::int64_t breakthroughs, double founding,
                          double size) noexcept {
    return productivity * exp((static_cast<double>(breakthroughs) - founding) * log1p(size));
}

} // namespace talentsim
