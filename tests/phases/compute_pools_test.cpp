#include "engine/phases/compute_pools.hpp"

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// A world in which a quarter of Korea's unnamed firms are universities.
Parameters scholarly_world() {
    auto p = small_world(4'000.0);
    p.fringe["KOR"].university_share = 0.25;
    p.countries["KOR"].public_gpu_shares = {.firms = 0.3, .universities = 0.7};
    p.mechanisms.public_allocation = true;
    return p;
}

/// What Korean firms of a sector have of the public pool [H100e].
double public_compute(Market const& market, Sector sector) {
    double sum = 0.0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        if (market.firms.country[row] == korea && market.firms.sector[row] == sector) {
            double const real_firms = market.firms.scale[row] / market.scale;
            sum += real_firms * (market.firms.compute[row] - market.firms.own_gpus[row]);
        }
    }
    return sum;
}

} // namespace

TEST_CASE("a public pool goes to sectors by their shares, and to firms of a sector by staff") {
    auto p = scholarly_world();
    SUBCASE("whole world") {}
    SUBCASE("half of it") { p.simulation.scale = 0.5; }
    Market const market = planned(p).market;
    double const pool = market.countries.public_gpus[korea];
    CHECK(pool == 200.0);
    CHECK(public_compute(market, Sector::firms) == close_to(0.3 * pool, 1e-9));
    CHECK(public_compute(market, Sector::universities) == close_to(0.7 * pool, 1e-9));
}

TEST_CASE(
    "two of eight unnamed firms are universities where a quarter are, and named firms are what "
    "their kind says") {
    auto p = scholarly_world();
    p.firms["acme"].kind = FirmKind::public_lab;
    p.firms["brain"].kind = FirmKind::university;
    Market const market = found_economy(p, key_of());
    CHECK(market.firms.sector[acme] == Sector::public_labs);
    CHECK(market.firms.sector[brain] == Sector::universities);
    CHECK(market.firms.sector[chaebol] == Sector::firms);
    int universities = 0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        universities +=
            market.firms.country[row] == korea && market.firms.sector[row] == Sector::universities
                ? 1
                : 0;
    }
    CHECK(universities == 2);
}

TEST_CASE("compute set aside for a sector is its staff's, and idle where there is none") {
    auto p = scholarly_world();
    p.mechanisms.public_allocation = false;
    auto made = planned(p);
    Market market = made.market;
    double const before = public_compute(market, Sector::universities);
    market.countries.sector_gpus[korea] = {0.0, 50.0, 30.0};
    plan_month(market, p, step_at(), made.values);
    CHECK(public_compute(market, Sector::universities) - before == close_to(50.0, 1e-9));
    CHECK(public_compute(market, Sector::firms) ==
          close_to(public_compute(made.market, Sector::firms), 1e-9));
}

TEST_CASE("where the mechanism is off, a rule changes not one bit") {
    auto p = scholarly_world();
    p.mechanisms.public_allocation = false;
    auto q = small_world(4'000.0);
    q.fringe["KOR"].university_share = 0.25;
    CHECK(differences(planned(p).market, planned(q).market) == no_differences);
}

TEST_CASE(
    "more of the pool for universities: more compute per head there, less at firms, and nobody "
    "abroad notices") {
    auto p = scholarly_world();
    Market const usual = planned(p).market;
    p.countries["KOR"].public_gpu_shares = {.firms = 0.1, .universities = 0.9};
    Market const more = planned(p).market;
    for (std::size_t f = 0; f != usual.firms.size(); ++f) {
        FirmRow const row{f};
        if (usual.firms.country[row] != korea) {
            CHECK(more.firms.gpus_per_head[row] == usual.firms.gpus_per_head[row]);
        } else if (usual.firms.sector[row] == Sector::universities) {
            CHECK(more.firms.compute[row] > usual.firms.compute[row]);
        } else if (usual.firms.staff[row] > 0) {
            CHECK(more.firms.compute[row] < usual.firms.compute[row]);
        }
    }
}
