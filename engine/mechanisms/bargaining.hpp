#pragma once

#include "engine/model/parameters.hpp"

namespace talentsim {

/// Terms of an auction for one person.
struct AuctionTerms {
    UtilityForm form = UtilityForm::logarithmic;
    double pay_weight = 1.0;       ///< b_w [-]
    double bargaining_power = 0.0; ///< beta [-], in [0, 1]
};

/// Pay at which the winner's job is worth M2 + beta (M1 - M2) to the person:
///
///     W = r exp(-(1-beta) (M1-M2)/b_w),   or in levels   W = r - (1-beta) (M1-M2)/b_w
///
/// M is U at a bidder's cap. With beta = 0 the winner pays what makes the person indifferent to the
/// second-best bidder's cap. Never above the cap, since M1 >= M2, nor below 0. Where the country
/// adds a supplement to pay, W and r are those sums, and the firm pays W less the supplement.
///
/// @param cap            r: the most the winner would pay [USD/year]
/// @param value_per_pay  after-tax value of one USD of pay there [-]; matters in levels only
/// @param best           M1: U at that cap
/// @param second         M2: U of the best other option, -infinity if there is none
/// @param supplement     what the country adds to the winner's pay [USD/year]
/// @returns [USD/year], in [0, cap]
/// Source: Postel-Vinay & Robin (2002), eq. 1-3, in the static limit (beta = 0); Cahuc,
/// Postel-Vinay & Robin (2006), eq. 1-2 (beta > 0).
[[nodiscard]] double auction_pay(AuctionTerms const& terms, double cap, double value_per_pay,
                                 double best, double second, double supplement = 0.0) noexcept;

} // namespace talentsim
