#include "engine/phases/bargaining.hpp"

#include <algorithm>

#include "engine/core/math.hpp"
#include "engine/mechanisms/bargaining.hpp"
#include "engine/phases/job_utility.hpp"
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
          is_auction_{parameters.offers.protocol == OfferProtocol::sequential_auction} {
        if (market.researchers.pending[who] != Pending::none) {
            promised_ = market.researchers.pending_move[who].firm;
        }
    }

    /// Let every firm met make its bid; those made stand at the front of the slice.
    std::uint32_t collect_bids(Contact const* contacts, std::uint32_t n, Bid* bids) {
        std::uint32_t made = 0;
        for (std::uint32_t k = 0; k != n; ++k) {
            FirmRow const firm = contacts[k].firm;
            if (firm == employer_ || firm == promised_ || market_.firms.open_seats[firm] <= 0) {
                continue;
            }
            Bid const bid = bid_of(firm);
            if (bid.cap > 0.0) {
                bids[made++] = bid;
            }
        }
        std::sort(bids, bids + made, [&](Bid const& a, Bid const& b) {
            return a.utility != b.utility ? a.utility > b.utility
                                          : priority(a.firm) < priority(b.firm);
        });
        return made;
    }

    /// Rank bids against staying and set every price.
    [[nodiscard]] Contest decide(Bid* bids, std::uint32_t made) const {
        Contest contest{.who = who_, .bids = made};
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
            bids[k].pay = is_auction_ ? poaching_pay(bids[k]) : bids[k].cap;
        }
        double best_rival = joblessness_;
        if (contest.ranked < made) {
            best_rival = std::max(best_rival, bids[contest.ranked].utility);
        }
        set_fallback_pay(contest, best_rival);
        return contest;
    }

  private:
    [[nodiscard]] std::uint32_t priority(FirmRow firm) const {
        return step_.words(market_.researchers.identity[who_], Draw::seat_priority,
                           market_.firms.key[firm])[0];
    }

    [[nodiscard]] double match_factor(double match) const {
        return parameters_.utility.persistent_taste.enters == TasteChannel::productivity
                   ? exp(match)
                   : 1.0;
    }

    [[nodiscard]] Bid bid_of(FirmRow firm) {
        double const units = talent_.at(market_.firms.talent_exponent[firm]);
        double const match = utility_.persistent_match(firm);
        double const value = values_.of_hiring(firm, units) * match_factor(match);
        double const cap = std::min(
            {value, market_.firms.price_of_talent[firm] * units, market_.firms.free_money[firm]});
        Bid bid{.firm = firm, .value = value};
        if (needs_visa(market_, who_, market_.firms.country[firm])) {
            apply_for_visa(bid, cap);
        } else {
            bid.cap = offer(firm, cap, 0.0);
        }
        if (bid.cap > 0.0) {
            bid.utility = utility_.of_pay(firm, bid.cap) + utility_.besides_pay(firm, match);
        }
        return bid;
    }

    /// The most that a firm offers: its cap, less the fee for a visa, or posted pay, which a firm
    /// without the money for both does not offer.
    [[nodiscard]] double offer(FirmRow firm, double cap, double fee) const {
        if (is_auction_) {
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

    [[nodiscard]] AuctionTerms auction_terms() const {
        return {.form = parameters_.utility.form,
                .pay_weight = parameters_.utility.pay,
                .bargaining_power = parameters_.offers.bargaining_power};
    }

    [[nodiscard]] double poaching_pay(Bid const& bid) const {
        double const pay = auction_pay(auction_terms(), bid.cap, utility_.value_per_pay(bid.firm),
                                       bid.utility, bid.second);
        return std::max({pay, parameters_.offers.pay_floor * bid.cap, bid.least_pay});
    }

    [[nodiscard]] bool employer_counters() const {
        return is_auction_ && parameters_.mechanisms.counteroffers &&
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
                ? std::max(pay, auction_pay(auction_terms(), contest.fallback_pay,
                                            utility_.value_per_pay(employer_),
                                            contest.fallback_utility, contest.best_outside))
                : pay;
    }

    Market const& market_;
    Parameters const& parameters_;
    TalentValues const& values_;
    Step const& step_;
    ResearcherRow who_;
    JobUtility utility_;
    TalentUnits talent_;
    FirmRow employer_;
    FirmRow promised_; ///< with whom a job is agreed upon that has not begun
    double joblessness_;
    bool is_auction_;
};

} // namespace

void Bargaining::hold(Market const& market, Parameters const& parameters,
                      TalentValues const& values, std::vector<Contact> const& contacts,
                      Step const& step, Contests& contests) {
    contests.bids.resize(contacts.size());
    // A researcher's contacts are neighbours: the first of them opens the contest.
    collector_.collect(
        step.order, contacts.size(), contests.contests, [&](std::size_t first, auto const& emit) {
            ResearcherRow const who = contacts[first].who;
            if (first != 0 && contacts[first - 1].who == who) {
                return;
            }
            if (market.researchers.pending[who] == Pending::starts) {
                return; // has signed
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
            Contest contest = table.decide(bids, made);
            contest.first = static_cast<std::uint32_t>(first);
            emit(contest);
        });
}

} // namespace talentsim
