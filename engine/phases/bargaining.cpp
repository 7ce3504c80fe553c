#include "engine/phases/bargaining.hpp"

#include <algorithm>
#include <limits>

#include "engine/core/math.hpp"
#include "engine/mechanisms/bargaining.hpp"
#include "engine/phases/job_utility.hpp"
#include "engine/phases/ventures.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

namespace {

/// One researcher's contest, from the contacts to the ranked and priced bids.
class Table {
  public:
    Table(Market const& market, Parameters const& parameters, TalentValues const& values,
          Step const& step, ResearcherRow who)
        : market_{market},
          parameters_{parameters},
          values_{values},
          step_{step},
          who_{who},
          utility_{market, parameters, step, who},
          talent_{market, who},
          employer_{market.researchers.employer[who]},
          joblessness_{utility_.of_joblessness(talent_)},
          terms_{.form = parameters.utility.form,
                 .pay_weight = parameters.utility.pay,
                 .bargaining_power = bargaining_power()},
          is_posted_{parameters.offers.protocol == OfferProtocol::posted} {
        if (market.researchers.pending[who] != Pending::none) {
            promised_ = market.researchers.pending_move[who].firm;
        }
        if (may_found(market, parameters, who)) {
            look_at_a_venture();
        }
    }

    /// Until when somebody founds a start-up who would rather be without an employer; 0: does not.
    [[nodiscard]] Month founds_until() const { return founds_until_; }

    /// Let every firm met make its bid; those made stand at the front of the slice.
    std::uint32_t collect_bids(Contact const* contacts, std::uint32_t n, Bid* bids) {
        std::uint32_t made = 0;
        for (std::uint32_t k = 0; k != n; ++k) {
            FirmRow const firm = contacts[k].firm;
            if (firm == employer_ || firm == promised_ || market_.firms.open_seats[firm] <= 0 ||
                is_out_of_reach(firm)) {
                continue;
            }
            make_bid(firm, bids[made]);
            made += bids[made].cap > 0.0 ? 1U : 0U;
        }
        std::sort(bids, bids + made, [&](Bid const& a, Bid const& b) {
            return a.utility != b.utility ? a.utility > b.utility
                                          : priority(a.firm) < priority(b.firm);
        });
        return made;
    }

    /// Rank bids against staying and set every price.
    void decide(Contest& contest, Bid* bids) const {
        std::uint32_t const made = contest.bids;
        set_fallback(contest);
        for (std::uint32_t k = 0; k != made; ++k) {
            bids[k].is_ranked = bids[k].utility > contest.fallback_utility;
            contest.ranked += bids[k].is_ranked ? 1U : 0U;
        }
        for (std::uint32_t k = 0; k != contest.ranked; ++k) {
            bids[k].second = contest.fallback_utility;
            if (k + 1 < made) {
                bids[k].second = std::max(bids[k].second, bids[k + 1].utility);
            }
            bids[k].pay = is_posted_ ? bids[k].cap : poaching_pay(bids[k], bids[k].second);
        }
        double best_rival = joblessness_;
        if (contest.ranked < made) {
            best_rival = std::max(best_rival, bids[contest.ranked].utility);
        }
        set_fallback_pay(contest, best_rival);
    }

    /// Play out the rounds, without the winner again and again until staying wins. The winners come
    /// first in the slice, in that order.
    ///
    /// @param bidders  room for all that were made, the employer and joblessness
    void play_out(Contest& contest, Bid* bids, Bidder* bidders) const {
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
            ++contest.ranked;
        }
    }

  private:
    /// No employer is worth what the better of joblessness and a start-up is.
    void look_at_a_venture() {
        VentureParameters const& ventures = parameters_.ventures;
        double const venture = utility_.of_venture(talent_, ventures.cofounders,
                                                   static_cast<Tier>(ventures.lowest_tier));
        if (venture > joblessness_) {
            joblessness_ = venture;
            founds_until_ = step_.month + static_cast<Month>(ventures.months);
        }
    }

