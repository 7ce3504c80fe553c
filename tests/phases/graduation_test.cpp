#include "engine/phases/graduation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// A country table and nobody in it.
Market nobody(Parameters const& p) { return found_economy(p, key_of()); }

Parameters with_graduates(double indian, double korean, double american) {
    Parameters p = small_world();
    p.countries["IND"].graduates_per_month = indian;
    p.countries["KOR"].graduates_per_month = korean;
    p.countries["USA"].graduates_per_month = american;
    return p;
}

MonthFlows enter(Market& market, Parameters const& p, Step const& step = step_at()) {
    MonthFlows flows{market.countries.size()};
    enter_graduates(market, p, step, flows);
    return flows;
}

/// Everybody of an origin: talent by identity.
std::map<Identity, double> people_from(Market const& market, CountryRow origin) {
    std::map<Identity, double> found;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_present(row) && market.researchers.origin[row] == origin) {
            found[market.researchers.identity[row]] = market.researchers.log_talent[row];
        }
    }
    return found;
}

} // namespace

TEST_CASE("graduates enter in the number the scenario says, fractions by chance") {
    auto const p = with_graduates(0.0, 10.4, 0.0);
    Market market = nobody(p);
    int const months = 400;
    bool is_rounded = true;
    for (Month month = 0; month != months; ++month) {
        std::size_t const before = market.researchers.size();
        enter(market, p, step_at(month));
        std::size_t const entered = market.researchers.size() - before;
        is_rounded = is_rounded && (entered == 10 || entered == 11);
    }
    CHECK(is_rounded);
    // The eleventh comes with probability .4, independently every month.
    CHECK(is_binomial(static_cast<std::int64_t>(market.researchers.size()) - 10 * months, months,
                      0.4));
}

TEST_CASE("half a world has half the graduates") {
    auto p = with_graduates(0.0, 500.0, 0.0);
    p.simulation.scale = 0.5;
    Market market = nobody(p);
    enter(market, p);
    CHECK(market.researchers.size() == 250);
}

TEST_CASE("graduates take the rows of those who left, the last freed first, then new ones") {
    auto const p = with_graduates(0.0, 4.0, 0.0);
    Market market = nobody(p);
    market.researchers.resize(10);
    market.free_rows = {ResearcherRow{7}, ResearcherRow{3}};
    enter(market, p);
    CHECK(market.researchers.size() == 12);
    CHECK(market.free_rows.empty());
    auto const number = country_number("KOR");
    CHECK(market.researchers.identity[ResearcherRow{3}] == identity_of(number, 4, 0));
    CHECK(market.researchers.identity[ResearcherRow{7}] == identity_of(number, 4, 1));
    CHECK(market.researchers.identity[ResearcherRow{10}] == identity_of(number, 4, 2));
    CHECK(market.researchers.identity[ResearcherRow{11}] == identity_of(number, 4, 3));
}

TEST_CASE("who graduates in a country depends on no other country's graduates, nor on free rows") {
    auto const alone = with_graduates(0.0, 50.0, 0.0);
    auto const among_others = with_graduates(300.0, 50.0, 200.0);
    Market a = nobody(alone);
    enter(a, alone);
    Market b = nobody(among_others);
    b.researchers.resize(5);
    b.free_rows = {ResearcherRow{1}, ResearcherRow{4}};
    enter(b, among_others);
    CHECK(people_from(a, korea).size() == 50);
    CHECK(people_from(a, korea) == people_from(b, korea));

    Market next_month = nobody(alone);
    enter(next_month, alone, step_at(4));
    auto const now = people_from(a, korea);
    for (auto const& [identity, talent] : people_from(next_month, korea)) {
        CHECK_FALSE(now.contains(identity));
        CHECK(month_of_entry(identity) == 4);
    }
}

TEST_CASE("graduates start where they have studied: abroad by the shares of the scenario") {
    auto p = with_graduates(0.0, 10'000.0, 0.0);
    p.countries["KOR"].study_abroad = {{"IND", 0.1}, {"USA", 0.3}};
    Market market = nobody(p);
    auto const flows = enter(market, p);
    std::array<std::int64_t, 3> studied{};
    CountByTier entries{3};
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        ++studied.at(market.researchers.location[row].at());
        ++entries.at(market.researchers.location[row], market.researchers.tier[row]);
        REQUIRE(market.researchers.origin[row] == korea);
    }
    CHECK(is_binomial(studied[india.at()], 10'000.0, 0.1));
    CHECK(is_binomial(studied[usa.at()], 10'000.0, 0.3));
    CHECK(is_binomial(studied[korea.at()], 10'000.0, 0.6));
    CHECK(entries == flows.entries);
}

TEST_CASE("graduates are 28 years old, jobless from this month on") {
    auto const p = with_graduates(0.0, 20.0, 0.0);
    Market market = nobody(p);
    enter(market, p, step_at(9));
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        CHECK(9 - market.researchers.born[row] == 28 * 12);
        CHECK_FALSE(market.researchers.is_employed(row));
        CHECK(market.researchers.since[row] == 9);
    }
}

TEST_CASE("switched off, nobody graduates") {
    auto p = with_graduates(10.0, 10.0, 10.0);
    p.mechanisms.graduates = false;
    Market market = nobody(p);
    enter(market, p);
    CHECK(market.researchers.size() == 0);
}

TEST_CASE("graduation is the same in any order of visits") {
    auto const p = with_graduates(4'000.0, 6'000.0, 5'000.0);
    check_every_order_makes_the_same_market([&](Visit order) {
        Market market = nobody(p);
        enter(market, p, step_at(3, order));
        return market;
    });
}
