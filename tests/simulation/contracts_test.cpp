#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "engine/simulation/indicators.hpp"
#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

// What contracts that vest, and retention grants, do to whole worlds.

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// A world in which nobody counters, so that pay and equity change with the job alone, and half of
/// every contract is equity, which vests within a year.
Parameters equity_world(double researchers = 20'000.0) {
    auto p = small_world(researchers);
    p.search.contact_rate_employed = 0.15;
    p.mechanisms.counteroffers = false;
    p.mechanisms.contracts = true;
    p.contracts.sign_on_share = 0.0;
    p.contracts.equity_share = 0.5;
    p.contracts.equity_risk = 0.0;
    p.contracts.vesting_months = 12.0;
    return p;
}

/// How many were in a job for so many months, and how many of them changed it then.
struct Movers {
    double at_risk = 0.0;
    double moves = 0.0;

    [[nodiscard]] double rate() const { return moves / at_risk; }

    /// Squared standard error of the rate, moves being rare and of different people.
    [[nodiscard]] double variance() const { return moves / (at_risk * at_risk); }
};

/// A rate is higher than another by more than four standard errors of their difference.
bool clearly_exceeds(Movers const& more, Movers const& less) {
    return more.rate() - less.rate() > 4.0 * std::sqrt(more.variance() + less.variance());
}

struct Careers {
    Movers before_vesting;     ///< in the first half year of a job
    Movers after_vesting;      ///< in the second year of a job
    std::vector<double> gains; ///< of movers: ln(pay after/before)
};

Careers careers_in(Parameters const& p) {
    Simulation world{p, {}, {.seed = 5}, Visit::forwards};
    Careers careers;
    for (int month = 0; month != 36; ++month) {
        world.step();
        if (month < 24) {
            continue; // until there are jobs of all ages that began in the run
        }
        for (StandingChange const& change : world.flows().changes) {
            Standing const& from = change.before;
            bool const is_move = from.is_employed() && change.after.is_employed() &&
                                 from.employer != change.after.employer;
            if (!is_move) {
                continue;
            }
            careers.gains.push_back(std::log(change.after.pay / from.pay));
            Month const tenure = month - from.since;
            careers.before_vesting.moves += tenure < 6 ? 1.0 : 0.0;
            careers.after_vesting.moves += tenure >= 12 && tenure < 24 ? 1.0 : 0.0;
        }
        ResearcherTable const& people = world.market().researchers;
        for (std::size_t i = 0; i != people.size(); ++i) {
            ResearcherRow const row{i};
            if (people.is_employed(row)) { // of this month's end, when some have moved
                Month const tenure = month - people.since[row];
                careers.before_vesting.at_risk += tenure < 6 ? 1.0 : 0.0;
                careers.after_vesting.at_risk += tenure >= 12 && tenure < 24 ? 1.0 : 0.0;
            }
        }
    }
    return careers;
}

double mean(std::vector<double> const& numbers) {
    double sum = 0.0;
    for (double const x : numbers) {
        sum += x;
    }
    return sum / static_cast<double>(numbers.size());
}

/// Of the mean [of the numbers], squared.
double squared_error(std::vector<double> const& numbers) {
    double const centre = mean(numbers);
    double sum = 0.0;
    for (double const x : numbers) {
        sum += (x - centre) * (x - centre);
    }
    return sum / static_cast<double>(numbers.size()) / static_cast<double>(numbers.size());
}

Market market_after(Parameters const& p, int months, Visit order = Visit::forwards) {
    Simulation world{p, {}, {.seed = 5}, order};
    for (int month = 0; month != months; ++month) {
        world.step();
    }
    return world.market();
}

} // namespace

