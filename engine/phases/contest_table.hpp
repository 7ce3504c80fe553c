#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/math.hpp"
#include "engine/mechanisms/bargaining.hpp"
#include "engine/mechanisms/rumour.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/drives.hpp"
#include "engine/phases/job_utility.hpp"
#include "engine/phases/rumours.hpp"
#include "engine/phases/ventures.hpp"
#include "engine/phases/vesting.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

/// One researcher's contest, from the contacts to the ranked and priced bids.
class ContestTable {
  public:
    ContestTable(Market const& market, Parameters const& parameters,
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
    /// first in the slice, in that order. (contest_rounds.cpp)
    ///
    /// @param bidders  room for all that were made, the employer and joblessness
    void play_out(Contest& contest, Bid* bids, Bidder* bidders) const;

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

    [[nodiscard]] double step_of(Workplace const& firm, double cap, double value_per_pay) const;
    [[nodiscard]] Bidder poacher(Bid const& bid, double reservation) const;
    std::uint32_t join_fallbacks(Contest& contest, Bidder* bidders) const;
    void settle_fallback(Contest& contest, Escalation const& end, Bidder const& winner,
                         bool is_employer) const;

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

} // namespace talentsim
