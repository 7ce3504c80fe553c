#include <algorithm>
#include <limits>

#include "engine/phases/contest_table.hpp"

namespace talentsim {

void ContestTable::play_out(Contest& contest, Bid* bids, Bidder* bidders) const {
    std::uint32_t const made = contest.bids;
    std::uint32_t const others = join_fallbacks(contest, bidders + made);
    double reservation = joblessness_;
    for (std::uint32_t k = made; k != made + others; ++k) {
        reservation = std::max(reservation, bidders[k].opening);
    }
    for (std::uint32_t k = 0; k != made; ++k) {
        bidders[k] = poacher(bids[k], reservation);
    }
    while (true) {
        std::uint32_t const first = contest.ranked;
        Escalation const end =
            escalate({bidders + first, bidders + made + others}, parameters_.offers.rounds);
        std::uint32_t const winner = first + static_cast<std::uint32_t>(end.winner);
        if (winner >= made) {
            bool const is_employer = winner == made && others == 2;
            settle_fallback(contest, end, bidders[winner], is_employer);
            return;
        }
        std::rotate(bidders + first, bidders + winner, bidders + winner + 1);
        std::rotate(bids + first, bids + winner, bids + winner + 1);
        Bid& bid = bids[first];
        bid.is_ranked = true;
        bid.second = end.runner_up;
        bid.raises = end.raises;
        bid.pay = poaching_pay(bid, end.bid);
        bid.is_front_loaded = bidders[first].leap > 0.0 && !bidders[first].may_leap;
        ++contest.ranked;
    }
}

/// By how much U rises when this firm raises its offer by the step e.
double ContestTable::step_of(Workplace const& firm, double cap, double value_per_pay) const {
    return utility_of_raise(terms_, 1.0 + market_.firms.escalation_step[firm.row], cap,
                            value_per_pay);
}

/// @param reservation  U of what the researcher has
Bidder ContestTable::poacher(Bid const& bid, double reservation) const {
    OfferParameters const& offers = parameters_.offers;
    Workplace const& place = firm_at(bid.firm).place;
    double const value_per_pay = utility_.value_per_pay(place, bid.visa);
    auto const words = step_.words(market_.researchers.identity[who_], Draw::escalation, place.key);
    double opening = reservation;
    if (offers.opening == OpeningBid::share ||
        reservation == -std::numeric_limits<double>::infinity()) {
        opening = std::max(opening, utility_of_share(terms_, offers.opening_share, bid.cap,
                                                     value_per_pay, bid.utility));
    }
    if (bid.least_pay > 0.0) {
        double const match = utility_.persistent_match(place);
        opening = std::max(opening, utility_.of_pay(place, bid.least_pay, bid.visa) +
                                        utility_.besides_pay(place, match));
    }
    bool const is_pressed =
        (bid.drive.exists() && market_.drives.terms[bid.drive].chief_executive) ||
        happens(market_.firms.chief_executive_probability[bid.firm], words[1]);
    return {.opening = std::min(bid.utility, opening),
            .cap = bid.utility,
            .step = step_of(place, bid.cap, value_per_pay),
            .leap = is_pressed ? utility_of_raise(terms_, offers.chief_executive_factor, bid.cap,
                                                  value_per_pay)
                               : 0.0,
            .precedence = std::uint64_t{1} + words[0]};
}

/// The employer, whose offer stands at a tie, and joblessness, whose does not.
///
/// @returns how many of them there are
std::uint32_t ContestTable::join_fallbacks(Contest& contest, Bidder* bidders) const {
    std::uint32_t others = 0;
    if (employer_ != nullptr) {
        Workplace const& place = employer_->place;
        double const match = utility_.persistent_match(place);
        double const besides = utility_.besides_pay(place, match);
        double const pay = market_.researchers.pay[who_];
        contest.is_countered = employer_counters();
        contest.fallback_pay = contest.is_countered ? retention_cap(match) : pay;
        double const present = utility_.of_pay(place, pay + forfeit_) + besides;
        bidders[others++] = {
            .opening = present,
            .cap = contest.is_countered
                       ? utility_.of_pay(place, contest.fallback_pay + forfeit_) + besides
                       : present,
            .step = step_of(place, contest.fallback_pay, utility_.value_per_pay(place))};
    }
    bidders[others++] = {.opening = joblessness_,
                         .cap = joblessness_,
                         .step = no_step,
                         .precedence = std::numeric_limits<std::uint64_t>::max()};
    return others;
}

/// An employer pays what it has offered, or what the best outside option so far asks for.
void ContestTable::settle_fallback(Contest& contest, Escalation const& end, Bidder const& winner,
                                   bool is_employer) const {
    contest.raises = end.raises;
    contest.fallback_utility = winner.cap;
    if (!is_employer) {
        contest.fallback = Fallback::is_jobless;
        contest.fallback_pay = 0.0;
        return;
    }
    double const pay = market_.researchers.pay[who_];
    double const best_so_far = market_.researchers.best_outside[who_];
    contest.fallback = contest.is_countered ? Fallback::is_kept : Fallback::stays;
    contest.best_outside =
        contest.is_countered ? std::max(best_so_far, end.runner_up) : best_so_far;
    bool const has_raised = end.bid > winner.opening;
    if (!has_raised && contest.best_outside == best_so_far) {
        contest.fallback_pay = pay;
        return;
    }
    contest.fallback_pay =
        retaining_pay(contest.fallback_pay, winner.cap, has_raised ? end.bid : end.runner_up);
}

} // namespace talentsim
