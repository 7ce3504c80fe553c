#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/second_engine/plain_world.hpp"

namespace talentsim::plain {

/// What happened in a month.
struct Events {
    using Place = std::pair<std::string, Tier>; ///< country and tier

    std::map<Place, std::int64_t> entries;
    std::map<Place, std::int64_t> exits;
    std::map<Place, std::int64_t> separations;
    std::map<std::tuple<std::string, std::string, Tier>, std::int64_t> migrants; ///< from, to
    std::set<Identity> graduates;
    std::set<Identity> hires;
    std::set<Identity> new_terms;                                 ///< who took a job or got a raise
    std::multiset<std::pair<std::string, std::string>> job_moves; ///< from firm, to firm
    std::int64_t contacts_of_employed = 0;
    std::int64_t offers = 0;
    std::int64_t counteroffers = 0;
    std::int64_t raises = 0;
    std::int64_t escalations = 0;
    std::int64_t refused_acquisitions = 0;

    // By programme.
    std::map<std::string, std::int64_t> registered;
    std::map<std::string, std::int64_t> selected;
    std::map<std::string, std::int64_t> issued;
    std::map<std::string, std::int64_t> waiting;
};

/// One month of the model, from the dated changes to the grants of compute.
Events live_through(Now const& now, PlainWorld& world);

// What follows are its parts, in their order; each has a file of its own.

/// The parameters in force become those of firms and countries.
void take_up_terms(Now const& now, PlainWorld& world);

/// The market for firms turns or not, and firms' own compute follows what they spend.
void turn_market(Now const& now, PlainWorld& world);

/// Firms fear to be left out where rivals have hired stars.
void look_at_rivals(Now const& now, PlainWorld& world);

/// What follows the multiple with this elasticity, as a share of what it is in a boom.
[[nodiscard]] double compared_with_a_boom(double elasticity, PlainWorld const& world,
                                          Now const& now);

/// A firm that wants this many decides whom to lay off.
void plan_layoffs(Firm& firm, double seats, PlainWorld const& world, Now const& now);

/// What was ordered, and what governments bought, arrives as far as export controls let it.
void deliver_compute(Now const& now, PlainWorld& world);

/// Firms decide what they can pay and how many they want.
void make_plans(Now const& now, PlainWorld& world);

/// Firms that others have taken many from grant equity to all who are left.
void grant_to_all_staff(Now const& now, PlainWorld& world);
/// Firms with a drive decide what they have for it.
void plan_drives(Now const& now, PlainWorld& world);

/// Some retire, some lose their jobs.
void end_jobs(Now const& now, PlainWorld& world, Events& events);

/// Founders whose time is over may hear offers again.
void close_start_ups(Now const& now, PlainWorld& world);

/// The number of graduates follows their teachers.
void look_at_faculties(Now const& now, PlainWorld& world);

/// Some finish their studies.
void enter_graduates(Now const& now, PlainWorld& world, Events& events);

/// The firms that each searching person meets, in the order of meeting.
using Meetings = std::map<Identity, std::vector<Firm*>>;

[[nodiscard]] Meetings search(Now const& now, PlainWorld& world, Events& events);

/// Firms with a drive approach those on its list.
void approach_by_drives(Now const& now, PlainWorld& world, Meetings& meetings, Events& events);

/// Recruiters approach the best whom their firm sees.
void recruit(Now const& now, PlainWorld& world, Meetings& meetings, Events& events);

/// Recent hires bring former colleagues.
void refer(Now const& now, PlainWorld& world, Meetings& meetings, Events& events);

/// Bidders approach by name those who would not be taken over.
void approach(Now const& now, PlainWorld& world, Meetings& meetings, Events& events);

/// What one firm offers one person.
struct Bid {
    Firm* firm = nullptr;
    Drive const* drive = nullptr;   ///< whose bid it is; none of the firm itself
    double value = 0.0;             ///< V [USD/year]
    double cap = 0.0;               ///< r, the most that is offered [USD/year]
    double utility = 0.0;           ///< M, what the job is worth at the cap
    double pay = 0.0;               ///< if it is taken [USD/year]
    double second = 0.0;            ///< M2, the option that set the pay
    std::int64_t raised_offers = 0; ///< in the contest that it wins
    Programme* programme = nullptr; ///< by which the person comes, if a visa is needed
    double least_pay = 0.0;         ///< that the programme or the person asks for [USD/year]
    bool is_front_loaded = false;   ///< the chief executive pays more in the first year
    bool is_kept_out = false;       ///< a border, and nothing else, forbids it
};

enum class Otherwise { stays, is_kept_by_counteroffer, is_jobless };

/// All that lies on the table for one person.
struct Contest {
    Person* person = nullptr;
    std::vector<Bid> better;        ///< bids better than not moving, the best first
    std::vector<Bid> worse;         ///< the others, the best first
    bool is_countered = false;      ///< the employer answers
    Otherwise otherwise{};          ///< who takes none of the bids ...
    double otherwise_worth = 0.0;   ///< ... is that well off,
    double otherwise_paid = 0.0;    ///< ... gets that pay [USD/year]
    double best_outside = 0.0;      ///< ... and the employer has answered this
    std::int64_t raised_offers = 0; ///< in the contest that ends so
    Month founds_until = 0;         ///< if jobless, builds a start-up until then
};

[[nodiscard]] std::vector<Contest> bargain(Now const& now, PlainWorld& world,
                                           Meetings const& meetings);

/// The bid that each contest ends with, by its place among the better ones; none if past their end.
using Matching = std::vector<std::size_t>;

[[nodiscard]] Matching match(Now const& now, std::vector<Contest> const& contests);

/// The programmes that somebody may try in order to work in a country; none is needed at home,
/// where one is already, and where none is on offer.
struct Border {
    bool asks_for_visa = false;
    std::vector<Programme*> programmes; ///< on offer to the person, in the order of trying
};

[[nodiscard]] Border border_of(Country const& there, Person const& person, Now const& now,
                               PlainWorld& world);

/// The smallest pay at which a programme admits somebody; infinite if none does.
[[nodiscard]] double least_pay(Programme const& programme, Person const& person, Now const& now);

/// Somebody takes a job that begins now. Of the bid firm, pay, second, programme and
/// is_front_loaded count.
void take_job(Person& person, Bid const& bid, PlainWorld const& world, Now const& now,
              Events& events);

/// Whether this bid, just accepted, begins later; then it becomes a promise.
[[nodiscard]] bool is_put_off(Person& person, Bid const& bid, Now const& now, Events& events);

/// Programmes decide, promised jobs begin, visas end.
void let_visas_pass(Now const& now, PlainWorld& world, Events& events);

/// What was agreed takes effect.
void settle(Now const& now, std::vector<Contest> const& contests, Matching const& matching,
            PlainWorld& world, Events& events);

/// Premiums end, and start-ups are taken over or not.
void acquire(Now const& now, PlainWorld& world, Events& events);

/// Who has left, or will not come, belongs to no drive any more.
void close_drives(PlainWorld& world);

/// Firms note whom others have taken from them.
void count_the_taken(PlainWorld& world, Events const& events);

/// Everyone is counted.
void take_census(PlainWorld& world);

/// Hires get to know colleagues.
void make_ties(Now const& now, PlainWorld& world, Events const& events);

/// Who has new terms tells acquaintances.
void spread_rumours(Now const& now, PlainWorld& world, Events const& events);

/// Firms divide their compute among their staff.
void grant_compute(Now const& now, PlainWorld& world);

/// Firms make breakthroughs, and rivals catch up.
void make_breakthroughs(Now const& now, PlainWorld& world);

/// Firms that stars have left produce less, for a while.
void lose_stars(Now const& now, PlainWorld& world);

} // namespace talentsim::plain
