#include "engine/phases/compute_deliveries.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "engine/phases/terms.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Compute in Korea: of chaebol, of the public pool, and set aside for sectors.
struct Pools {
    double chaebol = 0.0;
    double shared = 0.0;
    BySector apart{};
};

Pools pools_of(Market const& market) {
    return {.chaebol = market.firms.own_gpus[chaebol],
            .shared = market.countries.public_gpus[korea],
            .apart = market.countries.sector_gpus[korea]};
}

/// What has come since founding, of `now` in excess of `then`.
void check_came(Market const& now, Market const& then, Pools const& expected) {
    Pools const a = pools_of(now);
    Pools const b = pools_of(then);
    CHECK(a.chaebol - b.chaebol == doctest::Approx(expected.chaebol).epsilon(1e-9));
    CHECK(a.shared - b.shared == doctest::Approx(expected.shared).epsilon(1e-9));
    for (std::size_t s = 0; s != n_sectors; ++s) {
        CHECK(a.apart.at(s) - b.apart.at(s) == doctest::Approx(expected.apart.at(s)).epsilon(1e-9));
    }
}

/// Korea buys 100 accelerators, due in the first month.
Parameters buying_world() {
    auto p = small_world(4'000.0);
    p.mechanisms.purchases = true;
    p.accelerators["gpu"] = {.weight = 2.5, .substitute = "npu"};
    p.accelerators["npu"] = {.weight = 0.5, .controlled = false};
    PurchaseParameters& purchase = p.purchases["national"];
    purchase.country = "KOR";
    purchase.accelerator = "gpu";
    purchase.delivery = {{"2024-01", 100.0}};
    return p;
}

} // namespace

