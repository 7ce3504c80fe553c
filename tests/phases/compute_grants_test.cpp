#include "engine/phases/compute_grants.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/census.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Market granted(Parameters const& p, Step const& step = step_at()) {
    Market market = planned(p, step).market;
    ComputeGrants{}.divide(market, p, step);
    return market;
}

std::vector<MilliGpu> sums(Market const& market) {
    std::vector<MilliGpu> granted_by(market.firms.size(), 0);
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_employed(row)) {
            granted_by[market.researchers.employer[row].at()] += market.researchers.gpu_grant[row];
        }
    }
    return granted_by;
}

} // namespace

TEST_CASE("every firm divides its whole pool, to a thousandth of an H100e") {
    auto const market = granted(small_world());
    auto const granted_by = sums(market);
    for (std::size_t f = 0; f != granted_by.size(); ++f) {
        FirmRow const row{f};
        double const pool = market.firms.compute[row] * market.firms.scale[row];
        CHECK(granted_by[f] == static_cast<MilliGpu>(std::floor(1000.0 * pool)));
        CHECK(granted_by[f] == grantable(market.firms, row));
    }
    CHECK(granted_by[brain.at()] > 0);
}

TEST_CASE("of a pool beyond all measure a part is divided, and no more") {
    auto p = small_world();
    p.firms["brain"].gpus = 1e16;
    auto const market = granted(p);
    CHECK(sums(market)[brain.at()] == MilliGpu{1} << 49U);
}

TEST_CASE(
    "a member of staff gets the share of the pool that its talent units are, up to one unit") {
    auto const market = granted(small_world());
    auto const& people = market.researchers;
    bool is_fair = true;
    std::size_t staff = 0;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.employer[row] == acme) {
            double const share = people.talent_units[row] / market.firms.talent[acme].value();
            double const quota = share * static_cast<double>(grantable(market.firms, acme));
            is_fair =
                is_fair && std::abs(static_cast<double>(people.gpu_grant[row]) - quota) <= 1.0;
            ++staff;
        } else if (!people.is_employed(row)) {
            is_fair = is_fair && people.gpu_grant[row] == 0;
        }
    }
    CHECK(is_fair);
    CHECK(staff == static_cast<std::size_t>(market.firms.staff[acme]));
}

TEST_CASE("in half a world a firm grants half of its pool") {
    auto p = small_world();
    p.simulation.scale = 0.5;
    auto const market = granted(p);
    CHECK(sums(market)[brain.at()] ==
          static_cast<MilliGpu>(std::floor(500.0 * market.firms.compute[brain])));
}

TEST_CASE("without a pool, or where grants are switched off, nobody is left with a grant") {
    auto p = small_world();
    auto market = granted(p);
    SUBCASE("no compute any more") { market.firms.compute.assign(market.firms.size(), 0.0); }
    SUBCASE("switched off") { p.mechanisms.compute_grants = false; }
    ComputeGrants{}.divide(market, p, step_at(4));
    CHECK(sums(market) == std::vector<MilliGpu>(market.firms.size(), 0));
}

TEST_CASE("grants are the same in any order of visits, and whoever stands in which row") {
    auto const p = small_world();
    check_every_order_makes_the_same_market(
        [&](Visit order) { return granted(p, step_at(3, order)); });

    auto const market = granted(p);
    Market turned = market;
    auto const reverse = [](auto& column) { std::reverse(column.begin(), column.end()); };
    reverse(turned.researchers.identity);
    reverse(turned.researchers.employer);
    reverse(turned.researchers.talent_units);
    turned.researchers.gpu_grant.assign(turned.researchers.size(), 0);
    ComputeGrants{}.divide(turned, p, step_at());
    reverse(turned.researchers.gpu_grant);
    CHECK(turned.researchers.gpu_grant == market.researchers.gpu_grant);
}
