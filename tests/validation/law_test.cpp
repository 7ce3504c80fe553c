#include "engine/validation/law.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "engine/core/random.hpp"
#include "engine/validation/panel.hpp"

using namespace talentsim;

TEST_CASE("an estimate may miss by four standard errors and no more") {
    CHECK(expected("", 1.0, {.value = 1.39, .standard_error = 0.1}).holds());
    CHECK_FALSE(expected("", 1.0, {.value = 1.41, .standard_error = 0.1}).holds());
    CHECK_FALSE(expected("", 1.0, {.value = 0.59, .standard_error = 0.1}).holds());
}

TEST_CASE("what is exact may miss by rounding alone, and a bound must be cleared") {
    CHECK(exact("", 5.0, 5.0).holds());
    CHECK_FALSE(exact("", 5.0, 5.0 + 1e-12).holds());
    CHECK(exact("", 5.0, 5.0 + 1e-12, 1e-9).holds());
    CHECK(larger("", 0.0, {.value = 0.41, .standard_error = 0.1}).holds());
    CHECK_FALSE(larger("", 0.0, {.value = 0.39, .standard_error = 0.1}).holds());
    CHECK_FALSE(larger("", 0.0, {.value = 0.0}).holds());
}

TEST_CASE("what could not be measured does not hold") {
    double const none = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(expected("", 1.0, {.value = none, .standard_error = none}).holds());
    CHECK_FALSE(exact("", 1.0, none).holds());
    CHECK_FALSE(larger("", 1.0, {.value = none, .standard_error = none}).holds());
}

TEST_CASE("by hand: means, shares and ratios with their standard errors") {
    Mean mean;
    for (double const x : {1.0, 2.0, 3.0, 6.0}) {
        mean.add(x);
    }
    CHECK(mean.estimate().value == 3.0);
    CHECK(mean.estimate().standard_error == doctest::Approx(std::sqrt(3.5 / 4.0)).epsilon(1e-12));

    CHECK(share_of(25.0, 100.0).value == 0.25);
    CHECK(share_of(25.0, 100.0).standard_error == doctest::Approx(0.0433).epsilon(0.02));
    CHECK(share_of(0.0, 100.0).standard_error > 0.0);

    RatioOverPeople ratio{2}; // 3 of 4 and 1 of 4
    ratio.add(0, 3.0, 4.0);
    ratio.add(1, 1.0, 4.0);
    CHECK(ratio.estimate().value == 0.5);
    CHECK(ratio.estimate().standard_error ==
          doctest::Approx(std::sqrt(3.0 * 2.0) / 8.0).epsilon(1e-12));
}

TEST_CASE("the error of a ratio over people is that of repeated samples, their months dependent") {
    // People who are in one of two states all along: months say no more than one of them does.
    RandomKey const key{{.seed = 5}};
    constexpr std::size_t samples = 400;
    constexpr std::size_t people = 200;
    Mean values;
    Mean claimed;
    for (std::uint32_t sample = 0; sample != samples; ++sample) {
        RatioOverPeople ratio{people};
        for (std::size_t person = 0; person != people; ++person) {
            bool const is_in = happens(0.3, key.words({.who = person, .whom = sample})[0]);
            for (int month = 0; month != 10; ++month) {
                ratio.add(person, is_in ? 1.0 : 0.0, 1.0);
            }
        }
        values.add(ratio.estimate().value);
        claimed.add(ratio.estimate().standard_error);
    }
    double const spread =
        values.estimate().standard_error * std::sqrt(static_cast<double>(samples));
    // A standard deviation from 400 samples is known to 1/sqrt(800); four of these.
    CHECK(std::abs(spread / claimed.estimate().value - 1.0) < 4.0 / std::sqrt(2.0 * samples));
}
