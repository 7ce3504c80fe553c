#include "engine/phases/drives.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/compute_grants.hpp"
#include "engine/phases/drive_lists.hpp"
#include "engine/phases/job_utility.hpp"

#include "tests/phases/town.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

DriveRow const fifty{0};

/// Acme looks for twenty of the best from the first month on.
Parameters driven_world() {
    auto p = small_world();
    p.mechanisms.drives = true;
    DriveParameters& drive = p.drives["fifty"];
    drive.firm = "acme";
    drive.start = p.simulation.start;
    drive.seats = 20.0;
    drive.list_length = 60.0;
    drive.lowest_tier = LowestTier::c;
    drive.budget = 2e8;
    drive.gpus_per_head = 100.0;
    drive.chief_executive = true;
    return p;
}

Market planned_drive(Parameters const& p, Month month = 3) {
    Market market = planned(p, step_at(month)).market;
    plan_drives(market, p, step_at(month));
    return market;
}

std::vector<Contact> listed_in(Market& market, Parameters const& p, Month month = 3) {
    std::vector<Contact> contacts;
    DriveLists{}.approach(market, p, step_at(month), contacts);
    return contacts;
}

/// Somebody of acme's staff becomes one whom its drive has hired in this month.
void hire_by_drive(Market& market, std::size_t row, Month month, double gpus) {
    ResearcherTable& people = market.researchers;
    ResearcherRow const who{row};
    people.since[who] = month;
    market.drives.hires.push_back({.identity = people.identity[who],
                                   .gpus = gpus,
                                   .who = who,
                                   .firm = people.employer[who],
                                   .agreed = month,
                                   .since = month});
}

std::vector<std::size_t> staff_of(Market const& market, FirmRow firm) {
    std::vector<std::size_t> staff;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        if (market.researchers.employer[ResearcherRow{i}] == firm) {
            staff.push_back(i);
        }
    }
    return staff;
}

} // namespace

TEST_CASE("a drive has its seats while it is on, less those that its team takes") {
    auto p = driven_world();
    p.drives["fifty"].start = p.simulation.start.plus(2);
    p.drives["fifty"].months = 4;
    for (auto const& [month, seats] :
         std::vector<std::pair<Month, std::int64_t>>{{1, 0}, {2, 20}, {5, 20}, {6, 0}}) {
        CAPTURE(month);
        CHECK(planned_drive(p, month).drives.open_seats[fifty] == seats);
    }
    Market market = planned_drive(p);
    hire_by_drive(market, staff_of(market, acme)[0], 2, 0.0);
    close_drives(market);
    plan_drives(market, p, step_at());
    CHECK(market.drives.open_seats[fifty] == 19);
}

TEST_CASE("what a drive pays its team is not the firm's money, and the team takes no seat of it") {
    auto const p = driven_world();
    auto made = planned(p);
    // Plans move budgets, so that both are made anew from one state.
    auto without = made;
    plan_month(without.market, p, step_at(), without.values);
    plan_drives(without.market, p, step_at());
    FirmTable const& before = without.market.firms;
    ResearcherTable& people = made.market.researchers;
    ResearcherRow const who{staff_of(made.market, acme)[0]};
    hire_by_drive(made.market, who.at(), 2, 0.0);
    close_drives(made.market);
    plan_month(made.market, p, step_at(), made.values);
    plan_drives(made.market, p, step_at());
    FirmTable const& after = made.market.firms;
    CHECK(after.free_money[acme] == close_to(before.free_money[acme] + people.pay[who], 1e-9));
    CHECK(after.open_seats[acme] == before.open_seats[acme] + 1);
    CHECK(after.price_of_talent[acme] >= before.price_of_talent[acme]);
    CHECK(made.market.drives.money[fifty] == close_to(2e8 - people.pay[who], 1e-6));
    CHECK(made.market.drives.extra_pay[fifty] == 1e7);
}

