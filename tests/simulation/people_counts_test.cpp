#include "engine/simulation/people_counts.hpp"

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

TEST_CASE("what is kept along with the changes of each month is what a count of everybody finds") {
    auto p = small_world(4'000.0);
    p.search.separation_rate = 0.01;
    p.search.contact_rate_employed = 0.1;
    p.search.home_share = 0.8;
    p.mechanisms.graduates = true;
    p.mechanisms.retirement = true;
    Simulation simulation{p, {}, {.seed = 1}, Visit::forwards};
    PeopleCounts kept{simulation.market(), simulation.months_done() - 1};
    PeopleCounts const at_founding = kept;
    for (int month = 0; month != 60; ++month) {
        simulation.step();
        kept.pass_month(simulation.flows().changes);
        PeopleCounts const anew{simulation.market(), simulation.months_done() - 1};
        CHECK((kept == anew));
    }
    CHECK(!(kept == at_founding));
}

TEST_CASE("somebody is retained from the twenty-fourth month after the one of the hire") {
    Simulation simulation{small_world(1'000.0), {}, {.seed = 1}, Visit::forwards};
    PeopleCounts counts{simulation.market(), -1};
    PeopleCounts others = counts;
    auto const pass_month = [&](std::vector<StandingChange> const& changes) {
        counts.pass_month(changes);
        others.pass_month({});
        return counts.retained(acme) - others.retained(acme);
    };
    Standing const hired{.pay = 1e5,
                         .talent_units = 1.0,
                         .log_talent = 0.0,
                         .employer = acme,
                         .since = 0,
                         .location = usa,
                         .tier = Tier::c,
                         .who = ResearcherRow{0}};
    CHECK(pass_month({{.before = {}, .after = hired}}) == 0);
    for (Month month = 1; month != 24; ++month) {
        CHECK(pass_month({}) == 0);
    }
    CHECK(pass_month({}) == 1);
    CHECK(pass_month({{.before = hired, .after = {}}}) == 0);
}