    /// beta; an agent never lowers it.
    [[nodiscard]] double bargaining_power() const {
        OfferParameters const& offers = parameters_.offers;
        auto const identity = market_.researchers.identity[who_];
        bool const has_agent =
            offers.agent_share > 0.0 &&
            happens(offers.agent_share, step_.key.words({.who = identity, .why = Draw::agent})[0]);
        return has_agent ? std::max(offers.bargaining_power, offers.agent_bargaining_power)
                         : offers.bargaining_power;
    }

    /// Whether the firm is in a bloc that is decoupled from the researcher's.
    [[nodiscard]] bool is_out_of_reach(FirmRow firm) const {
        return market_.countries.are_decoupled(market_.researchers.location[who_],
                                               market_.firms.country[firm]);
    }

    [[nodiscard]] std::uint32_t priority(FirmRow firm) const {
        return step_.words(market_.researchers.identity[who_], Draw::seat_priority,
                           market_.firms.key[firm])[0];
    }

    [[nodiscard]] double match_factor(double match) const {
        return parameters_.utility.persistent_taste.enters == TasteChannel::productivity
                   ? exp(match)
                   : 1.0;
    }

    /// Written where it stays: a copy of what was just written keeps the processor waiting.
    void make_bid(FirmRow firm, Bid& bid) {
        double const units = talent_.at(market_.firms.talent_exponent[firm]);
        double const match = utility_.persistent_match(firm);
        double const value = values_.of_hiring(firm, units) * match_factor(match);
        double const cap = std::min(
            {value, market_.firms.price_of_talent[firm] * units, market_.firms.free_money[firm]});
        bid = {.firm = firm, .value = value};
        if (needs_visa(market_, who_, market_.firms.country[firm])) {
            apply_for_visa(bid, cap);
        } else {
            bid.cap = offer(firm, cap, 0.0);
        }
        if (bid.cap > 0.0) {
            bid.utility = utility_.of_pay(firm, bid.cap) + utility_.besides_pay(firm, match);
        }
    }

    /// The most that a firm offers: its cap, less the fee for a visa, or posted pay, which a firm
    /// without the money for both does not offer.
    [[nodiscard]] double offer(FirmRow firm, double cap, double fee) const {
        if (!is_posted_) {
            return cap - fee;
        }
        double const posted = market_.firms.posted_pay[firm];
        if (posted <= 0.0) {
            return market_.firms.posted_share[firm] * (cap - fee);
        }
        return posted <= market_.firms.free_money[firm] - fee ? posted : 0.0;
    }

    /// The programme by which a firm can bring the researcher in: the first one that admits them at
    /// the pay that its fee leaves. Without one there is no bid.
    void apply_for_visa(Bid& bid, double cap) const {
        VisaTable const& visas = market_.visas;
        CountryRow const there = market_.firms.country[bid.firm];
        CountryRow const origin = market_.researchers.origin[who_];
        for (VisaRow const programme : market_.countries.visas[there]) {
            VisaParameters const& terms = visas.terms[programme];
            bool const is_sponsored =
                terms.type == VisaType::open || market_.firms.sponsor[bid.firm] != 0;
            if (visas.admits[programme][origin.at()] == 0 || !is_sponsored) {
                continue;
            }
            double const fee = yearly_fee(terms.fee, static_cast<double>(terms.validity_months));
            double const most = offer(bid.firm, cap, fee);
            double const least = least_pay(terms, applicant_for(programme, who_, market_, step_),
                                           market_.countries.national_income[there]);
            if (most > 0.0 && least <= most) {
                bid.value -= fee;
                bid.cap = most;
                bid.visa = programme;
                bid.least_pay = least;
                return;
            }
        }
    }

    /// @param bid_up_to  U to which the others, or the rounds, have bid the winner up
    [[nodiscard]] double poaching_pay(Bid const& bid, double bid_up_to) const {
        double const pay = auction_pay(terms_, bid.cap, utility_.value_per_pay(bid.firm),
                                       bid.utility, bid_up_to, utility_.supplement(bid.firm));
        return std::max({pay, parameters_.offers.pay_floor * bid.cap, bid.least_pay});
    }

