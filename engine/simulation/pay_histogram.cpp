#include "engine/simulation/pay_histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

constexpr int mantissa_bits = 52;
constexpr int exponent_bias = 1023;
constexpr int step_bits = std::countr_zero(static_cast<unsigned>(PayHistogram::steps_per_octave));
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::uint64_t total(std::span<std::uint32_t const> counts) {
    std::uint64_t sum = 0;
    for (std::uint32_t const count : counts) {
        sum += count;
    }
    return sum;
}

} // namespace

std::size_t PayHistogram::bin_of(double pay) noexcept {
    // Exponent and leading mantissa bits of a double, read as one number, are the bin.
    auto const leading = std::bit_cast<std::int64_t>(pay) >> (mantissa_bits - step_bits);
    std::int64_t const first = std::int64_t{exponent_bias + lowest_octave} << step_bits;
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(leading - first, 0, static_cast<std::int64_t>(bins) - 1));
}

double PayHistogram::edge(std::size_t bin) noexcept {
    auto const octave = static_cast<int>(bin / steps_per_octave) + lowest_octave;
    auto const step = static_cast<double>(bin % steps_per_octave);
    return std::ldexp(1.0 + step / steps_per_octave, octave);
}

double quantile(std::span<std::uint32_t const> counts, double level) {
    expects(level > 0.0 && level < 1.0, "quantile: level in (0, 1)");
    double const target = level * static_cast<double>(total(counts));
    double below = 0.0;
    for (std::size_t bin = 0; bin != counts.size(); ++bin) {
        auto const here = static_cast<double>(counts[bin]);
        if (here > 0.0 && below + here >= target) {
            double const low = PayHistogram::edge(bin);
            return low + (PayHistogram::edge(bin + 1) - low) * (target - below) / here;
        }
        below += here;
    }
    return nothing;
}

double gini(std::span<std::uint32_t const> counts) {
    double people = 0.0;
    double pay = 0.0;
    double ranked_pay = 0.0; // sum of rank times pay, ranks from 1
    for (std::size_t bin = 0; bin != counts.size(); ++bin) {
        auto const here = static_cast<double>(counts[bin]);
        if (here == 0.0) {
            continue;
        }
        double const middle = 0.5 * (PayHistogram::edge(bin) + PayHistogram::edge(bin + 1));
        ranked_pay += middle * here * (people + 0.5 * (here + 1.0));
        pay += middle * here;
        people += here;
    }
    return people > 0.0 ? 2.0 * ranked_pay / (people * pay) - (people + 1.0) / people : nothing;
}

} // namespace talentsim
