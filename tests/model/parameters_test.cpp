#include "engine/model/parameters.hpp"

#include <doctest/doctest.h>

using namespace talentsim;

TEST_CASE("a country has the residents it says, or its share of a given world") {
    Parameters p;
    p.countries["KOR"].researchers = 3'000.0;
    p.countries["USA"].researchers = 9'000.0;
    CHECK(founding_residents(p, "KOR") == 3'000.0);
    p.population.researchers = 100'000.0;
    CHECK(founding_residents(p, "KOR") == 25'000.0);
    CHECK(founding_residents(p, "USA") == 75'000.0);
    p.countries["KOR"].researchers = 0.0;
    p.countries["USA"].researchers = 0.0;
    CHECK(founding_residents(p, "USA") == 0.0);
}
