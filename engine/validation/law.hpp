#pragma once

#include <string>

namespace talentsim {

/// A number found by simulation, and how far chance moves it.
struct Estimate {
    double value = 0.0;
    double standard_error = 0.0;
};

/// A mean over independent observations.
class Mean {
  public:
    void add(double x) noexcept {
        n_ += 1.0;
        sum_ += x;
        squares_ += x * x;
    }

    [[nodiscard]] double n() const noexcept { return n_; }

    [[nodiscard]] Estimate estimate() const noexcept;

  private:
    double n_ = 0.0;
    double sum_ = 0.0;
    double squares_ = 0.0;
};

/// A law of theory beside what the engine does.
struct Law {
    std::string what;
    double theory = 0.0;
    double found = 0.0;
    double standard_error = 0.0; ///< of `found`; 0 where no chance is involved
    double tolerance = 0.0;      ///< largest distance at which the law holds
    bool is_bound = false;       ///< theory only says that `found` exceeds it, by the tolerance

    [[nodiscard]] bool holds() const;

    /// Whether there was anybody whom it could be measured on.
    [[nodiscard]] bool is_measured() const;
};

/// Standard errors by which an estimate may miss its expectation: 1 in 16,000 does.
inline constexpr double allowed_standard_errors = 4.0;

/// Rounding of an estimate without chance, relative to theory: sums of a million terms.
inline constexpr double rounding_of_estimates = 1e-9;

/// `found` estimates `theory`: within four standard errors and rounding.
[[nodiscard]] Law expected(std::string what, double theory, Estimate const& found);

/// `found` is `theory` up to rounding, given relative to it.
[[nodiscard]] Law exact(std::string what, double theory, double found, double rounding = 0.0);

/// `found` is larger than `bound`, by more than four standard errors.
[[nodiscard]] Law larger(std::string what, double bound, Estimate const& found);

/// The share of n independent people of whom an event is true with this probability.
[[nodiscard]] Estimate share_of(double count, double n);

} // namespace talentsim