    [[nodiscard]] bool employer_counters() const {
        return !is_posted_ && parameters_.mechanisms.counteroffers &&
               market_.firms.free_money[employer_] >= 0.0 &&
               happens(market_.firms.counteroffer_probability[employer_],
                       step_.words(market_.researchers.identity[who_], Draw::counteroffer,
                                   market_.firms.key[employer_])[0]);
    }

    /// The most that the employer would pay: never less than it pays.
    [[nodiscard]] double retention_cap(double match) const {
        double const pay = market_.researchers.pay[who_];
        double const units = market_.researchers.talent_units[who_];
        double const value = values_.of_keeping(employer_, units) * match_factor(match);
        double const cap = std::min({value, market_.firms.price_of_talent[employer_] * units,
                                     pay + market_.firms.free_money[employer_]});
        return std::max(pay, cap);
    }

    void set_fallback(Contest& contest) const {
        contest.fallback = Fallback::is_jobless;
        contest.fallback_utility = joblessness_;
        if (!employer_.exists()) {
            return;
        }
        double const match = utility_.persistent_match(employer_);
        double const pay = market_.researchers.pay[who_];
        contest.is_countered = employer_counters();
        double const bid = contest.is_countered ? retention_cap(match) : pay;
        double const staying =
            utility_.of_pay(employer_, bid) + utility_.besides_pay(employer_, match);
        if (staying >= joblessness_) {
            contest.fallback = contest.is_countered ? Fallback::is_kept : Fallback::stays;
            contest.fallback_utility = staying;
            contest.fallback_pay = bid;
        }
    }

    /// An employer that counters pays what the best outside option so far asks for; nothing is
    /// renegotiated unless that rises.
    void set_fallback_pay(Contest& contest, double best_rival) const {
        if (contest.fallback == Fallback::is_jobless) {
            return;
        }
        double const pay = market_.researchers.pay[who_];
        double const best_so_far = market_.researchers.best_outside[who_];
        bool const is_renegotiated =
            contest.fallback == Fallback::is_kept && best_rival > best_so_far;
        contest.best_outside = is_renegotiated ? best_rival : best_so_far;
        contest.fallback_pay =
            is_renegotiated
                ? std::max(pay,
                           auction_pay(terms_, contest.fallback_pay,
                                       utility_.value_per_pay(employer_), contest.fallback_utility,
                                       contest.best_outside, utility_.supplement(employer_)))
                : pay;
    }

    // Rounds.

    /// By how much U rises when this firm raises its offer by the step e.
    [[nodiscard]] double step_of(FirmRow firm, double cap) const {
        return utility_of_raise(terms_, 1.0 + market_.firms.escalation_step[firm], cap,
                                utility_.value_per_pay(firm));
    }

    /// @param reservation  U of what the researcher has
    [[nodiscard]] Bidder poacher(Bid const& bid, double reservation) const {
        OfferParameters const& offers = parameters_.offers;
        double const value_per_pay = utility_.value_per_pay(bid.firm);
        auto const words = step_.words(market_.researchers.identity[who_], Draw::escalation,
                                       market_.firms.key[bid.firm]);
        double opening = reservation;
        if (offers.opening == OpeningBid::share ||
            reservation == -std::numeric_limits<double>::infinity()) {
            opening = std::max(opening, utility_of_share(terms_, offers.opening_share, bid.cap,
                                                         value_per_pay, bid.utility));
        }
        if (bid.least_pay > 0.0) {
            double const match = utility_.persistent_match(bid.firm);
            opening = std::max(opening, utility_.of_pay(bid.firm, bid.least_pay) +
                                            utility_.besides_pay(bid.firm, match));
        }
        bool const is_pressed =
            happens(market_.firms.chief_executive_probability[bid.firm], words[1]);
        return {.opening = std::min(bid.utility, opening),
                .cap = bid.utility,
                .step = step_of(bid.firm, bid.cap),
                .leap = is_pressed ? utility_of_raise(terms_, offers.chief_executive_factor,
                                                      bid.cap, value_per_pay)
                                   : 0.0,
                .precedence = std::uint64_t{1} + words[0]};
    }

