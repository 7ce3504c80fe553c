#pragma once

#include <algorithm>

namespace talentsim {

/// How far somebody is paid less than another, in units of own pay: max(0, other - own)/own. Only
/// those below react (Card, Mas, Moretti & Saez 2012, "Inequality at work", sec. V).
///
/// @param own  [USD/year], > 0
[[nodiscard]] inline double shortfall(double own, double other) noexcept {
    return std::max(0.0, other - own) / own;
}

/// Relative deprivation RD, the mean shortfall towards those one knows. Source: Yitzhaki (1979),
/// "Relative deprivation and the Gini coefficient", QJE 93(2); here as a share of own pay, so that
/// among N people who all know each other the mean of own pay times RD is mean pay times their Gini
/// coefficient times N/(N-1).
class RelativeDeprivation {
  public:
    /// @param own  [USD/year], > 0
    explicit RelativeDeprivation(double own) noexcept : own_{own} {}

    /// One more person known; pay 0 without a job [USD/year].
    void compare_with(double pay) noexcept {
        sum_ += shortfall(own_, pay);
        known_ += 1.0;
    }

    /// RD [-]; 0 for who knows nobody.
    [[nodiscard]] double value() const noexcept { return known_ > 0.0 ? sum_ / known_ : 0.0; }

  private:
    double own_;
    double sum_ = 0.0;
    double known_ = 0.0;
};

/// The probability of a search, min(1, lambda (1 + z min(RD, 1))).
///
/// @param rate         lambda [1/month]
/// @param response     z [-]
/// @param deprivation  RD [-]
[[nodiscard]] double search_rate(double rate, double response, double deprivation) noexcept;

} // namespace talentsim
