#include "engine/simulation/pooled_median.hpp"

#include <array>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using talentsim::pooled_median;

namespace {

// Quantiles .01 .1 .25 .5 .75 .9 .99 of pay spread evenly between 100 and 200, and 200 and 300.
constexpr std::array even{101.0, 110.0, 125.0, 150.0, 175.0, 190.0, 199.0};
constexpr std::array twice{101.0, 110.0, 125.0, 150.0, 175.0, 190.0, 199.0,
                           201.0, 210.0, 225.0, 250.0, 275.0, 290.0, 299.0};

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("the median of one group is its own") {
    CHECK(pooled_median(std::array{7.0}, even) == close_to(150.0));
}

TEST_CASE("between groups that lie apart, weights decide where the median is") {
    CHECK(pooled_median(std::array{1.0, 0.0}, twice) == close_to(150.0));
    CHECK(pooled_median(std::array{0.0, 1.0}, twice) == close_to(250.0));
    // Two thirds of people in the first group: three quarters of those earn less than the median.
    CHECK(pooled_median(std::array{200.0, 100.0}, twice) == close_to(175.0));
    CHECK(pooled_median(std::array{100.0, 200.0}, twice) == close_to(225.0));
}

TEST_CASE("twice the weight for all changes nothing") {
    CHECK(pooled_median(std::array{3.0, 2.0}, twice) ==
          close_to(pooled_median(std::array{6.0, 4.0}, twice)));
}

TEST_CASE("where there is nobody, there is no median") {
    CHECK(std::isnan(pooled_median({}, {})));
    CHECK(std::isnan(pooled_median(std::array{0.0}, even)));
    auto unknown = even;
    unknown[3] = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(pooled_median(std::array{5.0}, unknown)));
}

TEST_CASE("a group in which all earn the same is no division by zero") {
    constexpr std::array same{80.0, 80.0, 80.0, 80.0, 80.0, 80.0, 80.0};
    CHECK(pooled_median(std::array{5.0}, same) == close_to(80.0));
}

TEST_CASE("a row of quantiles per group is required") {
    CHECK_THROWS_AS((void)pooled_median(std::array{1.0, 2.0}, even), talentsim::ContractViolation);
}