TEST_CASE("compute that is added arrives when the lag is over, and once") {
    auto p = small_world(4'000.0);
    p.mechanisms.gpu_orders = true;
    p.production.delivery_lag_months = 3;
    Market const before = found_economy(p, key_of());
    Market market = before;
    p.firms["chaebol"].gpus += 300.0;
    p.countries["KOR"].public_gpus += 70.0;
    take_up_terms(market, p);
    take_up_terms(market, p);
    for (Month month = 5; month != 8; ++month) {
        deliver_compute(market, p, step_at(month));
        check_came(market, before, {});
    }
    for (Month month = 8; month != 11; ++month) {
        deliver_compute(market, p, step_at(month));
        check_came(market, before, {.chaebol = 300.0, .shared = 70.0});
    }
    CHECK(market.gpu_orders.empty());
}

TEST_CASE(
    "compute that is taken away is gone at once, and without the mechanism all comes at once") {
    auto p = small_world(4'000.0);
    p.mechanisms.gpu_orders = true;
    Market const before = found_economy(p, key_of());
    Market market = before;
    p.countries["KOR"].public_gpus -= 70.0;
    take_up_terms(market, p);
    check_came(market, before, {.shared = -70.0});
    p.mechanisms.gpu_orders = false;
    p.countries["KOR"].public_gpus += 170.0;
    take_up_terms(market, p);
    check_came(market, before, {.shared = 100.0});
}

TEST_CASE("a purchase arrives in its month, in H100e, in the public pool") {
    auto p = buying_world();
    p.purchases["national"].factor = 0.5;
    Market const before = found_economy(p, key_of());
    Market market = before;
    for (Month month = 0; month != 3; ++month) {
        deliver_compute(market, p, step_at(month));
        check_came(market, before, {.shared = 0.5 * 100.0 * 2.5});
    }
}

TEST_CASE(
    "the months of a purchase are those of the calendar, whatever the burn-in, and none is made "
    "where the mechanism is off") {
    auto p = buying_world();
    p.simulation.burn_in_months = 12;
    Market const before = found_economy(p, key_of());
    Market market = before;
    for (Month month = 0; month != 12; ++month) {
        deliver_compute(market, p, step_at(month));
        check_came(market, before, {});
    }
    SUBCASE("on") {
        deliver_compute(market, p, step_at(12));
        check_came(market, before, {.shared = 250.0});
    }
    SUBCASE("off") {
        p.mechanisms.purchases = false;
        deliver_compute(market, p, step_at(12));
        check_came(market, before, {});
    }
}

TEST_CASE("the operator keeps its share, and sectors get theirs of the rest") {
    auto p = buying_world();
    PurchaseParameters& purchase = p.purchases["national"];
    purchase.candidates["chaebol"] = {.units_per_money = 30.0, .stability = 0.5};
    purchase.operator_share = 0.2;
    purchase.shares = {.firms = 0.1, .universities = 0.5, .public_labs = 0.0};
    Market const before = found_economy(p, key_of());
    Market market = before;
    deliver_compute(market, p, step_at(0));
    check_came(market, before,
               {.chaebol = 50.0, .shared = 0.4 * 200.0, .apart = {20.0, 100.0, 0.0}});
}

TEST_CASE("of candidates the better operates") {
    auto p = buying_world();
    p.firms["dynamo"] = p.firms["chaebol"];
    PurchaseParameters& purchase = p.purchases["national"];
    purchase.candidates["chaebol"] = {.units_per_money = 30.0, .stability = 0.9};
    purchase.candidates["dynamo"] = {.units_per_money = 40.0, .stability = 0.6};
    purchase.operator_share = 1.0;
    double expected = 0.0;
    SUBCASE("the surer") {
        purchase.stability_weight = 1.0;
        expected = 250.0;
    }
    SUBCASE("the cheaper") { purchase.stability_weight = 0.0; }
    Market const before = found_economy(p, key_of());
    Market market = before;
    deliver_compute(market, p, step_at(0));
    check_came(market, before, {.chaebol = expected});
    FirmRow const dynamo{3};
    CHECK(market.firms.own_gpus[dynamo] - before.firms.own_gpus[dynamo] == 250.0 - expected);
}

TEST_CASE("a cap licenses all orders of a country alike; the rest waits until the cap is lifted") {
    auto p = small_world(4'000.0);
    p.mechanisms.export_controls = true;
    p.countries["KOR"].export_tier = 2;
    p.export_controls.tier2_cap = 100.0;
    Market const before = found_economy(p, key_of());
    Market market = before;
    p.firms["chaebol"].gpus += 300.0;
    p.firms["acme"].gpus += 1000.0; // elsewhere
    p.countries["KOR"].public_gpus += 100.0;
    take_up_terms(market, p);
    for (Month month = 0; month != 3; ++month) {
        deliver_compute(market, p, step_at(month));
        check_came(market, before, {.chaebol = 75.0, .shared = 25.0});
        CHECK(market.countries.controlled_gpus_delivered[korea] == close_to(100.0));
        CHECK(market.firms.own_gpus[acme] - before.firms.own_gpus[acme] == close_to(1000.0));
    }
    p.export_controls.tier2_cap = 140.0;
    deliver_compute(market, p, step_at(3));
    check_came(market, before, {.chaebol = 105.0, .shared = 35.0});
    p.countries["KOR"].export_tier = 1;
    deliver_compute(market, p, step_at(4));
    check_came(market, before, {.chaebol = 300.0, .shared = 100.0});
    CHECK(market.gpu_orders.empty());
}

TEST_CASE("beyond a cap substitutes are bought, unit for unit, and those are under no control") {
    auto p = buying_world();
    p.mechanisms.export_controls = true;
    p.countries["KOR"].export_tier = 3;
    SUBCASE("closed") {
        Market const before = found_economy(p, key_of());
        Market market = before;
        deliver_compute(market, p, step_at(0));
        check_came(market, before, {.shared = 100.0 * 0.5});
        CHECK(market.countries.controlled_gpus_delivered[korea] == 0.0);
    }
    SUBCASE("half open") {
        p.export_controls.tier3_cap = 125.0;
        Market const before = found_economy(p, key_of());
        Market market = before;
        deliver_compute(market, p, step_at(0));
        check_came(market, before, {.shared = 125.0 + 50.0 * 0.5});
        CHECK(market.gpu_orders.empty());
    }
}
