#include "engine/phases/breakthroughs.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// A world small enough that breakthroughs must be likely to be seen.
Parameters inventive_world() {
    auto p = small_world();
    p.mechanisms.breakthroughs = true;
    p.production.breakthrough_rate = 1e-3;
    return p;
}

} // namespace

TEST_CASE(
    "a firm as it was founded makes as many breakthroughs as rivals catch up with, on average") {
    auto const p = inventive_world();
    Market market = planned(p).market;
    FirmTable& firms = market.firms;
    double const slack = 1.0 + p.budgets.seat_slack;
    std::int64_t made = 0;
    double expected = 0.0;
    for (Month month = 0; month != 100; ++month) {
        for (std::size_t f = 0; f != firms.size(); ++f) {
            FirmRow const row{f};
            firms.talent[row] = TalentSum{firms.founding_talent[row] * firms.scale[row]};
            firms.gpus_per_head[row] =
                firms.founding_compute[row] / std::max(firms.founding_staff[row] * slack, 1.0);
            firms.productivity[row] = 1.0;
        }
        make_breakthroughs(market, p, step_at(month));
        for (std::size_t f = 0; f != firms.size(); ++f) {
            made += firms.breakthroughs[FirmRow{f}];
            expected += firms.founding_breakthroughs[FirmRow{f}];
        }
    }
    CHECK(expected > 1000.0);
    // A sum of Poisson counts is one, and its variance its mean: four standard errors.
    CHECK(std::abs(static_cast<double>(made) - expected) < 4.0 * std::sqrt(expected));
}

TEST_CASE("a breakthrough raises productivity and output, and without one rivals catch up") {
    auto const p = inventive_world();
    Market market = planned(p).market;
    double const output = market.firms.output[brain];
    make_breakthroughs(market, p, step_at());
    auto const made = static_cast<double>(market.firms.breakthroughs[brain]);
    double const steps = made - market.firms.founding_breakthroughs[brain];
    double const productivity = std::exp(steps * std::log1p(p.production.breakthrough_size));
    CHECK(market.firms.productivity[brain] == close_to(productivity));
    TalentValues values;
    plan_month(market, p, step_at(0), values);
    CHECK(market.firms.output[brain] == close_to(output * productivity));
}

TEST_CASE(
    "more compute per head: no fewer breakthroughs in any month, more in all, and nobody else "
    "notices") {
    auto const p = inventive_world();
    Market const market = planned(p).market;
    std::int64_t usual = 0;
    std::int64_t with_more = 0;
    for (Month month = 0; month != 60; ++month) {
        Market poor = market;
        Market rich = market;
        rich.firms.gpus_per_head[acme] *= 8.0;
        make_breakthroughs(poor, p, step_at(month));
        make_breakthroughs(rich, p, step_at(month));
        CHECK(rich.firms.breakthroughs[acme] >= poor.firms.breakthroughs[acme]);
        usual += poor.firms.breakthroughs[acme];
        with_more += rich.firms.breakthroughs[acme];
        rich.firms.breakthroughs[acme] = poor.firms.breakthroughs[acme];
        CHECK(rich.firms.breakthroughs == poor.firms.breakthroughs);
    }
    // Their expectations are in the ratio 8^.3 = 1.87, or less where the most is reached.
    CHECK(with_more > usual);
}

TEST_CASE("a firm that got ahead makes fewer: breakthroughs do not carry it away") {
    auto const p = inventive_world();
    Market market = planned(p).market;
    market.firms.productivity[acme] = 1.5; // 1.5^-10 = .017
    double const before = market.firms.productivity[acme];
    for (Month month = 0; month != 12; ++month) {
        make_breakthroughs(market, p, step_at(month));
    }
    CHECK(market.firms.productivity[acme] < before);
}

TEST_CASE("where the mechanism is off, no firm makes any, and productivity stays") {
    auto p = inventive_world();
    Market market = planned(p).market;
    make_breakthroughs(market, p, step_at());
    auto const productivity = market.firms.productivity;
    p.mechanisms.breakthroughs = false;
    make_breakthroughs(market, p, step_at(4));
    CHECK(market.firms.productivity == productivity);
    CHECK(market.firms.breakthroughs == FirmColumn<std::int64_t>(market.firms.size(), 0));
}

TEST_CASE("half a world expects of a named firm what the whole one does") {
    auto p = inventive_world();
    double const whole = found_economy(p, key_of()).firms.founding_breakthroughs[brain];
    p.simulation.scale = 0.5;
    CHECK(found_economy(p, key_of()).firms.founding_breakthroughs[brain] == close_to(whole));
}

TEST_CASE("breakthroughs are the same in any order of visits") {
    auto const p = inventive_world();
    check_every_order_makes_the_same_market([&](Visit order) {
        Market market = planned(p, step_at(3, order)).market;
        make_breakthroughs(market, p, step_at(3, order));
        return market;
    });
}
