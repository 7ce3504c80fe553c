#include <algorithm>
#include <cstdint>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"
#include "engine/simulation/state_hash.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"
#include "tests/simulation/dated.hpp"

// What drives do to whole worlds.

using namespace talentsim;
using namespace talentsim::test;

namespace {

DriveRow const fifty{0};

/// From the fourth month on, brain looks for thirty of the best for half a year.
Parameters driven_world(double researchers = 6'000.0) {
    auto p = small_world(researchers);
    p.mechanisms.drives = true;
    DriveParameters& drive = p.drives["fifty"];
    drive.firm = "brain";
    drive.start = p.simulation.start.plus(3);
    drive.months = 6;
    drive.seats = 30.0;
    drive.list_length = 120.0;
    drive.budget = 30.0 * 2e6;
    drive.gpus_per_head = 20.0;
    drive.chief_executive = true;
    return p;
}

Market lived_through(Parameters const& p, int months = 12, Visit order = Visit::forwards,
                     std::vector<DatedChange> const& changes = {}) {
    Simulation simulation{p, changes, {.seed = 5}, order};
    for (int month = 0; month != months; ++month) {
        simulation.step();
    }
    return simulation.market();
}

/// Staff of tiers S and A.
std::int64_t best_at(Market const& market, FirmRow firm) {
    return market.firms.staff_by_tier[firm][0] + market.firms.staff_by_tier[firm][1];
}

/// A seat for everybody on the list, so that those come who want to, and for one month.
Parameters seats_for_all() {
    auto p = driven_world();
    p.drives["fifty"].months = 1;
    p.drives["fifty"].seats = p.drives["fifty"].list_length;
    p.drives["fifty"].budget = 0.0;
    p.drives["fifty"].gpus_per_head = 0.0;
    return p;
}

constexpr int until_after_its_month = 4;

/// The state without what is there for drives.
Market stripped(Market market) {
    market.drives = {};
    return market;
}

} // namespace

