#include "engine/phases/market_value.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters valued_world() {
    Parameters p = small_world(2'000.0);
    p.mechanisms.market_value = true;
    p.finance = {.regime = Regime::boom,
                 .boom_multiple = 16.0,
                 .bust_multiple = 4.0,
                 .bust_hazard = 0.0,
                 .recovery_hazard = 0.0,
                 .spending_elasticity = 0.5,
                 .spending_lag_months = 1.0,
                 .depreciation = 0.6};
    return p;
}

} // namespace

TEST_CASE("a lasting boom leaves a market as it is, to the last bit") {
    auto const p = valued_world();
    Market market = found_market(p, key_of(), Visit::forwards);
    Market const before = market;
    for (Month month = 1; month != 30; ++month) {
        turn_market(market, p, step_at(month));
    }
    CHECK(differences(market, before) == no_differences);
}

TEST_CASE("switched off, or in the first month, the market does not turn, whatever the hazards") {
    auto p = valued_world();
    p.finance.bust_hazard = 1.0;
    Market market = found_market(p, key_of(), Visit::forwards);
    Market const before = market;
    turn_market(market, p, step_at(0));
    CHECK(differences(market, before) == no_differences);
    p.mechanisms.market_value = false;
    turn_market(market, p, step_at(5));
    CHECK(differences(market, before) == no_differences);
}

TEST_CASE("in a bust firms spend less, pools wear out towards what spending keeps, and come back "
          "with the boom") {
    auto p = valued_world();
    Market market = found_market(p, key_of(), Visit::forwards);
    double const pool = market.firms.own_gpus[acme];
    p.finance.regime = Regime::bust;
    turn_market(market, p, step_at(1));
    CHECK(market.finance.regime == Regime::bust);
    CHECK(market.finance.spending == close_to(0.5)); // (4/16)^.5, with a lag of a month
    // .6 a year wear out, .05 a month, and half of that is replaced.
    CHECK(market.firms.own_gpus[acme] == close_to(0.975 * pool));
    CHECK(market.firms.gpus_worn[acme] == close_to(0.025 * pool));
    for (Month month = 2; month != 600; ++month) {
        turn_market(market, p, step_at(month));
    }
    CHECK(market.firms.own_gpus[acme] == close_to(0.5 * pool, 1e-9));

    p.finance.regime = Regime::boom;
    for (Month month = 600; month != 1200; ++month) {
        turn_market(market, p, step_at(month));
    }
    CHECK(market.finance.spending == 1.0);
    CHECK(market.firms.own_gpus[acme] == close_to(pool, 1e-9));
}

TEST_CASE("a dated change turns the market in its month, and chance does not in the same one") {
    auto p = valued_world();
    p.finance.recovery_hazard = 1.0;
    Market market = found_market(p, key_of(), Visit::forwards);
    p.finance.regime = Regime::bust;
    turn_market(market, p, step_at(4));
    CHECK(market.finance.regime == Regime::bust);
    turn_market(market, p, step_at(5)); // the parameter is what it was: chance decides
    CHECK(market.finance.regime == Regime::boom);
}

TEST_CASE("booms and busts last as long as their hazards say") {
    auto p = valued_world();
    p.finance.bust_hazard = 0.05;
    p.finance.recovery_hazard = 0.2;
    int const months = 4'000;
    int busts = 0;
    int booms = 0;
    int ends_of_busts = 0;
    int ends_of_booms = 0;
    Market market = found_market(p, key_of(), Visit::forwards);
    for (Month month = 1; month != months; ++month) {
        Regime const before = market.finance.regime;
        turn_market(market, p, step_at(month));
        bool const turned = market.finance.regime != before;
        (before == Regime::bust ? busts : booms) += 1;
        (before == Regime::bust ? ends_of_busts : ends_of_booms) += turned ? 1 : 0;
    }
    // Given how many months were booms, their ends are binomial.
    CHECK(is_binomial(ends_of_booms, booms, 0.05));
    CHECK(is_binomial(ends_of_busts, busts, 0.2));
}

TEST_CASE("talent budgets aim at a share of what they would in a boom") {
    auto p = valued_world();
    p.finance.budget_elasticity = 0.5;
    p.budgets.lag_months = 1.0;
    Market market = found_market(p, key_of(), Visit::forwards);
    Market in_boom = market;
    TalentValues values;
    plan_month(in_boom, p, step_at(3), values);
    market.finance.regime = Regime::bust;
    plan_month(market, p, step_at(3), values);
    for (FirmRow const row : {acme, brain, chaebol}) {
        CHECK(market.firms.budget[row] == close_to(0.5 * in_boom.firms.budget[row]));
    }
}
