#include "engine/model/bounds.hpp"

#include <limits>

#include <doctest/doctest.h>

using namespace talentsim;

TEST_CASE("bounds hold the numbers that their words say") {
    CHECK(within(0, 1).text() == "in [0, 1]");
    CHECK(within(0, 1).contain(0.0));
    CHECK(within(0, 1).contain(1.0));
    CHECK_FALSE(within(0, 1).contain(1.0000001));
    CHECK_FALSE(within(0, 1).contain(-0.0000001));

    CHECK(up_to(0, 5).text() == "in (0, 5]");
    CHECK_FALSE(up_to(0, 5).contain(0.0));
    CHECK(up_to(0, 5).contain(5.0));

    CHECK(at_least(2).text() == ">= 2");
    CHECK(at_least(2).contain(2.0));
    CHECK_FALSE(at_least(2).contain(1.9));

    CHECK(above(2).text() == "> 2");
    CHECK_FALSE(above(2).contain(2.0));
    CHECK(above(2).contain(1e300));

    CHECK(Bounds{}.text() == "that is finite");
    CHECK(Bounds{}.contain(-1e300));
}

TEST_CASE("no bounds hold what is not a finite number") {
    double const infinite = std::numeric_limits<double>::infinity();
    double const not_a_number = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(Bounds{}.contain(infinite));
    CHECK_FALSE(Bounds{}.contain(-infinite));
    CHECK_FALSE(Bounds{}.contain(not_a_number));
    CHECK_FALSE(at_least(0).contain(infinite));
    CHECK_FALSE(within(0, 1).contain(not_a_number));
}
