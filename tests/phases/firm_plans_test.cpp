#include "engine/phases/firm_plans.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "engine/phases/census.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Let everything about the firms be out of its founding balance.
Market disturbed(Parameters const& p) {
    Market market = found_market(p, key_of(), Visit::forwards);
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        market.firms.budget[row] *= 0.8 + 0.1 * static_cast<double>(f % 5);
        market.firms.own_gpus[row] *= 0.5 + static_cast<double>(f % 3);
    }
    return market;
}

double full_staff(Market const& market, FirmRow row) {
    return static_cast<double>(market.firms.staff[row]) / market.firms.scale[row];
}

} // namespace

TEST_CASE("what a firm's staff could claim at its price of talent is at most its budget") {
    auto p = small_world();
    for (double const scale : {1.0, 0.5}) {
        p.simulation.scale = scale;
        auto market = disturbed(p);
        TalentValues values;
        plan_month(market, p, step_at(), values);
        for (std::size_t f = 0; f != market.firms.size(); ++f) {
            FirmRow const row{f};
            double const talent = talent_at_full_scale(market.firms, row);
            CHECK(market.firms.price_of_talent[row] * talent <=
                  market.firms.budget[row] * (1.0 + 1e-12));
            CHECK(values.firms[f].talent() == talent);
            CHECK(market.firms.free_money[row] ==
                  close_to(market.firms.budget[row] -
                           market.firms.payroll[row].value() / market.firms.scale[row]));
        }
    }
}

TEST_CASE("the price of talent is the budget over the talent there is or, if more, is wanted") {
    auto const p = small_world();
    auto market = disturbed(p);
    TalentValues values;
    market.firms.talent[acme] = TalentSum{3.0 * market.firms.founding_talent[acme]};
    market.firms.talent[brain] = TalentSum{0.2 * market.firms.founding_talent[brain]};
    plan_month(market, p, step_at(0), values);
    auto const& firms = market.firms;
    CHECK(firms.price_of_talent[acme] ==
          close_to(firms.budget[acme] / (3.0 * firms.founding_talent[acme]), 1e-9));
    // L* = L0 (1 + v) B/B0, so that pi = B0/(L0 (1+v)): the founding unit value.
    CHECK(firms.price_of_talent[brain] ==
          close_to(firms.founding_budget[brain] / firms.founding_talent[brain] / 1.08));
    CHECK(firms.price_of_talent[brain] == close_to(firms.unit_value[brain]));
}

TEST_CASE("the budget closes one part in lag of its distance to the marginal product of talent") {
    auto p = small_world();
    p.budgets.lag_months = 12.0;
    auto market = disturbed(p);
    Market const before = market;
    TalentValues values;
    plan_month(market, p, step_at(3), values);
    for (FirmRow const row : {acme, brain, chaebol}) {
        double const a = market.firms.compute_share[row];
        double const target = (1.0 - a) * 0.8 * market.firms.output[row] * 1.08;
        double const then = before.firms.budget[row];
        CHECK(market.firms.budget[row] == close_to(then + (target - then) / 12.0));
        CHECK(market.firms.output[row] == values.firms[row.at()].of_everybody());
    }

    SUBCASE("not in the first month") {
        Market first = before;
        plan_month(first, p, step_at(0), values);
        CHECK(first.firms.budget == before.firms.budget);
    }
    SUBCASE("and never where budgets do not adjust") {
        p.mechanisms.budget_adjustment = false;
        Market fixed = before;
        plan_month(fixed, p, step_at(3), values);
        CHECK(fixed.firms.budget == before.firms.budget);
    }
}

TEST_CASE("at founding size, output, budget and unit value agree") {
    auto p = small_world();
    auto market = found_economy(p, key_of());
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        market.firms.talent[row] = TalentSum{market.firms.founding_talent[row]};
        market.firms.staff[row] =
            static_cast<std::int64_t>(std::lround(market.firms.founding_staff[row]));
    }
    TalentValues values;
    plan_month(market, p, step_at(3), values);
    for (FirmRow const row : {acme, brain}) { // Korea's public pool moves with rounded staff
        CHECK(market.firms.output[row] == close_to(market.firms.founding_revenue[row], 1e-8));
        CHECK(market.firms.budget[row] == close_to(market.firms.founding_budget[row], 1e-8));
        // A unit is 1/L0 of the firm: within nu (1-a)/L0, one part in a thousand, of the margin.
        CHECK(values.of_hiring(row, 1.0) == close_to(market.firms.unit_value[row], 2e-3));
        CHECK(values.of_keeping(row, 1.0) > values.of_hiring(row, 1.0));
    }
}

