#pragma once

#include <algorithm>
#include <cstdint>

namespace talentsim {

// Sums over agents that must not depend on the order of adding are kept as whole multiples of a
// small unit: integer addition is exact, so any split over threads gives the same total.

/// A sum of amounts, in multiples of 2^-FractionBits.
template <int FractionBits>
class ExactSum {
  public:
    constexpr ExactSum() = default;

    /// The amount to the nearest unit, halves away from 0.
    explicit ExactSum(double amount) noexcept
        : units_{static_cast<std::int64_t>(std::clamp(amount, -largest, largest) * one +
                                           (amount < 0.0 ? -0.5 : 0.5))} {}

    ExactSum& operator+=(ExactSum other) noexcept {
        units_ += other.units_;
        return *this;
    }

    ExactSum& operator-=(ExactSum other) noexcept {
        units_ -= other.units_;
        return *this;
    }

    /// Add an amount a number of times; -1 takes it away again, exactly.
    void add(std::int64_t times, ExactSum amount) noexcept { units_ += times * amount.units_; }

    [[nodiscard]] double value() const noexcept { return static_cast<double>(units_) / one; }

    // clang-tidy 14 takes the 0 inside a defaulted comparison for a null pointer.
    friend constexpr auto operator<=>(ExactSum,
                                      ExactSum) = default; // NOLINT(modernize-use-nullptr)

  private:
    static constexpr double one = static_cast<double>(std::int64_t{1} << FractionBits);
    /// A single amount beyond this is cut, so that a nonsensical world cannot overflow.
    static constexpr double largest = 0x1p52 / one;

    std::int64_t units_ = 0;
};

/// Money [USD or USD/year], to 2^-16; exact up to 140 trillion.
using MoneySum = ExactSum<16>;
/// Talent units theta^h [-], to 2^-24; exact up to 550 billion.
using TalentSum = ExactSum<24>;

} // namespace talentsim
