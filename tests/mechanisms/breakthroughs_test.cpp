#include "engine/mechanisms/breakthroughs.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("breakthroughs expected, worked out by hand") {
    // 1e-6 * 2e5 * 8^(1/3) * 2^-2 = .2 * 2 / 4
    BreakthroughOdds const odds{.rate = 1e-6, .difficulty = 2.0, .compute_exponent = 1.0 / 3.0};
    CHECK(expected_breakthroughs(odds, 2e5, 8.0, 2.0) == close_to(0.1));
}

TEST_CASE("breakthroughs expected are in proportion to talent, and double talent is made up for by "
          "productivity higher by 2^(1/phi)") {
    BreakthroughOdds const odds;
    double const usual = expected_breakthroughs(odds, 1e5, 5.0, 1.3);
    CHECK(expected_breakthroughs(odds, 3e5, 5.0, 1.3) == close_to(3.0 * usual));
    double const higher = 1.3 * std::exp2(1.0 / odds.difficulty);
    CHECK(expected_breakthroughs(odds, 2e5, 5.0, higher) == close_to(usual));
}

TEST_CASE("without talent, compute or a rate nobody makes breakthroughs, and nobody more than the "
          "most") {
    CHECK(expected_breakthroughs({}, 0.0, 5.0, 1.0) == 0.0);
    CHECK(expected_breakthroughs({}, 1e5, 0.0, 1.0) == 0.0);
    CHECK(expected_breakthroughs({.rate = 0.0}, 1e5, 5.0, 1.0) == 0.0);
    CHECK(expected_breakthroughs({}, 0.0, 5.0, 0.0) == 0.0);
    CHECK(expected_breakthroughs({}, 1e5, 5.0, 0.0) == most_breakthroughs_expected);
    CHECK(expected_breakthroughs({.rate = 1.0}, 1e9, 5.0, 1.0) == most_breakthroughs_expected);
}

TEST_CASE("a Poisson count is the quantile of its distribution") {
    // mean 2: P(0) = e^-2 = .1353, P(<=1) = 3e^-2 = .4060, P(<=2) = 5e^-2 = .6767
    CHECK(poisson_count(2.0, 0.1353) == 0);
    CHECK(poisson_count(2.0, 0.1354) == 1);
    CHECK(poisson_count(2.0, 0.4060) == 1);
    CHECK(poisson_count(2.0, 0.4061) == 2);
    CHECK(poisson_count(2.0, 0.6766) == 2);
    CHECK(poisson_count(2.0, 0.6767) == 3);
    CHECK(poisson_count(0.0, 0.999999) == 0);
}

TEST_CASE("Poisson counts at evenly spaced quantiles have mean and variance of the law") {
    for (double const mean : {0.01, 0.5, 3.0, 20.0}) {
        CAPTURE(mean);
        constexpr int n = 200'000;
        double sum = 0.0;
        double squares = 0.0;
        std::int64_t last = 0;
        for (int i = 0; i != n; ++i) {
            std::int64_t const count = poisson_count(mean, (i + 0.5) / n);
            CHECK_UNARY(count >= last);
            last = count;
            sum += static_cast<double>(count);
            squares += static_cast<double>(count * count);
        }
        // Leaving out the outermost 1/(2n) on either side shifts the mean by less than the largest
        // count over n, about 45/n, and the variance by less than its square over n.
        double const found = sum / n;
        CHECK(std::abs(found - mean) < 45.0 / n);
        CHECK(std::abs(squares / n - found * found - mean) < 2.0 * 45.0 * 45.0 / n);
    }
}

TEST_CASE("however close to 1 the draw is, the count is finite, and a larger mean gives no smaller "
          "one") {
    double const almost_1 = 1.0 - 0x1p-53;
    CHECK(poisson_count(most_breakthroughs_expected, almost_1) <= 1000);
    std::int64_t last = 0;
    for (int i = 0; i != 200; ++i) {
        std::int64_t const count = poisson_count(0.1 * i, 0.7);
        CHECK_UNARY(count >= last);
        last = count;
    }
    CHECK(last > 15);
}

TEST_CASE("as many breakthroughs as expected at founding leave productivity where it is") {
    CHECK(productivity_after(1.3, 2, 2.0, 0.05) == 1.3);
    CHECK(productivity_after(1.3, 3, 2.0, 0.05) == close_to(1.3 * 1.05));
    CHECK(productivity_after(1.3, 0, 1.0, 0.25) == close_to(1.3 / 1.25));
    CHECK(productivity_after(1.3, 7, 2.0, 0.0) == 1.3);
    CHECK(productivity_after(0.0, 7, 2.0, 0.1) == 0.0);
}
