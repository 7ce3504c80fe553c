#pragma once

#include <limits>
#include <string>

namespace talentsim {

/// The finite numbers a parameter accepts. The check and the words for it live together, so they
/// agree.
struct Bounds {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_included = true;

    [[nodiscard]] bool contain(double x) const;
    /// As in `must be a number {text}`: `>= 0`, `in [0, 1]`, `in (0, 5]`.
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] constexpr Bounds at_least(double low) { return {.low = low}; }

[[nodiscard]] constexpr Bounds above(double low) { return {.low = low, .low_included = false}; }

[[nodiscard]] constexpr Bounds within(double low, double high) {
    return {.low = low, .high = high};
}

/// Greater than low, at most high.
[[nodiscard]] constexpr Bounds up_to(double low, double high) {
    return {.low = low, .high = high, .low_included = false};
}

} // namespace talentsim