TEST_CASE("drives that are off, before their month, or without a seat change no bit") {
    auto p = driven_world();
    auto const without = lived_through(small_world(6'000.0));
    p.mechanisms.drives = false;
    auto const off = lived_through(p);
    CHECK(differences(off, without) == no_differences);
    CHECK(state_hash(off, Visit::forwards) == state_hash(without, Visit::forwards));
    p.mechanisms.drives = true;
    p.drives["fifty"].start = p.simulation.start.plus(12);
    CHECK(differences(stripped(lived_through(p)), without) == no_differences);
    p.drives["fifty"].start = p.simulation.start;
    p.drives["fifty"].seats = 0.0;
    CHECK(differences(stripped(lived_through(p)), without) == no_differences);
}

TEST_CASE("a world with drives is the same in any order of visits") {
    auto const p = driven_world();
    auto const forwards = lived_through(p, 12, Visit::forwards);
    REQUIRE(forwards.drives.hires.size() > 5);
    for (Visit const order : {Visit::backwards, Visit::parallel}) {
        auto const other = lived_through(p, 12, order);
        CHECK(differences(other, forwards) == no_differences);
        CHECK(state_hash(other, order) == state_hash(forwards, Visit::forwards));
    }
}

TEST_CASE("a drive fills its seats with the best, who would not have come without") {
    auto const with = lived_through(driven_world());
    auto const without = lived_through(small_world(6'000.0));
    // The two worlds are the same bits up to the drive, which offers 2 M USD/year a seat beside pay
    // of .2 to 2 M, and 20 H100e beside .3 a head: nearly all on the list would come. Of 30 seats
    // two are open in a month after some left at the usual rate, .01 a month.
    CHECK(with.drives.team[fifty] >= 24);
    CHECK(best_at(with, brain) - best_at(without, brain) >= 20);
}

TEST_CASE("whom a drive has hired holds what was pledged, and everybody else shares the rest") {
    auto const market = lived_through(driven_world());
    for (DriveHire const& hire : market.drives.hires) {
        CHECK(hire.gpus <= 20.0);
        CHECK(market.researchers.gpu_grant[hire.who] >=
              static_cast<MilliGpu>(1000.0 * hire.gpus_served));
    }
    double const pledged = 20.0 * static_cast<double>(market.drives.team[fifty]);
    CHECK(pledged < market.firms.compute[brain]);
}

TEST_CASE("compute pledged brings people whom money alone does not") {
    auto p = seats_for_all();
    p.utility.compute.mean = 0.3;
    auto const plain = lived_through(p, until_after_its_month);
    p.drives["fifty"].gpus_per_head = 10.0;
    auto const pledging = lived_through(p, until_after_its_month);
    // Both teams take their people from one list under common random numbers, and whoever comes for
    // less comes for more; 10 H100e besides .4 are worth .3 ln(105/5) = .9 log points of pay.
    CHECK(pledging.drives.team[fifty] > plain.drives.team[fifty]);
}

TEST_CASE("money brings people whom a seat alone does not") {
    auto p = seats_for_all();
    auto const plain = lived_through(p, until_after_its_month);
    p.drives["fifty"].budget = p.drives["fifty"].seats * 2e6;
    auto const paying = lived_through(p, until_after_its_month);
    CHECK(paying.drives.team[fifty] > plain.drives.team[fifty]);
    MoneySum const paid = paying.drives.team_payroll[fifty];
    CHECK(paid.value() / static_cast<double>(paying.drives.team[fifty]) >
          plain.drives.team_payroll[fifty].value() /
              std::max(static_cast<double>(plain.drives.team[fifty]), 1.0));
}

TEST_CASE("where the chief executive writes, seats fill sooner") {
    auto p = driven_world();
    p.recruiting.visibility = 0.1;
    auto const in_person = lived_through(p, 4);
    p.drives["fifty"].chief_executive = false;
    auto const by_recruiters = lived_through(p, 4);
    // All 120 on the list are met in the first month, or about 12 of them.
    CHECK(in_person.drives.team[fifty] > by_recruiters.drives.team[fifty] + 5);
}

TEST_CASE("once a drive has ended nobody joins its team, and its people keep pay and pledge") {
    auto const p = driven_world();
    Simulation simulation{p, {}, {.seed = 5}, Visit::forwards};
    std::int64_t at_end = 0;
    for (int month = 0; month != 20; ++month) {
        simulation.step();
        DriveTable const& drives = simulation.market().drives;
        if (month == 8) {
            at_end = drives.team[fifty];
        }
        if (month > 8) {
            CHECK(drives.open_seats[fifty] == 0);
            CHECK(drives.team[fifty] <= at_end);
        }
        CHECK(drives.team[fifty] <= 30);
    }
    CHECK(simulation.market().drives.team[fifty] > 0);
}

TEST_CASE("a drive can be called off, or made larger, by a dated change") {
    auto const p = driven_world();
    CalendarMonth const start = p.drives.at("fifty").start;
    auto const called_off =
        lived_through(p, 12, Visit::forwards,
                      {change_in(start, "drives.*.seats", {"fifty"}, ParameterValue{0.0})});
    CHECK(called_off.drives.hires.empty());
    auto const same =
        lived_through(p, 12, Visit::forwards,
                      {change_in(start, "drives.*.seats", {"fifty"}, ParameterValue{30.0})});
    CHECK(differences(same, lived_through(p)) == no_differences);
    auto const larger = lived_through(
        p, 12, Visit::forwards,
        {change_in(start.plus(2), "drives.*.seats", {"fifty"}, ParameterValue{60.0}),
         change_in(start.plus(2), "drives.*.budget", {"fifty"}, ParameterValue{60.0 * 2e7})});
    // The best earn some 10 M USD/year there, so that a budget of 2 M a seat would be spent
    // already.
    CHECK(larger.drives.team[fifty] > 30);
}
