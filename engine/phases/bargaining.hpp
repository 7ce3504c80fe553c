#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/mechanisms/escalation.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/firm_plans.hpp"
#include "engine/phases/job_search.hpp"
#include "engine/phases/job_utility.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// A firm as it bids in the month: its own columns and values side by side. Contacts name firms in
/// no order, and with a column each every firm would cost a dozen cache lines.
struct alignas(64) HiringFirm {
    Workplace place;
    std::int64_t open_seats = 0;           ///< of simulated people [persons]
    double talent_exponent = 0.0;          ///< h [-]
    double price_of_talent = 0.0;          ///< pi [USD/year per talent unit]
    double free_money = 0.0;               ///< B - payroll [USD/year]; may be negative
    double counteroffer_probability = 0.0; ///< chi [-]
    double posted_pay = 0.0;               ///< [USD/year]; 0: a share of the cap
    double posted_share = 0.0;             ///< of the cap [-]
    IncrementValue value;                  ///< of one person more or less
};

/// What a firm offers somebody it met.
struct Bid {
    FirmRow firm;
    DriveRow drive{};             ///< whose bid it is; none of the firm itself
    bool is_ranked = false;       ///< better for the researcher than not moving
    bool is_front_loaded = false; ///< the chief executive pays more of it in the first year
    double value = 0.0;           ///< V: what the researcher would add [USD/year]
    double cap = 0.0;             ///< r: the most that is offered [USD/year]
    double utility = 0.0;         ///< M: U at the cap [log points]
    double pay = 0.0;             ///< what it pays if it wins [USD/year]
    double second = 0.0;          ///< M2 that set that pay [log points]
    std::uint32_t raises = 0;     ///< offers raised in the contest that it wins
    VisaRow visa{};               ///< programme that it takes; none where none is needed
    double least_pay = 0.0;       ///< asked for by programme or person, at most the cap [USD/year]
};

/// What a researcher does who takes no bid.
enum class Fallback : std::uint8_t {
    stays,      ///< with the employer, on the present contract
    is_kept,    ///< with the employer, who counters
    is_jobless, ///< without an employer
};

/// Everything on the table for one researcher. Bids are a slice of Contests::bids, best first.
struct Contest {
    ResearcherRow who;
    std::uint32_t first = 0;  ///< of the slice
    std::uint32_t bids = 0;   ///< all that were made
    std::uint32_t ranked = 0; ///< those better than the fallback; they come first
    Fallback fallback{};
    double fallback_utility = 0.0; ///< M of the fallback [log points]
    double fallback_pay = 0.0;     ///< pay if no bid is taken [USD/year]; 0 if jobless
    double best_outside = 0.0;     ///< best outside option answered, if kept [log points]
    bool is_countered = false;     ///< the employer answered, whether or not it wins
    std::uint32_t raises = 0;      ///< offers raised in the contest that the fallback wins
    Month founds_until = 0;        ///< if jobless, a start-up until then; 0: without one
};

/// All contests of a month, in the order of researchers.
struct Contests {
    std::vector<Contest> contests;
    std::vector<Bid> bids;
    std::vector<Bidder> bidders{}; ///< where rounds are played out
};

/// Every researcher with a contact hears what the firms it met, its employer and joblessness offer,
/// and ranks them; every bid gets the pay at which it would win.
///
/// Under `posted`, firms offer posted pay, and the employer the present contract. Under
/// `sequential_auction`, firms bid up to their caps, the employer too if it counters, and the next
/// best option sets the pay (mechanisms/bargaining.hpp). The caps rest on the market at month
/// start: min(V, pi theta^h, free money); of one's own staff, not below present pay. Where the
/// researcher would need a visa the fee per year is taken off, and the winner pays at least what
/// the programme asks for. Who has signed for a later month hears nobody. Where contracts vest,
/// what would be forfeited by leaving counts on the employer's side, and is made up for by a
/// poacher in its pay, or on signing.
///
/// Under `rounds`, the contest is played out (mechanisms/escalation.hpp): poachers open at a share
/// of the cap, or at what the researcher has; the employer opens at the present contract, and
/// raises it only if it counters. A contest without the winner decides who is next, and so on until
/// staying wins: each bid has the pay at which the contest among it and those below ends, so that
/// the ranking and every price are fixed before anybody is turned away for want of a seat.
///
/// Where mechanisms.foreign_sites is on, a parent whom a border alone keeps from bidding bids for
/// one of its sites, with the seats, money and value of the site; nobody bids for staff of the own
/// group.
///
/// People on the list of a drive have its bid: of a seat that is worth more by its money per seat,
/// with its money besides the firm's, and with compute pledged.
///
/// Who has heard of the terms that others got asks every firm for as much: it opens, and pays, no
/// less, up to its cap. Posted pay is not asked about.
///
/// Reads   contacts, researchers, contracts, rumours, plans of firms, countries and drives
/// Writes  contests
/// Draws   Draw::persistent_taste, Draw::transitory_taste -- one each per option with an employer;
///         Draw::counteroffer -- one per contest; Draw::seat_priority -- where utilities tie;
///         Draw::escalation -- one per bid, in rounds; Draw::agent -- one per contest
/// Keeps   no bid above the cap, no cap above free money and that of a drive; an employer over
/// budget does not counter
class Bargaining {
  public:
    void hold(Market const& market, Parameters const& parameters, TalentValues const& values,
              std::vector<Contact> const& contacts, Step const& step, Contests& contests);

  private:
    std::vector<HiringFirm> firms_; ///< in the order of rows
    Collector<Contest> collector_;
};

} // namespace talentsim
