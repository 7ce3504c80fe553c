#include "engine/phases/retention.hpp"

#include <doctest/doctest.h>

#include "engine/phases/vesting.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters granting_world() {
    auto p = small_world();
    p.mechanisms.contracts = true;
    p.mechanisms.retention_grants = true;
    p.contracts.equity_risk = 0.0;
    p.contracts.retention_trigger = 0.1;
    p.contracts.retention_share = 0.25;
    return p;
}

/// Others take so many people from the first American firm, and no others, in a month.
void take_from_acme(Market& market, std::size_t people, Month month) {
    MonthFlows flows{3};
    flows.job_moves.assign(people, {.from = acme, .to = brain});
    count_poached(market, flows, month);
}

double payroll(Market const& market, FirmRow firm) {
    return market.firms.payroll[firm].value() / market.firms.scale[firm];
}

} // namespace

TEST_CASE("a firm grants once it has lost more than a share of its staff within three months") {
    auto const p = granting_world();
    auto made = planned(p);
    Market& market = made.market;
    market.firms.staff[acme] = 90;
    market.firms.free_money[acme] = 1e12;
    take_from_acme(market, 5, 1);
    take_from_acme(market, 2, 2);
    take_from_acme(market, 3, 3);
    auto const grants_in = [&](Month month) {
        Market after = market;
        grant_retention(after, p, step_at(month));
        CHECK(after.firms.retention_month[brain] == never);
        return after.firms.retention_month[acme] == month;
    };
    CHECK_FALSE(grants_in(4)); // 10 of 100 are not more than a tenth
    market.firms.staff[acme] = 89;
    CHECK(grants_in(4));
    take_from_acme(market, 4, 4);
    CHECK_FALSE(grants_in(5)); // those of the first month are forgotten
    take_from_acme(market, 3, 5);
    CHECK(grants_in(6));

    SUBCASE("where that is switched on, and contracts vest") {
        auto off = p;
        off.mechanisms.retention_grants = false;
        Market after = market;
        grant_retention(after, off, step_at(6));
        CHECK(differences(after, market) == no_differences);
        market.contracts = {};
        after = market;
        grant_retention(after, p, step_at(6));
        CHECK(differences(after, market) == no_differences);
    }
    SUBCASE("at most once in a year") {
        market.firms.retention_month[acme] = -5;
        CHECK_FALSE(grants_in(6));
        CHECK(grants_in(7));
    }
    SUBCASE("if it has money to spare") {
        market.firms.free_money[acme] = 0.0;
        CHECK_FALSE(grants_in(6));
    }
}

TEST_CASE(
    "a retention grant is a share of pay for all on the staff, on top of what has not vested, "
    "and all of it begins to vest") {
    auto const p = granting_world();
    auto made = planned(p);
    Market& market = made.market;
    take_from_acme(market, 500, 3);
    double const free_money = payroll(market, acme);
    market.firms.free_money[acme] = free_money;
    Market const before = market;
    grant_retention(market, p, step_at(4));
    ResearcherTable const& people = market.researchers;
    std::int64_t staff = 0;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.employer[row] != acme) {
            CHECK(market.contracts.equity[row] == before.contracts.equity[row]);
            CHECK(market.contracts.granted[row] == before.contracts.granted[row]);
            continue;
        }
        ++staff;
        double const expected = unvested_equity(before, row, 4) + 0.25 * people.pay[row];
        CHECK(unvested_equity(market, row, 4) == doctest::Approx(expected).epsilon(1e-6));
        CHECK(market.contracts.granted[row] == 4);
    }
    CHECK(staff == market.firms.staff[acme]);

    // A quarter of a year's pay costs a sixteenth of it in each of four years, and less later.
    CHECK(market.firms.free_money[acme] == close_to(free_money * 15 / 16));
    CHECK(retention_cost(market, acme, 4) == close_to(free_money / 16));
    CHECK(retention_cost(market, acme, 28) == close_to(free_money / 32));
    CHECK(retention_cost(market, acme, 52) == 0.0);
    CHECK(retention_cost(market, brain, 4) == 0.0);

    SUBCASE("the next plans know of it") {
        Market without = market;
        without.firms.retention_owed[acme] = 0.0;
        plan_month(market, p, step_at(28), made.values);
        plan_month(without, p, step_at(28), made.values);
        CHECK(without.firms.free_money[acme] - market.firms.free_money[acme] ==
              close_to(free_money / 32, 1e-6));
        CHECK(without.firms.free_money[brain] == market.firms.free_money[brain]);
    }
    SUBCASE("a second one adds to what has not vested of the first") {
        market.firms.free_money[acme] = free_money;
        market.firms.poached[acme] = {500, 0, 0};
        grant_retention(market, p, step_at(28));
        CHECK(retention_cost(market, acme, 28) == close_to(free_money / 32 + free_money / 16));
    }
}

TEST_CASE("a retention grant goes as far as free money allows") {
    auto const p = granting_world();
    auto made = planned(p);
    Market& market = made.market;
    take_from_acme(market, 500, 3);
    market.firms.free_money[acme] = payroll(market, acme) / 100.0;
    Market const before = market;
    grant_retention(market, p, step_at(4));
    CHECK(market.firms.free_money[acme] >= 0.0);
    CHECK(market.firms.free_money[acme] < 1e-6 * payroll(market, acme));
    ResearcherRow who{0};
    while (market.researchers.employer[who] != acme) {
        ++who.index;
    }
    double const granted = unvested_equity(market, who, 4) - unvested_equity(before, who, 4);
    CHECK(granted == doctest::Approx(0.04 * market.researchers.pay[who]).epsilon(1e-5));
}

TEST_CASE("retention grants are the same in any order of visits") {
    auto p = granting_world();
    p.contracts.retention_trigger = 0.0;
    check_every_order_makes_the_same_market([&](Visit order) {
        Market market = planned(p).market;
        for (auto& months : market.firms.poached) {
            months[0] = 1;
        }
        grant_retention(market, p, step_at(4, order));
        return market;
    });
}
