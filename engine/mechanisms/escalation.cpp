#include "engine/mechanisms/escalation.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

namespace talentsim {

namespace {

bool stands_before(Bidder const& a, Bidder const& b) {
    return a.bid != b.bid ? a.bid > b.bid : a.precedence < b.precedence;
}

/// One who was outbid raises, or leaves.
///
/// @returns whether it raised
bool answer(Bidder& bidder, double standing) {
    double const next = standing + bidder.step;
    bidder.is_in = bidder.is_in && next <= bidder.cap;
    if (!bidder.is_in) {
        return false;
    }
    bidder.bid = bidder.may_leap ? std::clamp(standing + bidder.leap, next, bidder.cap) : next;
    bidder.may_leap = false;
    return true;
}

} // namespace

Escalation escalate(std::span<Bidder> bidders, std::int64_t rounds) noexcept {
    Escalation end;
    for (std::size_t j = 0; j != bidders.size(); ++j) {
        bidders[j].bid = bidders[j].opening;
        bidders[j].may_leap = bidders[j].leap > 0.0;
        bidders[j].is_in = true;
        end.winner = stands_before(bidders[j], bidders[end.winner]) ? j : end.winner;
    }
    for (std::int64_t round = 0; round != rounds; ++round) {
        std::size_t const standing = end.winner;
        double const level = bidders[standing].bid;
        for (std::size_t j = 0; j != bidders.size(); ++j) {
            if (j == standing || !answer(bidders[j], level)) {
                continue;
            }
            ++end.raises;
            if (end.winner == standing || stands_before(bidders[j], bidders[end.winner])) {
                end.winner = j;
            }
        }
        if (end.winner == standing) {
            break;
        }
    }
    end.bid = bidders[end.winner].bid;
    end.runner_up = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j != bidders.size(); ++j) {
        if (j != end.winner) {
            end.runner_up = std::max(end.runner_up, bidders[j].bid);
        }
    }
    return end;
}

double utility_of_raise(AuctionTerms const& terms, double factor, double cap,
                        double value_per_pay) noexcept {
    return terms.pay_weight * (terms.form == UtilityForm::logarithmic
                                   ? log(factor)
                                   : (factor - 1.0) * cap * value_per_pay);
}

double utility_of_share(AuctionTerms const& terms, double share, double cap, double value_per_pay,
                        double at_cap) noexcept {
    return at_cap + terms.pay_weight * (terms.form == UtilityForm::logarithmic
                                            ? log(share)
                                            : (share - 1.0) * cap * value_per_pay);
}

} // namespace talentsim
