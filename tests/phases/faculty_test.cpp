#include "engine/phases/faculty.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "engine/phases/graduation.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Korea has one university, chaebol; the others have none.
Parameters taught_world() {
    Parameters p = small_world(2'000.0);
    p.mechanisms.faculty = true;
    p.faculty = {.elasticity = 0.5, .lag_months = 4.0};
    p.firms["chaebol"].kind = FirmKind::university;
    return p;
}

} // namespace

TEST_CASE("graduates follow the talent of universities, a lag behind") {
    auto const p = taught_world();
    Market market = planned(p).market;
    follow_faculty(market, p, step_at(0));
    double const talent = market.firms.talent[chaebol].value() / market.scale;
    CHECK(market.countries.faculty[korea] == close_to(talent));
    CHECK(market.countries.graduates_factor[korea] == 1.0);
    market.firms.talent[chaebol] = TalentSum{0.2 * talent * market.scale};
    follow_faculty(market, p, step_at(1));
    CHECK(market.countries.faculty[korea] == close_to(0.8 * talent, 1e-6));
    CHECK(market.countries.graduates_factor[korea] == close_to(std::sqrt(0.8), 1e-6));
    CHECK(market.countries.graduates_factor[usa] == 1.0);
    CHECK(market.countries.graduates_factor[india] == 1.0);
}

TEST_CASE("the factor multiplies the number of graduates, who are the same people") {
    auto p = taught_world();
    p.countries["KOR"].graduates_per_month = 40.0;
    Market whole = found_economy(p, key_of());
    Market half = whole;
    half.countries.graduates_factor[korea] = 0.5;
    MonthFlows flows{3};
    enter_graduates(whole, p, step_at(), flows);
    std::size_t const many = flows.graduates.size();
    flows.clear();
    enter_graduates(half, p, step_at(), flows);
    CHECK(flows.graduates.size() == many - 20);
}

TEST_CASE("the faculty to compare with is that of the first month that counts") {
    auto p = taught_world();
    p.simulation.burn_in_months = 5;
    Market market = planned(p).market;
    SUBCASE("not one of the burn-in") { follow_faculty(market, p, step_at(4)); }
    SUBCASE("not one in which it was off") {
        p.mechanisms.faculty = false;
        follow_faculty(market, p, step_at(5));
    }
    CHECK(market.countries.faculty_reference[korea] == 0.0);
    p.mechanisms.faculty = true;
    market.firms.talent[chaebol] = TalentSum{10.0};
    follow_faculty(market, p, step_at(6));
    CHECK(market.countries.faculty_reference[korea] == close_to(10.0 / market.scale));
    CHECK(market.countries.graduates_factor[korea] == 1.0);
}

TEST_CASE("once it is off, graduates are as many as they are said to be") {
    auto p = taught_world();
    Market market = planned(p).market;
    market.countries.graduates_factor[korea] = 0.3;
    p.mechanisms.faculty = false;
    follow_faculty(market, p, step_at(3));
    CHECK(market.countries.graduates_factor[korea] == 1.0);
}
