#include "engine/phases/bargaining.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include "engine/core/math.hpp"
#include "engine/mechanisms/bargaining.hpp"
#include "engine/mechanisms/rumour.hpp"
#include "engine/phases/drives.hpp"
#include "engine/phases/job_utility.hpp"
#include "engine/phases/rumours.hpp"
#include "engine/phases/ventures.hpp"
#include "engine/phases/vesting.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

namespace {

/// One researcher's contest, from the contacts to the ranked and priced bids.
class Table {
  public:
    Table(Market const& market, Parameters const& parameters,
          std::vector<HiringFirm> const& hiring_firms, Step const& step, ResearcherRow who)
        : market_{market},
          parameters_{parameters},
          firms_{hiring_firms},
          step_{step},
          who_{who},
          utility_{market, parameters, step, who},
          employer_{market.researchers.employer[who].exists()
                        ? &hiring_firms[market.researchers.employer[who].at()]
                        : nullptr},
          talent_{talent_units()},
          forfeit_{market.contracts.is_kept ? forfeit_of(market, who, step.month) : 0.0},
          heard_{market.rumours.is_kept ? worth_in_mind(market, who, step.month, parameters.rumours)
                                        : 0.0},
          joblessness_{utility_.of_joblessness(talent_)},
          terms_{.form = parameters.utility.form,
                 .pay_weight = parameters.utility.pay,
                 .bargaining_power = bargaining_power()},
          is_posted_{parameters.offers.protocol == OfferProtocol::posted},
          has_groups_{parameters.mechanisms.foreign_sites} {
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
            HiringFirm const& firm = firm_at(contacts[k].firm);
            DriveRow const drive = market_.drives.seeking(who_, firm.place.row);
            if (!may_bid(firm, drive)) {
                continue;
            }
            bool const is_kept_out = make_bid(firm, drive, bids[made]);
            if (is_kept_out && has_groups_) {
                bid_at_a_site(firm.place.row, {contacts, n}, bids[made]);
            }
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
            bid.is_front_loaded = bidders[first].leap > 0.0 && !bidders[first].may_leap;
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

    [[nodiscard]] HiringFirm const& firm_at(FirmRow row) const { return firms_[row.at()]; }

    [[nodiscard]] std::int64_t seats_for(HiringFirm const& firm, DriveRow drive) const {
        return drive.exists() ? market_.drives.open_seats[drive] : firm.open_seats;
    }

    /// The employer's group does not bid for its own staff.
    [[nodiscard]] bool may_bid(HiringFirm const& firm, DriveRow drive) const {
        bool const is_employer =
            &firm == employer_ ||
            (has_groups_ &&
             market_.firms.are_one_group(firm.place.row, market_.researchers.employer[who_]));
        return !is_employer && firm.place.row != promised_ && seats_for(firm, drive) > 0 &&
               !is_out_of_reach(firm);
    }

    [[nodiscard]] double money_for(HiringFirm const& firm, DriveRow drive) const {
        return talentsim::money_for(market_, firm.free_money, drive);
    }

    [[nodiscard]] TalentUnits talent_units() const {
        double const log_talent = market_.researchers.log_talent[who_];
        return employer_ == nullptr ? TalentUnits{log_talent}
                                    : TalentUnits{log_talent, employer_->talent_exponent,
                                                  market_.researchers.talent_units[who_]};
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
    [[nodiscard]] bool is_out_of_reach(HiringFirm const& firm) const {
        return market_.countries.are_decoupled(market_.researchers.location[who_],
                                               firm.place.country);
    }

    [[nodiscard]] std::uint32_t priority(FirmRow firm) const {
        return step_.words(market_.researchers.identity[who_], Draw::seat_priority,
                           firm_at(firm).place.key)[0];
    }

    [[nodiscard]] double match_factor(double match) const {
        return parameters_.utility.persistent_taste.enters == TasteChannel::productivity
                   ? exp(match)
                   : 1.0;
    }

    /// Written where it stays: a copy of what was just written keeps the processor waiting.
    ///
    /// @returns whether nothing but a border keeps the firm from bidding
    bool make_bid(HiringFirm const& firm, DriveRow drive, Bid& bid) {
        double const units = talent_.at(firm.talent_exponent);
        double const match = utility_.persistent_match(firm.place);
        double const extra = drive.exists() ? market_.drives.extra_pay[drive] : 0.0;
        double const value = firm.value.of_adding(units) * match_factor(match) + extra;
        double const cap =
            std::min({value, firm.price_of_talent * units + extra, money_for(firm, drive)});
        bid = {.firm = firm.place.row, .drive = drive, .value = value};
        if (needs_visa(market_, who_, firm.place.country)) {
            apply_for_visa(firm, bid, cap);
        } else {
            bid.cap = offer(firm, drive, cap, 0.0);
        }
        if (bid.cap > 0.0) {
            bid.least_pay = std::max(bid.least_pay, asked_of(firm, bid.visa, bid.cap));
            bid.utility = utility_.of_pay(firm.place, bid.cap, bid.visa) +
                          utility_.besides_pay(firm.place, match);
            return false;
        }
        return offer(firm, drive, cap, 0.0) > 0.0;
    }

    /// The bid that a parent makes where a border keeps the researcher out: of the first of its
    /// sites that can bid and has not been met, those in the country of location before others.
    void bid_at_a_site(FirmRow parent, std::span<Contact const> met, Bid& bid) {
        CountryRow const here = market_.researchers.location[who_];
        for (bool const is_here : {true, false}) {
            for (FirmRow const site : market_.firms.sites[parent]) {
                HiringFirm const& firm = firm_at(site);
                bool const is_met = std::find(met.begin(), met.end(),
                                              Contact{.who = who_, .firm = site}) != met.end();
                if ((firm.place.country == here) != is_here || is_met ||
                    !may_bid(firm, DriveRow{})) {
                    continue;
                }
                make_bid(firm, DriveRow{}, bid);
                if (bid.cap > 0.0) {
                    return;
                }
            }
        }
    }

    /// What somebody who has heard of better terms asks a firm for; posted pay is not asked about.
    [[nodiscard]] double asked_of(HiringFirm const& firm, VisaRow visa, double cap) const {
        return heard_ > 0.0 && !is_posted_
                   ? pay_asked(heard_, utility_.value_per_pay(firm.place, visa), cap)
                   : 0.0;
    }

    /// The most that a firm offers: its cap, less the fee for a visa, or posted pay, which a firm
    /// without the money for both does not offer.
    [[nodiscard]] double offer(HiringFirm const& firm, DriveRow drive, double cap,
                               double fee) const {
        if (!is_posted_) {
            return cap - fee;
        }
        if (firm.posted_pay <= 0.0) {
            return firm.posted_share * (cap - fee);
        }
        return firm.posted_pay <= money_for(firm, drive) - fee ? firm.posted_pay : 0.0;
    }

    /// The programme by which a firm can bring the researcher in: the first one that admits them at
    /// the pay that its fee leaves. Without one there is no bid.
    void apply_for_visa(HiringFirm const& firm, Bid& bid, double cap) const {
        VisaTable const& visas = market_.visas;
        CountryRow const there = firm.place.country;
        CountryRow const origin = market_.researchers.origin[who_];
        for (VisaRow const programme : market_.countries.visas[there]) {
            VisaParameters const& terms = visas.terms[programme];
            bool const is_sponsored =
                terms.type == VisaType::open || market_.firms.sponsor[bid.firm] != 0;
            bool const is_in_vain =
                has_groups_ && market_.firms.is_in_group(bid.firm) && !gives_visas(terms);
            if (visas.admits[programme][origin.at()] == 0 || !is_sponsored || is_in_vain) {
                continue;
            }
            double const fee = yearly_fee(terms.fee, static_cast<double>(terms.validity_months));
            double const most = offer(firm, bid.drive, cap, fee);
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
        Workplace const& place = firm_at(bid.firm).place;
        double const value_per_pay = utility_.value_per_pay(place, bid.visa);
        double const pay = auction_pay(terms_, bid.cap, value_per_pay, bid.utility, bid_up_to,
                                       utility_.supplement(place));
        return std::max({pay - paid_on_signing(value_per_pay),
                         parameters_.offers.pay_floor * bid.cap, bid.least_pay});
    }

    /// What a firm pays once to make up for what is forfeited elsewhere, per year of four.
    ///
    /// @param value_per_pay  after-tax value of one USD of pay there [-]
    [[nodiscard]] double paid_on_signing(double value_per_pay) const {
        bool const is_once = forfeit_ > 0.0 && parameters_.contracts.buy_out == BuyOut::on_signing;
        return is_once ? forfeit_ * utility_.value_per_pay(employer_->place) / value_per_pay : 0.0;
    }

    /// What the employer pays when it is bid up to this U; what would be forfeited comes on top.
    [[nodiscard]] double retaining_pay(double most, double at_most, double bid_up_to) const {
        Workplace const& place = employer_->place;
        double const asked = auction_pay(terms_, most + forfeit_, utility_.value_per_pay(place),
                                         at_most, bid_up_to, utility_.supplement(place)) -
                             forfeit_;
        return std::max(market_.researchers.pay[who_], asked);
    }

    [[nodiscard]] bool employer_counters() const {
        return !is_posted_ && parameters_.mechanisms.counteroffers &&
               employer_->free_money >= 0.0 &&
               happens(employer_->counteroffer_probability,
                       step_.words(market_.researchers.identity[who_], Draw::counteroffer,
                                   employer_->place.key)[0]);
    }

    /// The most that the employer would pay: never less than it pays.
    [[nodiscard]] double retention_cap(double match) const {
        double const pay = market_.researchers.pay[who_];
        double const units = market_.researchers.talent_units[who_];
        double const value = employer_->value.of_keeping(units) * match_factor(match);
        double const cap =
            std::min({value, employer_->price_of_talent * units, pay + employer_->free_money});
        return std::max(pay, cap);
    }

    void set_fallback(Contest& contest) const {
        contest.fallback = Fallback::is_jobless;
        contest.fallback_utility = joblessness_;
        if (employer_ == nullptr) {
            return;
        }
        double const match = utility_.persistent_match(employer_->place);
        double const pay = market_.researchers.pay[who_];
        contest.is_countered = employer_counters();
        double const bid = contest.is_countered ? retention_cap(match) : pay;
        double const staying = utility_.of_pay(employer_->place, bid + forfeit_) +
                               utility_.besides_pay(employer_->place, match);
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
        contest.fallback_pay = is_renegotiated
                                   ? retaining_pay(contest.fallback_pay, contest.fallback_utility,
                                                   contest.best_outside)
                                   : pay;
    }

    // Rounds.

    /// By how much U rises when this firm raises its offer by the step e.
    [[nodiscard]] double step_of(Workplace const& firm, double cap, double value_per_pay) const {
        return utility_of_raise(terms_, 1.0 + market_.firms.escalation_step[firm.row], cap,
                                value_per_pay);
    }

    /// @param reservation  U of what the researcher has
    [[nodiscard]] Bidder poacher(Bid const& bid, double reservation) const {
        OfferParameters const& offers = parameters_.offers;
        Workplace const& place = firm_at(bid.firm).place;
        double const value_per_pay = utility_.value_per_pay(place, bid.visa);
        auto const words =
            step_.words(market_.researchers.identity[who_], Draw::escalation, place.key);
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
        contest.fallback_pay =
            retaining_pay(contest.fallback_pay, winner.cap, has_raised ? end.bid : end.runner_up);
    }

    Market const& market_;
    Parameters const& parameters_;
    std::vector<HiringFirm> const& firms_;
    Step const& step_;
    ResearcherRow who_;
    JobUtility utility_;
    HiringFirm const* employer_; ///< none: null
    TalentUnits talent_;
    double forfeit_;     ///< what leaving costs in unvested equity [USD/year]
    double heard_;       ///< what terms that others got would be worth [USD/year]; 0: none
    FirmRow promised_;   ///< with whom a job is agreed upon that has not begun
    double joblessness_; ///< or, if that is better, a start-up of one's own
    Month founds_until_ = 0;
    AuctionTerms terms_;
    bool is_posted_;
    bool has_groups_; ///< whether some firms are sites of others
};

void list_hiring_firms(FirmTable const& firms, TalentValues const& values,
                       std::vector<HiringFirm>& hiring_firms) {
    hiring_firms.clear();
    hiring_firms.reserve(firms.size());
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        hiring_firms.push_back({.place = workplace_of(firms, row),
                                .open_seats = firms.open_seats[row],
                                .talent_exponent = firms.talent_exponent[row],
                                .price_of_talent = firms.price_of_talent[row],
                                .free_money = firms.free_money[row],
                                .counteroffer_probability = firms.counteroffer_probability[row],
                                .posted_pay = firms.posted_pay[row],
                                .posted_share = firms.posted_share[row],
                                .value = values.firms[f]});
    }
}

} // namespace

void Bargaining::hold(Market const& market, Parameters const& parameters,
                      TalentValues const& values, std::vector<Contact> const& contacts,
                      Step const& step, Contests& contests) {
    list_hiring_firms(market.firms, values, firms_);
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
            Table table{market, parameters, firms_, step, who};
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
