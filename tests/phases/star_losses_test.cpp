#include "engine/phases/star_losses.hpp"

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters starry_world() {
    auto p = small_world(4'000.0);
    p.mechanisms.star_loss = true;
    p.production.star_loss = 0.06;
    p.production.star_collaborators = 8.0;
    p.production.star_recovery_months = 50.0;
    return p;
}

Standing jobless(Tier tier) {
    Standing standing;
    standing.location = usa;
    standing.tier = tier;
    return standing;
}

Standing at(FirmRow firm, Tier tier) {
    Standing standing = jobless(tier);
    standing.employer = firm;
    standing.pay = 1.0;
    standing.talent_units = 1.0;
    return standing;
}

Standing gone() { return {}; }

} // namespace

TEST_CASE("a star who leaves takes output along, where to makes no difference; others do not") {
    auto const p = starry_world();
    Market market = planned(p).market;
    auto const staff = static_cast<double>(market.firms.staff[acme]);
    MonthFlows flows{3};
    SUBCASE("to another firm") { flows.note_change(at(acme, Tier::s), at(brain, Tier::s)); }
    SUBCASE("into joblessness") { flows.note_change(at(acme, Tier::s), jobless(Tier::s)); }
    SUBCASE("for good") { flows.note_change(at(acme, Tier::s), gone()); }
    flows.note_change(at(chaebol, Tier::a), jobless(Tier::a));     // no star
    flows.note_change(at(chaebol, Tier::s), at(chaebol, Tier::s)); // a raise
    flows.note_change(jobless(Tier::s), at(chaebol, Tier::s));     // an arrival
    auto const output = market.firms.output;
    lose_stars(market, p, flows);
    double const left = 1.0 - 0.06 * 8.0 / staff;
    CHECK(market.firms.output_left_by_stars[acme] == close_to(left));
    CHECK(market.firms.output_left_by_stars[brain] == 1.0);
    CHECK(market.firms.output_left_by_stars[chaebol] == 1.0);

    TalentValues values;
    plan_month(market, p, step_at(0), values);
    CHECK(market.firms.output[acme] == close_to(left * output[acme]));
    CHECK(market.firms.output[chaebol] == output[chaebol]);
}

TEST_CASE("what a star took comes back as others take the places of those left behind") {
    auto const p = starry_world();
    Market market = planned(p).market;
    market.firms.output_left_by_stars[acme] = 0.9;
    lose_stars(market, p, MonthFlows{3});
    CHECK(market.firms.output_left_by_stars[acme] == close_to(1.0 - 0.1 * 0.98));
}

TEST_CASE("where the mechanism is off, output is whole") {
    auto p = starry_world();
    Market market = planned(p).market;
    market.firms.output_left_by_stars[acme] = 0.9;
    p.mechanisms.star_loss = false;
    MonthFlows flows{3};
    flows.note_change(at(brain, Tier::s), jobless(Tier::s));
    lose_stars(market, p, flows);
    CHECK(market.firms.output_left_by_stars == FirmColumn<double>(market.firms.size(), 1.0));
}
