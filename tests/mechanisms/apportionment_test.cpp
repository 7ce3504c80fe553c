#include "engine/mechanisms/apportionment.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>

#include "engine/core/random.hpp"

using talentsim::apportion;
using talentsim::Apportionment;

namespace {

using Units = std::vector<std::int64_t>;

Units divided(std::int64_t pool, std::vector<double> const& weights) {
    return apportion(pool, weights, [](std::size_t i) { return i; });
}

std::vector<double> pareto_weights(std::size_t n) {
    talentsim::RandomKey const key{{.seed = 5}};
    std::vector<double> weights;
    for (std::uint32_t i = 0; i != n; ++i) {
        weights.push_back(std::pow(talentsim::uniform(key.words({.who = i})[0]), -1.0 / 1.7));
    }
    return weights;
}

} // namespace

TEST_CASE("largest remainders: Hamilton's bill of 1792, in Balinski & Young (1982)") {
    // The census of 1790: 15 states, Connecticut to Virginia, and 120 seats.
    std::vector<double> const people{236841, 55540,  70835,  278514, 475327, 68705, 141822, 179570,
                                     331589, 353523, 432879, 68446,  206236, 85533, 630560};
    CHECK(divided(120, people) == Units{8, 2, 2, 9, 16, 2, 5, 6, 11, 12, 14, 2, 7, 3, 21});
}

TEST_CASE("the whole pool is divided, and everybody gets the quota rounded down or up") {
    auto const weights = pareto_weights(1000);
    double const total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::int64_t const pool : {1, 7, 999, 1000, 12'345, 2'000'000'000}) {
        CAPTURE(pool);
        auto const units = divided(pool, weights);
        CHECK(std::accumulate(units.begin(), units.end(), std::int64_t{0}) == pool);
        bool keeps_quota = true;
        for (std::size_t i = 0; i != weights.size(); ++i) {
            double const quota = weights[i] / total * static_cast<double>(pool);
            keeps_quota = keeps_quota &&
                          std::abs(static_cast<double>(units[i]) - quota) < 1.0 + 1e-12 * quota;
        }
        CHECK(keeps_quota);
    }
}

TEST_CASE("a remainder that ties goes by priority, not by place") {
    auto const backwards = [](std::size_t i) { return 100 - i; };
    std::vector<double> const equal{1, 1, 1, 1};
    CHECK(apportion(2, equal, backwards) == Units{0, 0, 1, 1});
    CHECK(apportion(6, equal, backwards) == Units{1, 1, 2, 2});
    CHECK(divided(2, {1, 1, 1, 1}) == Units{1, 1, 0, 0});
}

TEST_CASE("the order of claims does not matter") {
    auto const weights = pareto_weights(500);
    auto const straight = divided(777, weights);
    std::vector<double> const reversed(weights.rbegin(), weights.rend());
    auto units = apportion(777, reversed, [](std::size_t i) { return 499 - i; });
    std::reverse(units.begin(), units.end());
    CHECK(units == straight);
}

TEST_CASE("weights matter only relative to each other") {
    auto weights = pareto_weights(100);
    auto const units = divided(1001, weights);
    for (double& weight : weights) {
        weight *= 1024.0;
    }
    CHECK(divided(1001, weights) == units);
}

TEST_CASE("nothing is divided where there is no pool or no weight") {
    CHECK(divided(0, {1, 2}) == Units{0, 0});
    CHECK(divided(5, {0, 0}) == Units{0, 0});
    CHECK(divided(5, {}).empty());
}

TEST_CASE("a claim of weight 0 gets nothing beside one that has weight") {
    CHECK(divided(5, {0, 3}) == Units{0, 5});
}

TEST_CASE("claims may be counted in parts") {
    auto const weights = pareto_weights(300);
    double const sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    Apportionment whole{5000, sum};
    Apportionment half{5000, sum};
    Apportionment other_half{5000, sum};
    for (std::size_t i = 0; i != weights.size(); ++i) {
        whole.count(weights[i]);
        (i % 2 == 0 ? half : other_half).count(weights[i]);
    }
    half.merge(other_half);
    whole.settle();
    half.settle();
    CHECK(half.left() == whole.left());
    for (double const weight : weights) {
        CHECK(half.share(weight).units == whole.share(weight).units);
        CHECK(half.share(weight).is_on_the_line == whole.share(weight).is_on_the_line);
    }
}
