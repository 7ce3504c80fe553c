#include "engine/core/math.hpp"

#include <cmath>
#include <initializer_list>
#include <limits>

#include <doctest/doctest.h>

namespace {

/// Distance in units in the last place; the C library is itself within one of the truth.
double units_apart(double found, double expected) {
    double const unit =
        std::nextafter(std::abs(expected), std::numeric_limits<double>::infinity()) -
        std::abs(expected);
    return std::abs(found - expected) / unit;
}

constexpr double infinite = std::numeric_limits<double>::infinity();

} // namespace

TEST_CASE(
    "elementary functions are within two units in the last place of the C library's, logarithm and "
    "cosine within four") {
    for (double const x : {-700.0, -20.5, -1.0, -1e-9, 0.0, 1e-9, 0.3, 1.0, 12.25, 700.0}) {
        CAPTURE(x);
        CHECK(units_apart(talentsim::exp(x), std::exp(x)) <= 2.0);
        if (x != 0.0) {
            CHECK(units_apart(talentsim::expm1(x), std::expm1(x)) <= 2.0);
        }
    }
    for (double const x : {1e-300, 1e-9, 0.3, 0.999999, 1.000001, 2.0, 1e5, 1e300}) {
        CAPTURE(x);
        CHECK(units_apart(talentsim::log(x), std::log(x)) <= 4.0);
        CHECK(units_apart(talentsim::log1p(x), std::log1p(x)) <= 2.0);
        CHECK(units_apart(talentsim::pow(x, 0.65), std::pow(x, 0.65)) <= 2.0);
        CHECK(units_apart(talentsim::pow(x, -0.6), std::pow(x, -0.6)) <= 2.0);
    }
    for (double const x : {0.1, 0.25, 1.4, 2.9, 4.3, 6.2}) {
        CAPTURE(x);
        CHECK(units_apart(talentsim::cos(x), std::cos(x)) <= 4.0);
    }
}

TEST_CASE("exact values are exact") {
    CHECK(talentsim::exp(0.0) == 1.0);
    CHECK(talentsim::log(1.0) == 0.0);
    CHECK(talentsim::pow(2.0, 10.0) == 1024.0);
    CHECK(talentsim::pow(5.0, 0.0) == 1.0);
    CHECK(talentsim::expm1(0.0) == 0.0);
    CHECK(talentsim::log1p(0.0) == 0.0);
    CHECK(talentsim::cos(0.0) == 1.0);
}

TEST_CASE("the ends of the number line are where they should be") {
    CHECK(talentsim::log(0.0) == -infinite);
    CHECK(std::isnan(talentsim::log(-1.0)));
    CHECK(talentsim::exp(-infinite) == 0.0);
    CHECK(talentsim::exp(1000.0) == infinite);
    CHECK(talentsim::pow(0.0, 0.5) == 0.0);
    CHECK(talentsim::log1p(-1.0) == -infinite);
}

TEST_CASE("some values to the last bit, which must hold with and without fused multiply-add") {
    CHECK(talentsim::exp(0.1) == 0x1.1aec7b35a00d4p+0);
    CHECK(talentsim::log(10.0) == 0x1.26bb1bbb55515p+1);
    CHECK(talentsim::pow(1.28, 0.35) == 0x1.171a31fcd7fd8p+0);
}
