#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

FirmRow const site{3}; ///< Indian, of acme

/// The small world, in which acme has a site in India, nobody cares for compute, seats are
/// plenty, and America admits only whom somebody pays a thousand national incomes.
Parameters closed_world() {
    Parameters p = small_world(20'000.0);
    p.firms["acme"].staff = 2'000.0;
    p.search.contact_rate_employed = 0.15;
    p.search.home_share = 0.5;
    p.budgets.seats = Limit::unlimited;
    p.budgets.talent = Limit::unlimited;
    p.utility.compute = {};
    p.mechanisms.foreign_sites = true;
    p.mechanisms.visas = true;
    FirmParameters& outpost = p.firms["outpost"];
    outpost.country = "IND";
    outpost.parent = "acme";
    outpost.staff = 20.0;
    outpost.pay_premium = 1.5;
    p.countries["USA"].national_income = 80'000.0;
    VisaParameters& visa = p.visas["h1b"];
    visa.country = "USA";
    visa.type = VisaType::threshold;
    visa.pay_multiple = 1'000.0;
    return p;
}

Market market_after(Parameters const& p, int months, Visit order = Visit::forwards) {
    Simulation world{p, {}, {.seed = 5}, order};
    for (int month = 0; month != months; ++month) {
        world.step();
    }
    return world.market();
}

/// People who work for acme abroad after two years.
std::int64_t abroad(Parameters const& p) { return market_after(p, 24).firms.staff[site]; }

} // namespace

TEST_CASE("a closed border moves jobs to sites: more people work for the group abroad") {
    // Both counts are sums over people of whether each works there, of variance at most the mean;
    // the same random numbers make the difference vary less than that.
    auto p = closed_world();
    std::int64_t const with_sites = abroad(p);
    p.mechanisms.foreign_sites = false;
    std::int64_t const without = abroad(p);
    CHECK(static_cast<double>(with_sites - without) >
          4.0 * std::sqrt(static_cast<double>(with_sites + without)));
}

TEST_CASE("an H-1B without places moves more people to sites than one with many") {
    auto p = closed_world();
    p.visas["h1b"].type = VisaType::quota;
    p.visas["h1b"].cap = 0.0;
    std::int64_t const closed = abroad(p);
    p.visas["h1b"].cap = 1e6;
    std::int64_t const open = abroad(p);
    CHECK(static_cast<double>(closed - open) > 4.0 * std::sqrt(static_cast<double>(closed + open)));
}

TEST_CASE("a world with sites is the same in every order of visits") {
    auto p = closed_world();
    p.visas["h1b"].pay_multiple = 3.0;
    p.budgets.seats = Limit::limited;
    p.budgets.talent = Limit::limited;
    check_every_order_makes_the_same_market(
        [&](Visit order) { return market_after(p, 12, order); });
}

TEST_CASE("without sites the mechanism leaves every bit of a world as it is") {
    auto p = closed_world();
    p.firms["outpost"].parent = "";
    auto off = p;
    off.mechanisms.foreign_sites = false;
    CHECK(differences(market_after(p, 12), market_after(off, 12)) == no_differences);
}

TEST_CASE("nobody moves between parent and site, whatever the months of a clause") {
    auto p = closed_world();
    p.mechanisms.visas = false;
    p.mechanisms.non_compete = true;
    p.countries["IND"].non_compete_months = 12;
    p.firms["outpost"].staff = 200.0;
    p.utility.moving_cost = 0.0;
    Simulation world{p, {}, {.seed = 5}};
    for (int month = 0; month != 12; ++month) {
        world.step();
        for (JobMove const& move : world.flows().job_moves) {
            CHECK_FALSE(world.market().firms.are_one_group(move.from, move.to));
        }
    }
    p.mechanisms.foreign_sites = false;
    Simulation apart{p, {}, {.seed = 5}};
    std::int64_t moves = 0;
    for (int month = 0; month != 12; ++month) {
        apart.step();
        for (JobMove const& move : apart.flows().job_moves) {
            bool const is_inside =
                (move.from == acme && move.to == site) || (move.from == site && move.to == acme);
            moves += is_inside ? 1 : 0;
        }
    }
    CHECK(moves > 0);
}