    /// The employer, whose offer stands at a tie, and joblessness, whose does not.
    ///
    /// @returns how many of them there are
    std::uint32_t join_fallbacks(Contest& contest, Bidder* bidders) const {
        std::uint32_t others = 0;
        if (employer_.exists()) {
            double const match = utility_.persistent_match(employer_);
            double const besides = utility_.besides_pay(employer_, match);
            double const pay = market_.researchers.pay[who_];
            contest.is_countered = employer_counters();
            contest.fallback_pay = contest.is_countered ? retention_cap(match) : pay;
            double const present = utility_.of_pay(employer_, pay) + besides;
            bidders[others++] = {.opening = present,
                                 .cap = contest.is_countered
                                            ? utility_.of_pay(employer_, contest.fallback_pay) +
                                                  besides
                                            : present,
                                 .step = step_of(employer_, contest.fallback_pay)};
        }
        bidders[others++] = {.opening = joblessness_,
                             .cap = joblessness_,
                             .step = no_step,
                             .precedence = std::numeric_limits<std::uint64_t>::max()};
        return others;
    }

    /// An employer pays what it has offered, or what the best outside option so far asks for.
    void settle_fallback(Contest& contest, Escalation const& end, Bidder const& winner,
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
        contest.fallback_pay = std::max(
            pay,
            auction_pay(terms_, contest.fallback_pay, utility_.value_per_pay(employer_), winner.cap,
                        has_raised ? end.bid : end.runner_up, utility_.supplement(employer_)));
    }

    Market const& market_;
    Parameters const& parameters_;
    TalentValues const& values_;
    Step const& step_;
    ResearcherRow who_;
    JobUtility utility_;
    TalentUnits talent_;
    FirmRow employer_;
    FirmRow promised_;   ///< with whom a job is agreed upon that has not begun
    double joblessness_; ///< or, if that is better, a start-up of one's own
    Month founds_until_ = 0;
    AuctionTerms terms_;
    bool is_posted_;
};

} // namespace

void Bargaining::hold(Market const& market, Parameters const& parameters,
                      TalentValues const& values, std::vector<Contact> const& contacts,
                      Step const& step, Contests& contests) {
    contests.bids.resize(contacts.size());
    bool const is_in_rounds = parameters.offers.protocol == OfferProtocol::rounds;
    if (is_in_rounds) {
        // Of each contest those met, the employer and joblessness.
        contests.bidders.resize(3 * contacts.size());
    }
    // A researcher's contacts are neighbours: the first of them opens the contest.
    collector_.collect(
        step.order, contacts.size(), contests.contests, [&](std::size_t first, auto const& emit) {
            ResearcherRow const who = contacts[first].who;
            if (first != 0 && contacts[first - 1].who == who) {
                return;
            }
            if (market.researchers.pending[who] == Pending::starts ||
                market.researchers.pending[who] == Pending::founds) {
                return; // has signed, or is busy
            }
            std::size_t end = first + 1;
            while (end != contacts.size() && contacts[end].who == who) {
                ++end;
            }
            Table table{market, parameters, values, step, who};
            Bid* const bids = contests.bids.data() + first;
            auto const made = table.collect_bids(contacts.data() + first,
                                                 static_cast<std::uint32_t>(end - first), bids);
            if (made == 0) {
                return; // nobody quits because a taste was drawn again
            }
            Contest& contest = emit({.who = who,
                                     .first = static_cast<std::uint32_t>(first),
                                     .bids = made,
                                     .founds_until = table.founds_until()});
            if (is_in_rounds) {
                table.play_out(contest, bids, contests.bidders.data() + 3 * first);
            } else {
                table.decide(contest, bids);
            }
        });
}

} // namespace talentsim
