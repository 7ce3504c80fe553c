#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "engine/mechanisms/bargaining.hpp"

namespace talentsim {

/// A step that nobody can take: of one who makes an offer and never raises it.
inline constexpr double no_step = std::numeric_limits<double>::infinity();

/// Somebody who bids for a person in rounds; everything in values of U [log points].
struct Bidder {
    double opening = 0.0; ///< U of the first offer
    double cap = 0.0;     ///< M: U at the most that is offered; at least `opening`
    double step = 0.0;    ///< what a raise adds to the offer that stands, > 0
    double leap = 0.0;    ///< what the first raise adds instead, as far as the cap allows; 0: none
    std::uint64_t precedence = 0; ///< of equal offers, that of the lowest stands
    double bid = 0.0;             ///< U of the last offer; filled in by `escalate`
    bool may_leap = false;        ///< as long as the leap has not been taken; likewise
    bool is_in = true;            ///< until it cannot raise when outbid; likewise
};

/// How a contest in rounds ended.
struct Escalation {
    std::size_t winner = 0;   ///< place of whose offer stands
    double bid = 0.0;         ///< U of that offer
    double runner_up = 0.0;   ///< U of the best last offer of the others; -infinity if none
    std::uint32_t raises = 0; ///< offers raised, by whomever
};

/// Play out a contest of at most so many rounds.
///
/// All open at once, and the best offer stands. In each round everybody else raises to the standing
/// offer plus the own step, or leaves where the cap is below that; the best of the raised offers
/// stands. The first raise may be a leap, cut down to the cap. When nobody raises, or the rounds
/// run out, the offer that stands wins: not always that of the highest cap.
///
/// With enough rounds the standing offer ends within one step of the second-highest cap, or at the
/// highest opening above it, and the winner is the highest cap or one less than a step below. With
/// steps towards 0 that is the ascending auction of Postel-Vinay & Robin (2002), eq. 1-3.
///
/// @param bidders  at least one
/// @param rounds   R, >= 0
[[nodiscard]] Escalation escalate(std::span<Bidder> bidders, std::int64_t rounds) noexcept;

/// By how much U rises when pay rises to `factor` times as much: b_w ln(factor). Where U is linear,
/// by (factor - 1) times the pay at the cap, so that steps are alike in height, too.
///
/// @param factor         > 1
/// @param cap            r [USD/year]
/// @param value_per_pay  after-tax value of one USD of pay there [-]
[[nodiscard]] double utility_of_raise(AuctionTerms const& terms, double factor, double cap,
                                      double value_per_pay) noexcept;

/// U of a share of the cap, where U at the cap is M.
///
/// @param share  in (0, 1]
[[nodiscard]] double utility_of_share(AuctionTerms const& terms, double share, double cap,
                                      double value_per_pay, double at_cap) noexcept;

} // namespace talentsim
