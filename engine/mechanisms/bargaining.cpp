#include "engine/mechanisms/bargaining.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

namespace talentsim {

double auction_pay(AuctionTerms const& terms, double cap, double value_per_pay, double best,
                   double second, double supplement) noexcept {
    if (terms.bargaining_power >= 1.0) {
        return cap;
    }
    double const conceded = (1.0 - terms.bargaining_power) * (best - second) / terms.pay_weight;
    double const pay = terms.form == UtilityForm::logarithmic
                           ? (cap + supplement) * exp(-conceded) - supplement
                           : cap - conceded / value_per_pay;
    return std::clamp(pay, 0.0, cap);
}

} // namespace talentsim