TEST_CASE(
    "open seats are what the budget lets the target grow to, less the staff, and rounded by a "
    "chance that is right on average") {
    auto p = small_world();
    p.mechanisms.budget_adjustment = false;
    auto market = found_market(p, key_of(), Visit::forwards);
    market.firms.budget[chaebol] *= 1.1;
    double const wanted = market.firms.founding_staff[chaebol] * 1.1 * 1.08; // 475.2
    double const open = wanted - static_cast<double>(market.firms.staff[chaebol]);
    double const fraction = open - std::floor(open);
    REQUIRE(fraction > 0.05);
    REQUIRE(fraction < 0.95);
    TalentValues values;
    std::int64_t rounded_up = 0;
    int const months = 1000;
    for (Month month = 0; month != months; ++month) {
        plan_month(market, p, step_at(month), values);
        std::int64_t const extra =
            market.firms.open_seats[chaebol] - static_cast<std::int64_t>(std::floor(open));
        REQUIRE(extra >= 0);
        REQUIRE(extra <= 1);
        rounded_up += extra;
    }
    CHECK(is_binomial(rounded_up, months, fraction));

    market.firms.budget[chaebol] *= 0.5; // a firm too large for its budget has no seat open
    plan_month(market, p, step_at(), values);
    CHECK(market.firms.open_seats[chaebol] == 0);
}

TEST_CASE("half a world has half the seats, and the same prices up to who happens to live in it") {
    auto p = small_world();
    auto half = p;
    half.simulation.scale = 0.5;
    auto const whole_market = planned(p).market;
    auto const half_market = planned(half).market;
    for (FirmRow const row : {acme, brain, chaebol}) {
        auto const seats = static_cast<double>(whole_market.firms.open_seats[row]);
        auto const half_seats = static_cast<double>(half_market.firms.open_seats[row]);
        CHECK(std::abs(half_seats - 0.5 * seats) <= 2.0); // one rounding in either
        CHECK(half_market.firms.founding_budget[row] == whole_market.firms.founding_budget[row]);
    }
}

TEST_CASE("public compute is shared by staff, and every firm has its own pool besides") {
    auto const p = small_world();
    auto market = disturbed(p);
    TalentValues values;
    plan_month(market, p, step_at(), values);
    double staff = 0.0;
    double shared = 0.0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        double const extra = market.firms.compute[row] - market.firms.own_gpus[row];
        if (market.firms.country[row] == korea) {
            staff += full_staff(market, row);
            shared += extra;
        } else {
            CHECK(extra == 0.0);
        }
    }
    CHECK(shared == close_to(1'000.0));
    CHECK(market.firms.compute[chaebol] - market.firms.own_gpus[chaebol] ==
          close_to(1'000.0 * full_staff(market, chaebol) / staff, 1e-9));
}

TEST_CASE("offers promise the compute per head, and colleagues, that a firm has with its seats "
          "filled") {
    auto const [market, values] = planned(small_world());
    auto const& firms = market.firms;
    double const heads = full_staff(market, acme) + static_cast<double>(firms.open_seats[acme]);
    CHECK(firms.gpus_per_head[acme] == close_to(firms.compute[acme] / heads));
    CHECK(firms.peer_quality[acme] ==
          close_to(firms.log_talent[acme].value() / full_staff(market, acme)));
}

TEST_CASE("the mean price of talent of a country is that of its firms, by staff") {
    auto const [market, values] = planned(small_world());
    double sum = 0.0;
    double staff = 0.0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        if (market.firms.country[row] == korea) {
            double const price =
                std::min(market.firms.price_of_talent[row], values.of_hiring(row, 1.0));
            sum += price * full_staff(market, row);
            staff += full_staff(market, row);
        }
    }
    CHECK(market.countries.mean_price_of_talent[korea] == close_to(sum / staff));
}

TEST_CASE("no employer is worth a share of the mean price of talent, or of its founding value") {
    auto p = small_world();
    auto [market, values] = planned(p);
    CHECK(market.countries.outside_value[korea] ==
          close_to(0.4 * market.countries.mean_price_of_talent[korea]));
    p.utility.outside = OutsideOption::home_production;
    plan_month(market, p, step_at(), values);
    CHECK(market.countries.outside_value[korea] ==
          close_to(0.4 * 200'000.0 * std::pow(1.28, 0.35) * 0.5)); // h is .65, the pay level .5
}

TEST_CASE("unlimited budgets and seats bind nobody") {
    auto p = small_world();
    p.budgets.talent = Limit::unlimited;
    p.budgets.seats = Limit::unlimited;
    auto const [market, values] = planned(p);
    CHECK(std::isinf(market.firms.free_money[acme]));
    CHECK(std::isinf(market.firms.price_of_talent[acme]));
    CHECK(market.firms.open_seats[acme] >= 1'000'000'000);
    CHECK(std::isfinite(market.countries.mean_price_of_talent[usa])); // what talent adds bounds it
}
