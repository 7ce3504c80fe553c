#include "engine/mechanisms/fear.hpp"

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("fear rises with the share of all stars that rivals hired, and a part of it stays") {
    // Of 40 stars 6 were hired, 2 by the firm itself: a tenth by rivals.
    CHECK(fear_after_month(0.2, 0.9, 0.5, 6, 2, 40) == close_to(0.9 * 0.2 + 0.5 * 0.1));
}

TEST_CASE("one's own hires frighten nobody, and fear without cause dies out") {
    CHECK(fear_after_month(0.0, 0.9, 0.5, 6, 6, 40) == 0.0);
    double fear = 1.0;
    for (int month = 0; month != 12; ++month) {
        fear = fear_after_month(fear, 0.5, 0.5, 0, 0, 40);
    }
    CHECK(fear == close_to(0x1p-12));
}

TEST_CASE("a world of twice as many stars, of whom twice as many are hired, is as frightening") {
    CHECK(fear_after_month(0.1, 0.8, 2.0, 6, 2, 40) == fear_after_month(0.1, 0.8, 2.0, 12, 4, 80));
}

TEST_CASE("where hires go on as before, fear ends at response times hires over one minus "
          "persistence") {
    double fear = 0.0;
    for (int month = 0; month != 500; ++month) {
        fear = fear_after_month(fear, 0.9, 0.5, 3, 1, 100);
    }
    CHECK(fear == close_to(0.5 * 0.02 / 0.1));
}

TEST_CASE("a world without stars has no fear of them") {
    CHECK(fear_after_month(0.0, 0.9, 0.5, 0, 0, 0) == 0.0);
}