TEST_CASE("what is said of contracts that are off changes no bit") {
    auto p = equity_world(3'000.0);
    p.mechanisms.contracts = false;
    Market const without = market_after(p, 18);
    p.contracts = {};
    CHECK(differences(market_after(p, 18), without) == no_differences);
}

TEST_CASE("contracts without equity change nothing that anybody does") {
    auto p = equity_world(3'000.0);
    p.mechanisms.counteroffers = true;
    p.contracts.equity_share = 0.0;
    p.contracts.buy_out = BuyOut::on_signing;
    Market with = market_after(p, 18);
    p.mechanisms.contracts = false;
    Market const without = market_after(p, 18);
    with.contracts = {};
    with.firms.poached = without.firms.poached;
    CHECK(differences(with, without) == no_differences);
}

TEST_CASE("a retention grant of nothing, or for a loss that nobody has, changes no bit") {
    auto p = equity_world(3'000.0);
    Market const without = market_after(p, 18);
    p.mechanisms.retention_grants = true;
    p.contracts.retention_share = 0.0;
    CHECK(differences(market_after(p, 18), without) == no_differences);
    p.contracts.retention_share = 1.0;
    p.contracts.retention_trigger = 1.0;
    CHECK(differences(market_after(p, 18), without) == no_differences);
}

TEST_CASE("a world with contracts and retention grants is the same in any order of visits") {
    auto p = equity_world(10'000.0);
    p.mechanisms.counteroffers = true;
    p.mechanisms.retention_grants = true;
    p.contracts.retention_trigger = 0.05;
    check_every_order_makes_the_same_market(
        [&](Visit order) { return market_after(p, 14, order); });
}

TEST_CASE(
    "people stay until their equity has vested, and leave then; who is poached before is paid "
    "for what is forfeited") {
    // Enough people for the smallest of these effects, the rate of leaving after vesting against
    // that in a world in which nothing vests (about .059 and .055): some 6 standard errors.
    auto p = equity_world(100'000.0);
    Careers const with = careers_in(p);
    p.mechanisms.contracts = false;
    Careers const without = careers_in(p);
    CHECK(clearly_exceeds(without.before_vesting, with.before_vesting));
    CHECK(clearly_exceeds(with.after_vesting, with.before_vesting));
    CHECK(clearly_exceeds(with.after_vesting, without.after_vesting));
    CHECK(mean(with.gains) - mean(without.gains) >
          4.0 * std::sqrt(squared_error(with.gains) + squared_error(without.gains)));
}

TEST_CASE("after a wave of departures retention grants lower those of the next three months") {
    auto p = equity_world();
    p.contracts.retention_trigger = 0.04;
    p.contracts.retention_share = 2.0;
    Simulation without{p, {}, {.seed = 5}, Visit::forwards};
    p.mechanisms.retention_grants = true;
    Simulation with{p, {}, {.seed = 5}, Visit::forwards};
    FirmTable const& firms = with.market().firms;
    // Until a month in which some firm grants, both are the same world.
    std::vector<bool> grants(firms.size(), false);
    std::int64_t granting = 0;
    Month month = 0;
    std::int64_t left = 0;
    std::int64_t left_without = 0;
    auto const count = [&](Simulation const& world, std::int64_t& leavers) {
        for (JobMove const& move : world.flows().job_moves) {
            leavers += grants[move.from.at()] ? 1 : 0;
        }
    };
    for (int months_left = 24; months_left != 0; --months_left, ++month) {
        with.step();
        without.step();
        for (std::size_t f = 0; granting == 0 && f != firms.size(); ++f) {
            grants[f] = firms.retention_month[FirmRow{f}] == month;
        }
        if (granting == 0) {
            for (bool const one : grants) {
                granting += one ? 1 : 0;
            }
            months_left = granting == 0 ? months_left : 3; // this month and two more
        }
        count(with, left);
        count(without, left_without);
    }
    REQUIRE(granting > 0);
    INFO(granting, " firms, ", left, " instead of ", left_without);
    CHECK(static_cast<double>(left_without - left) >
          4.0 * std::sqrt(static_cast<double>(left_without + left)));
}

TEST_CASE("what firms owe their staff in retention grants is observed as long as it vests") {
    auto p = equity_world(3'000.0);
    p.mechanisms.retention_grants = true;
    p.contracts.retention_trigger = 0.0;
    Simulation world{p, {}, {.seed = 5}, Visit::forwards};
    Indicators indicators{world, false};
    for (int month = 0; month != 6; ++month) {
        world.step();
        indicators.observe(world);
    }
    auto const owed = std::get<std::vector<double>>(
        indicators.record(world, 5).values[variable_index("firm_retention_owed")]);
    FirmTable const& firms = world.market().firms;
    REQUIRE(firms.retention_month[acme] != never);
    double const left = 1.0 - (5.0 - firms.retention_month[acme]) / 12.0;
    CHECK(owed.at(acme.at()) == close_to(firms.retention_owed[acme] * left));
    CHECK(owed.at(acme.at()) > 0.0);
}
