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

std::vector<PayBin> occupied_bins(std::span<std::uint32_t const> counts) {
    std::vector<PayBin> bins;
    for (std::size_t bin = 0; bin != counts.size(); ++bin) {
        if (counts[bin] != 0) {
            bins.push_back({.bin = bin, .people = counts[bin]});
        }
    }
    return bins;
}

std::vector<double> quantiles(std::span<PayBin const> bins, std::span<double const> levels) {
    std::uint64_t people = 0;
    for (PayBin const& one : bins) {
        people += one.people;
    }
    std::vector<double> found;
    double below = 0.0;
    auto bin = bins.begin();
    for (double const level : levels) {
        expects(level > 0.0 && level < 1.0, "quantiles: levels in (0, 1)");
        if (bins.empty()) {
            found.push_back(nothing);
            continue;
        }
        double const target = level * static_cast<double>(people);
        while (below + bin->people < target) {
            below += bin->people;
            ++bin;
        }
        double const low = PayHistogram::edge(bin->bin);
        double const high = PayHistogram::edge(bin->bin + 1);
        found.push_back(low + (high - low) * (target - below) / bin->people);
    }
    return found;
}

double gini(std::span<PayBin const> bins) {
    double people = 0.0;
    double pay = 0.0;
    double ranked_pay = 0.0; // sum of rank times pay, ranks from 1
    for (PayBin const& one : bins) {
        double const here = one.people;
        double const middle = 0.5 * (PayHistogram::edge(one.bin) + PayHistogram::edge(one.bin + 1));
        ranked_pay += middle * here * (people + 0.5 * (here + 1.0));
        pay += middle * here;
        people += here;
    }
    return people > 0.0 ? 2.0 * ranked_pay / (people * pay) - (people + 1.0) / people : nothing;
}

} // namespace talentsim
