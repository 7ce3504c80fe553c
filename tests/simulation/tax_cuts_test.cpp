#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr int three_years = 36;

/// The small world, in which Korea takes everybody, by a visa that may cut their tax.
Parameters inviting_world(double researchers = 20'000.0) {
    Parameters p = small_world(researchers);
    p.search.contact_rate_employed = 0.15;
    p.search.home_share = 0.5;
    p.mechanisms.visas = true;
    VisaParameters& visa = p.visas["top_tier"];
    visa.country = "KOR";
    visa.validity_months = 36;
    visa.permanence_months = 12;
    visa.tax_cut = 0.5;
    visa.tax_cut_years = 10.0;
    return p;
}

Market market_after(Parameters const& p, int months, Visit order = Visit::forwards) {
    Simulation world{p, {}, {.seed = 5}, order};
    for (int month = 0; month != months; ++month) {
        world.step();
    }
    return world.market();
}

/// People who came by the visa and are still there after three years.
std::int64_t came_and_stayed(Parameters const& p) {
    Market const market = market_after(p, three_years);
    std::int64_t count = 0;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        count += market.researchers.is_present(row) && market.researchers.came_by[row].exists();
    }
    return count;
}

/// Sums over people of rare events, of variance at most the mean; the same random numbers make the
/// differences vary less than that.
bool clearly_exceeds(std::int64_t more, std::int64_t less) {
    return static_cast<double>(more - less) > 4.0 * std::sqrt(static_cast<double>(more + less));
}

} // namespace

TEST_CASE("a cut of their tax brings more people, even if it lasts for half a year") {
    auto p = inviting_world();
    std::int64_t const ten_years = came_and_stayed(p);
    p.visas["top_tier"].tax_cut_years = 0.5;
    std::int64_t const half_a_year = came_and_stayed(p);
    p.visas["top_tier"].tax_cut = 0.0;
    std::int64_t const none = came_and_stayed(p);
    CHECK(none > 0);
    CHECK(clearly_exceeds(ten_years, none));
    CHECK(clearly_exceeds(half_a_year, none));
}

TEST_CASE("a cut that lasts keeps more people than one that ends after half a year") {
    auto p = inviting_world(100'000.0);
    p.visas["top_tier"].tax_cut = 1.0;
    std::int64_t const ten_years = came_and_stayed(p);
    p.visas["top_tier"].tax_cut_years = 0.5;
    std::int64_t const half_a_year = came_and_stayed(p);
    CAPTURE(ten_years);
    CAPTURE(half_a_year);
    CHECK(clearly_exceeds(ten_years, half_a_year));
}

TEST_CASE("a cut of nothing leaves every bit of a world as it is") {
    auto p = inviting_world();
    p.visas["top_tier"].tax_cut = 0.0;
    auto q = p;
    q.visas["top_tier"].tax_cut_years = 0.0;
    CHECK(differences(market_after(p, 15), market_after(q, 15)) == no_differences);
}

TEST_CASE("a world with a cut of tax is the same in every order of visits") {
    auto const p = inviting_world();
    check_every_order_makes_the_same_market(
        [&](Visit order) { return market_after(p, 12, order); });
}
