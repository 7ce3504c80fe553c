#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace talentsim {

/// Counts of people by pay, in bins whose width is at most 0.4 % of their pay: quantiles cost one
/// pass over people instead of a sort, and are within 0.4 %.
///
/// Bins are equal steps within each power of two, from 2^-8 to 2^36 USD/year; what lies outside is
/// counted in the outermost bin. Source of the layout: Tene (2012), HdrHistogram.
class PayHistogram {
  public:
    static constexpr int steps_per_octave = 256;
    static constexpr int lowest_octave = -8;
    static constexpr int octaves = 44;
    static constexpr std::size_t bins = static_cast<std::size_t>(steps_per_octave) * octaves;

    /// The bin of an amount of pay > 0.
    [[nodiscard]] static std::size_t bin_of(double pay) noexcept;
    /// Lower edge of a bin; of `bins`, the upper edge of the last [USD/year].
    [[nodiscard]] static double edge(std::size_t bin) noexcept;
};

/// A bin that is not empty.
struct PayBin {
    std::size_t bin = 0;
    std::uint32_t people = 0;
};

/// The bins that are not empty, upwards.
///
/// @param counts  people per bin; shape [PayHistogram::bins]
[[nodiscard]] std::vector<PayBin> occupied_bins(std::span<std::uint32_t const> counts);

/// The pay below which shares of people are, interpolated within bins [USD/year]; NaN where there
/// is nobody.
///
/// @param bins    occupied, upwards
/// @param levels  the shares, in (0, 1), upwards
/// @returns shape as levels
[[nodiscard]] std::vector<double> quantiles(std::span<PayBin const> bins,
                                            std::span<double const> levels);

/// Gini coefficient of pay, everybody at the middle of their bin [-]; NaN where there is nobody.
/// Source: Gini (1912); Sen (1973), "On economic inequality", eq. 2.8.2.
///
/// @param bins  occupied, upwards
[[nodiscard]] double gini(std::span<PayBin const> bins);

} // namespace talentsim
