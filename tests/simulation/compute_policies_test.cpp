#include <algorithm>
#include <initializer_list>
#include <vector>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"
#include "tests/simulation/dated.hpp"

// What the mechanisms of compute and output do to a whole world, with the same random numbers on
// either side.

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr int months = 18;

Parameters usual_world() {
    auto p = small_world(4'000.0);
    p.production.breakthrough_rate = 1e-3;
    p.fringe["KOR"].university_share = 0.25;
    return p;
}

/// Korea buys as many GPUs as chaebol and the public pool have six times over.
Parameters buying_world() {
    auto p = usual_world();
    p.mechanisms.purchases = true;
    p.accelerators["B200"] = {.weight = 2.25};
    PurchaseParameters& purchase = p.purchases["national"];
    purchase.country = "KOR";
    purchase.accelerator = "B200";
    purchase.delivery = {{"2024-03", 400.0}, {"2024-05", 360.0}};
    return p;
}

Market after(Parameters const& p, Visit order = Visit::forwards,
             std::vector<DatedChange> const& changes = {}) {
    Simulation simulation{p, changes, {.seed = 1}, order};
    for (int month = 0; month != months; ++month) {
        simulation.step();
    }
    return simulation.market();
}

double output_of(Market const& market, CountryRow country) {
    double sum = 0.0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        sum += market.firms.country[row] == country
                   ? market.firms.output[row] * market.firms.scale[row]
                   : 0.0;
    }
    return sum;
}

Market const& usual() {
    static Market const market = after(usual_world());
    return market;
}

} // namespace

TEST_CASE("with every mechanism of compute on, months are the same bits in any order of visits") {
    auto p = buying_world();
    p.mechanisms.breakthroughs = p.mechanisms.gpu_orders = p.mechanisms.public_allocation = true;
    p.mechanisms.export_controls = p.mechanisms.regulation = p.mechanisms.star_loss = true;
    p.countries["KOR"].public_gpu_shares = {.firms = 0.5, .universities = 0.5};
    p.countries["KOR"].export_tier = 2;
    p.export_controls.tier2_cap = 1'000.0;
    std::vector<DatedChange> const changes{
        change_in(CalendarMonth::of(2024, 2), "firms.*.gpus", {"chaebol"}, 500.0),
        change_in(CalendarMonth::of(2024, 4), "countries.*.regulation_drag", {"IND"}, 0.2)};
    check_every_order_makes_the_same_market([&](Visit order) { return after(p, order, changes); });
}

TEST_CASE("what is said of mechanisms that are off changes not one bit") {
    auto p = buying_world();
    p.mechanisms.purchases = false;
    p.countries["KOR"].export_tier = 3;
    p.countries["KOR"].regulation_drag = 0.3;
    p.countries["KOR"].public_gpu_shares = {.firms = 0.5, .universities = 0.5};
    p.export_controls.tier3_software = 0.5;
    p.production.delivery_lag_months = 2;
    p.production.star_loss = 0.5;
    p.countries["KOR"].bloc = "east";
    p.countries["USA"].bloc = "west";
    CHECK(differences(after(p), usual()) == no_differences);
}

TEST_CASE(
    "a purchase of GPUs raises compute and output of the country that buys, and export controls "
    "take that back") {
    auto p = buying_world();
    Market const bought = after(p);
    // 760 B200 are 1,710 H100e, to 280 that are there: output rises by more than what 18 months of
    // chance could do, which both worlds share.
    CHECK(bought.countries.public_gpus[korea] == close_to(200.0 + 1'710.0));
    CHECK(output_of(bought, korea) > 1.005 * output_of(usual(), korea));

    p.mechanisms.export_controls = true;
    p.countries["KOR"].export_tier = 3;
    CHECK(differences(after(p), usual()) == std::vector<std::string>{});
}

TEST_CASE("regulation, and limits on software, lower output by their factor at once, and then what "
          "the country can pay") {
    auto p = usual_world();
    SUBCASE("regulation") {
        p.mechanisms.regulation = true;
        p.countries["KOR"].regulation_drag = 0.1;
    }
    SUBCASE("software") {
        p.mechanisms.export_controls = true;
        p.countries["KOR"].export_tier = 2;
        p.export_controls.tier2_software = 0.9;
    }
    Simulation dragged{p, {}, {.seed = 1}, Visit::forwards};
    Simulation plain{usual_world(), {}, {.seed = 1}, Visit::forwards};
    dragged.step();
    plain.step();
    CHECK(output_of(dragged.market(), korea) == close_to(0.9 * output_of(plain.market(), korea)));
    CHECK(output_of(dragged.market(), usa) == close_to(output_of(plain.market(), usa)));
    for (int month = 1; month != months; ++month) {
        dragged.step();
    }
    CHECK(dragged.market().countries.mean_price_of_talent[korea] <
          usual().countries.mean_price_of_talent[korea]);
}

TEST_CASE(
    "where stars take output along, firms that lose them produce less, and nobody more, in the "
    "month after") {
    auto p = usual_world();
    p.search.separation_rate = 0.05;
    p.population.tier_s_share = 0.02;
    Simulation plain{p, {}, {.seed = 1}, Visit::forwards};
    p.mechanisms.star_loss = true;
    Simulation starry{p, {}, {.seed = 1}, Visit::forwards};
    for (int month = 0; month != 2; ++month) {
        plain.step();
        starry.step();
    }
    int hit = 0;
    for (std::size_t f = 0; f != plain.market().firms.size(); ++f) {
        FirmRow const row{f};
        double const left = starry.market().firms.output[row] / plain.market().firms.output[row];
        CHECK(left <= 1.0);
        hit += left < 1.0 ? 1 : 0;
    }
    CHECK(hit > 0);
}

TEST_CASE("nobody moves between blocs, and between other countries some do") {
    auto p = usual_world();
    p.search.home_share = 0.5;
    p.mechanisms.blocs = true;
    p.countries["KOR"].bloc = "east";
    p.countries["USA"].bloc = "west";
    Simulation simulation{p, {}, {.seed = 1}, Visit::forwards};
    std::int64_t between = 0;
    std::int64_t others = 0;
    for (int month = 0; month != months; ++month) {
        simulation.step();
        MonthFlows flows = simulation.flows();
        for (Tier const tier : {Tier::s, Tier::a, Tier::b, Tier::c}) {
            between += flows.migrants(korea, usa, tier) + flows.migrants(usa, korea, tier);
            others += flows.migrants(india, usa, tier) + flows.migrants(india, korea, tier);
        }
    }
    CHECK(between == 0);
    CHECK(others > 0);
}

TEST_CASE(
    "breakthroughs leave a world a world: in ten years productivity stays around 1, and no firm "
    "swallows the others") {
    auto p = usual_world();
    p.mechanisms.breakthroughs = true;
    Simulation simulation{p, {}, {.seed = 1}, Visit::forwards};
    for (int month = 0; month != 120; ++month) {
        simulation.step();
    }
    FirmTable const& firms = simulation.market().firms;
    double all = 0.0;
    double largest = 0.0;
    std::int64_t made = 0;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const output = firms.output[row] * firms.scale[row];
        all += output;
        largest = std::max(largest, output);
        made += firms.breakthroughs[row];
        // At rest A^phi is the ratio of talent and compute to those of founding, which would have
        // to be tenfold or a tenth for A to be 1.26 or .79; chance moves it by some breakthroughs
        // of 5 %.
        CHECK(firms.productivity[row] > 0.5);
        CHECK(firms.productivity[row] < 2.0);
    }
    CHECK(made > 0);
    CHECK(largest < 0.3 * all);
}
