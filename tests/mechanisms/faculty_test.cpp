#include "engine/mechanisms/faculty.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("half a faculty makes 2^-e of the graduates, once those who missed it are done") {
    CHECK(graduates_factor(50.0, 100.0, 1.0) == close_to(0.5));
    CHECK(graduates_factor(50.0, 100.0, 0.5) == close_to(std::sqrt(0.5)));
    CHECK(lagged_faculty(100.0, 50.0, 60.0) == close_to(100.0 - 50.0 / 60.0));
    double lagged = 100.0;
    for (int month = 0; month != 60; ++month) {
        lagged = lagged_faculty(lagged, 50.0, 60.0);
    }
    // (1 - 1/60)^60 of the change is still to come, next to 1/e of it.
    CHECK(lagged == close_to(50.0 + 50.0 * std::pow(59.0 / 60.0, 60.0)));
}

TEST_CASE("the unit of talent does not matter") {
    CHECK(graduates_factor(7.0, 9.0, 0.7) == close_to(graduates_factor(700.0, 900.0, 0.7)));
}

TEST_CASE("an unchanged faculty, or one that does not matter, leaves graduates what they are") {
    CHECK(graduates_factor(123.4, 123.4, 2.0) == 1.0);
    CHECK(graduates_factor(50.0, 100.0, 0.0) == 1.0);
    CHECK(lagged_faculty(123.4, 123.4, 7.0) == 123.4);
}

TEST_CASE("where no faculty is left next to nobody graduates, and no number is lost") {
    double const factor = graduates_factor(0.0, 100.0, 1.0);
    CHECK(factor > 0.0);
    CHECK(factor < 1e-11);
    CHECK(lagged_faculty(100.0, 50.0, 1.0) == 50.0);
}
