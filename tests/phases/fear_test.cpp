#include "engine/phases/fear.hpp"

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters fearful_world() {
    Parameters p = small_world(2'000.0);
    p.mechanisms.fear = true;
    return p;
}

} // namespace

TEST_CASE("a firm fears what rivals have hired, not what it has hired itself") {
    auto const p = fearful_world();
    Market market = found_market(p, key_of(), Visit::forwards);
    std::int64_t stars = 0;
    for (auto const& staff : market.firms.staff_by_tier) {
        stars += staff[0];
    }
    REQUIRE(stars > 0);
    market.firms.star_hires[acme] = 3;
    look_at_rivals(market, p);
    CHECK(market.firms.fear[acme] == 0.0);
    CHECK(market.firms.fear[brain] == close_to(0.5 * 3.0 / static_cast<double>(stars)));
    CHECK(urgency_of(market.firms, brain, p) == 1.0 + market.firms.fear[brain]);
    CHECK(urgency_of(market.firms, acme, p) == 1.0);
}

TEST_CASE("fear is added to what every firm has by itself") {
    auto p = fearful_world();
    p.offers.fear = 0.2;
    Market market = found_market(p, key_of(), Visit::forwards);
    market.firms.fear[brain] = 0.1;
    CHECK(urgency_of(market.firms, acme, p) == close_to(1.2));
    CHECK(urgency_of(market.firms, brain, p) == close_to(1.3));
}

TEST_CASE("switched off, nobody fears anything") {
    auto p = fearful_world();
    p.mechanisms.fear = false;
    p.offers.fear = 0.2;
    Market market = found_market(p, key_of(), Visit::forwards);
    market.firms.star_hires[acme] = 3;
    Market const before = market;
    look_at_rivals(market, p);
    CHECK(differences(market, before) == no_differences);
    CHECK(urgency_of(market.firms, brain, p) == 1.0);
}

TEST_CASE("fear multiplies what talent is worth to a firm, and not what it makes") {
    auto p = fearful_world();
    auto const calm = planned(p);
    p.offers.fear = 0.25;
    auto const anxious = planned(p);
    for (FirmRow const row : {acme, brain, chaebol}) {
        CHECK(anxious.values.of_hiring(row, 2.0) ==
              close_to(1.25 * calm.values.of_hiring(row, 2.0)));
        CHECK(anxious.values.of_keeping(row, 2.0) ==
              close_to(1.25 * calm.values.of_keeping(row, 2.0)));
        CHECK(anxious.market.firms.output[row] == calm.market.firms.output[row]);
    }
}
