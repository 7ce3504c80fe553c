#include "engine/core/exact_sum.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "engine/core/random.hpp"

using namespace talentsim;

TEST_CASE("an amount is kept to the nearest unit, halves away from 0") {
    CHECK(MoneySum{1.0}.value() == 1.0);
    CHECK(MoneySum{0x1p-16}.value() == 0x1p-16);
    CHECK(MoneySum{0.4 * 0x1p-16}.value() == 0.0);
    CHECK(MoneySum{0.5 * 0x1p-16}.value() == 0x1p-16);
    CHECK(MoneySum{-0.4 * 0x1p-16}.value() == 0.0);
    CHECK(MoneySum{-0.5 * 0x1p-16}.value() == -0x1p-16);
    CHECK(MoneySum{-2.75}.value() == -2.75);
    CHECK(MoneySum{}.value() == 0.0);
    CHECK(std::abs(TalentSum{0.1}.value() - 0.1) <= 0x1p-25);
}

TEST_CASE("sums do not depend on the order of adding, where those of doubles do") {
    RandomKey const key{{.seed = 1}};
    std::vector<double> amounts;
    for (std::uint32_t i = 0; i != 10'000; ++i) {
        auto const words = key.words({.who = i});
        amounts.push_back(std::pow(uniform(words[0]), -1.0) * 1e5);
    }
    auto const total = [&](auto zero) {
        for (double const amount : amounts) {
            zero += decltype(zero)(amount);
        }
        return zero;
    };
    auto const exact = total(MoneySum{});
    auto const floating = total(0.0);
    std::reverse(amounts.begin(), amounts.end());
    CHECK(total(MoneySum{}) == exact);
    CHECK(total(0.0) != floating);
    CHECK(std::abs(exact.value() - floating) < 10'000 * 0x1p-17 + 1e-12 * floating);
}

TEST_CASE("a nonsensical amount is cut instead of overflowing") {
    MoneySum sum{1e300};
    CHECK(sum.value() == 0x1p36);
    sum += MoneySum{-1e300};
    CHECK(sum.value() == 0.0);
}
