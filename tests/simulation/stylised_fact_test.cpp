#include "engine/simulation/stylised_fact.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("the band lies between order statistics: 1 to 5 have 1.2, 3 and 4.8") {
    // Type 7: place = level (n - 1) = .2, 2 and 3.8, counted from 0.
    Band const band = band_of({4.0, 1.0, 5.0, 3.0, 2.0});
    CHECK(band.low == close_to(1.2));
    CHECK(band.median == 3.0);
    CHECK(band.high == close_to(4.8));
    CHECK(band.replicates == 5);
}

TEST_CASE("a single replicate has no width, and one without a value does not count") {
    Band const band = band_of({no_value, 7.0, no_value});
    CHECK(band.low == 7.0);
    CHECK(band.median == 7.0);
    CHECK(band.high == 7.0);
    CHECK(band.replicates == 1);
    CHECK(band_of({no_value, no_value}).replicates == 0);
    CHECK(std::isnan(band_of({}).median));
}

TEST_CASE("a fact is met on its target and as far away as its tolerance") {
    StylisedFact number;
    number.low = number.high = 0.5;
    number.tolerance = 0.25;
    CHECK(number.is_met_by(0.25));
    CHECK(number.is_met_by(0.75));
    CHECK(!number.is_met_by(0.2499));
    CHECK(!number.is_met_by(0.7501));
    CHECK(!number.is_met_by(no_value));

    StylisedFact range = number;
    range.high = 2.0;
    CHECK(range.is_met_by(1.0));
    CHECK(range.is_met_by(2.25));
    CHECK(!range.is_met_by(2.26));

    StylisedFact sign;
    sign.high = 0.0;
    CHECK(sign.is_met_by(-1e9));
    CHECK(!sign.is_met_by(0.0)); // nothing is no sign
    CHECK(!sign.is_met_by(1e-9));
    CHECK(!sign.is_met_by(no_value));
}