TEST_CASE("an offer carries the pledge as far as the pool goes, and everybody shares the rest") {
    auto p = driven_world();
    auto const generous = planned_drive(p);
    double const pool = generous.firms.compute[acme];
    CHECK(generous.drives.gpus_on_offer[fifty] == 100.0);
    p.drives["fifty"].gpus_per_head = 30'000.0;
    auto const boundless = planned_drive(p);
    CHECK(boundless.drives.gpus_on_offer[fifty] == pool / 20.0);
    CHECK(boundless.firms.gpus_per_head[acme] <= 1e-12 * pool);
    p.drives["fifty"].gpus_per_head = 0.0;
    auto const nothing = planned_drive(p);
    double const heads =
        static_cast<double>(nothing.firms.staff[acme] + nothing.firms.open_seats[acme] + 20);
    CHECK(nothing.firms.gpus_per_head[acme] == close_to(pool / heads));
    CHECK(generous.firms.gpus_per_head[acme] == close_to((pool - 2'000.0) / heads));
}

TEST_CASE("the list holds the best who are sought and not on the staff, and the chief executive "
          "writes to all of them") {
    auto p = driven_world();
    p.drives["fifty"].countries["KOR"] = true;
    p.drives["fifty"].mission_match = 0.0;
    Market market = planned_drive(p);
    ResearcherTable const& people = market.researchers;
    std::vector<ResearcherRow> sought;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        bool const is_newly_jobless = !people.is_employed(row) && people.since[row] == 3;
        if (people.location[row] == korea && !is_newly_jobless &&
            people.mission[row].dot(market.firms.mission[acme]) >= 0.0F) {
            sought.push_back(row);
        }
    }
    std::sort(sought.begin(), sought.end(), [&](ResearcherRow a, ResearcherRow b) {
        return people.log_talent[a] > people.log_talent[b];
    });
    auto const contacts = listed_in(market, p);
    REQUIRE(contacts.size() == 60);
    for (std::size_t k = 0; k != contacts.size(); ++k) {
        CHECK(contacts[k] == Contact{.who = sought[k], .firm = acme});
        CHECK(market.drives.seeking(sought[k], acme) == fifty);
    }
    CHECK_FALSE(market.drives.seeking(sought[60], acme).exists());
    CHECK_FALSE(market.drives.seeking(sought[0], brain).exists());
}

TEST_CASE("whom the chief executive does not write to is met only if the firm sees them") {
    auto p = driven_world();
    p.drives["fifty"].list_length = 2'000.0;
    p.drives["fifty"].chief_executive = false;
    p.recruiting.visibility = 0.2;
    Market market = planned_drive(p);
    auto const seen = listed_in(market, p);
    CHECK(is_binomial(static_cast<std::int64_t>(seen.size()), 2'000.0, 0.2));
    p.drives["fifty"].chief_executive = true;
    Market all = planned_drive(p);
    CHECK(listed_in(all, p).size() == 2'000);
}

TEST_CASE("nobody of a tier below is on the list, and no list is made without a seat") {
    auto p = driven_world();
    p.drives["fifty"].list_length = 1e6;
    p.drives["fifty"].lowest_tier = LowestTier::s;
    Market market = planned_drive(p);
    auto const contacts = listed_in(market, p);
    CHECK(contacts.size() > 5);
    CHECK(std::all_of(contacts.begin(), contacts.end(), [&](Contact const& contact) {
        return market.researchers.tier[contact.who] == Tier::s;
    }));
    p.drives["fifty"].seats = 0.0;
    Market without = planned_drive(p);
    CHECK(listed_in(without, p).empty());
}

TEST_CASE("the bid of a drive is higher by its money per seat, and by no more than there is") {
    Town town;
    town.parameters.drives["raid"] = {.firm = "rich", .seats = 1.0, .budget = 500.0};
    town.parameters.mechanisms.drives = true;
    found_drives(town.market, town.parameters);
    take_up_drives(town.market, town.parameters);
    town.market.drives.open_seats[fifty] = 1;
    town.market.drives.extra_pay[fifty] = 500.0;
    town.market.drives.money[fifty] = 500.0;
    town.meet({rich});
    CHECK(town.bids[0].cap == 300.0); // not on the list
    town.market.drives.listed.push_back({.who = someone, .firm = rich});
    town.meet({rich});
    CHECK(town.bids[0].cap == 800.0);
    CHECK(town.bids[0].value == 1'500.0);
    CHECK(town.bids[0].drive == fifty);
    town.market.firms.free_money[rich] = -50.0; // over its own budget
    town.meet({rich});
    CHECK(town.bids[0].cap == 500.0);
    town.market.firms.open_seats[rich] = 0; // the drive has its own
    town.meet({rich});
    CHECK(town.n_contests == 1);
}

TEST_CASE("the seats of a drive are for its bids alone, and it takes none of its firm's") {
    Town town;
    town.parameters.drives["raid"] = {.firm = "rich"};
    town.parameters.mechanisms.drives = true;
    found_drives(town.market, town.parameters);
    town.market.researchers.resize(4);
    for (std::size_t i = 0; i != 4; ++i) {
        town.market.researchers.identity[ResearcherRow{i}] = i + 1;
    }
    town.market.firms.open_seats[rich] = 1;
    town.market.drives.open_seats[fifty] = 1;
    Contests contests;
    for (std::uint32_t i = 0; i != 4; ++i) {
        bool const is_listed = i < 2;
        contests.contests.push_back({.who = ResearcherRow{i}, .first = i, .bids = 1, .ranked = 1});
        contests.bids.push_back({.firm = rich,
                                 .drive = is_listed ? fifty : DriveRow{},
                                 .is_ranked = true,
                                 .value = 10.0 + static_cast<double>(i)});
    }
    Matching matching;
    Acceptance{}.match(town.market, contests, step_at(), matching);
    CHECK(matching == Matching{no_bid, 1, no_bid, 3}); // the best of each two
    note_drive_hires(town.market, contests, matching, 3);
    CHECK(town.market.drives.hires.empty()); // nobody was on a list
    town.market.drives.listed.push_back({.who = ResearcherRow{1}, .firm = rich});
    town.market.drives.gpus_on_offer[fifty] = 7.0;
    note_drive_hires(town.market, contests, matching, 3);
    REQUIRE(town.market.drives.hires.size() == 1);
    CHECK(town.market.drives.hires[0].who == ResearcherRow{1});
    CHECK(town.market.drives.hires[0].gpus == 7.0);
}

TEST_CASE("pledges are served by date of contract, and the rest is divided among all") {
    auto const p = driven_world();
    Market market = planned(p).market;
    auto const staff = staff_of(market, acme);
    MilliGpu const pool = grantable(market.firms, acme);
    double const gpus = static_cast<double>(pool) / milli_gpus_per_gpu;
    hire_by_drive(market, staff[0], 3, 0.5 * gpus); // the second, by half of the pool
    hire_by_drive(market, staff[1], 2, 0.6 * gpus); // the first
    close_drives(market);
    plan_drives(market, p, step_at(4));
    REQUIRE(ComputeGrants{}.divide(market, p, step_at(4)));
    auto const& grants = market.researchers.gpu_grant;
    auto const first = static_cast<double>(grants[ResearcherRow{staff[1]}]);
    auto const second = static_cast<double>(grants[ResearcherRow{staff[0]}]);
    CHECK(first == close_to(0.6 * static_cast<double>(pool), 1e-5));
    CHECK(second == close_to(0.4 * static_cast<double>(pool), 1e-5)); // what is left
    MilliGpu sum = 0;
    for (std::size_t const one : staff) {
        sum += grants[ResearcherRow{one}];
    }
    CHECK(sum == pool);
    CHECK(market.drives.gpus_served_to(ResearcherRow{staff[1]}, acme, 2) ==
          close_to(0.6 * gpus, 1e-6));
    CHECK(market.drives.gpus_served_to(ResearcherRow{staff[0]}, acme, 3) ==
          close_to(0.4 * gpus, 1e-3));
    CHECK(market.drives.gpus_served_to(ResearcherRow{staff[0]}, acme, 2) == 0.0); // another job
}

TEST_CASE("who leaves belongs to the team no more, and who waits does until the job lapses") {
    auto const p = driven_world();
    Market market = planned(p).market;
    ResearcherTable& people = market.researchers;
    auto const staff = staff_of(market, acme);
    hire_by_drive(market, staff[0], 2, 1.0);
    hire_by_drive(market, staff[1], 2, 1.0);
    people.since[ResearcherRow{staff[1]}] = 3; // hired again since, not by the drive
    ResearcherRow const waiting{staff_of(market, brain)[0]};
    people.pending[waiting] = Pending::waits;
    people.pending_move[waiting] = {.pay = 5e5, .firm = acme, .visa = {}};
    market.drives.hires.push_back(
        {.identity = people.identity[waiting], .who = waiting, .firm = acme, .agreed = 3});
    close_drives(market);
    CHECK(market.drives.team[fifty] == 2);
    CHECK(market.drives.team_on_staff[fifty] == 1);
    CHECK(market.drives.team_payroll[fifty].value() ==
          close_to(5e5 + people.pay[ResearcherRow{staff[0]}], 1e-9));
    people.pending[waiting] = Pending::none;
    close_drives(market);
    CHECK(market.drives.team[fifty] == 1);
}
