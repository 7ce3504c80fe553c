#include "engine/phases/person.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr std::size_t people = 40'000;

/// People with identities 0, 1, 2, …, from Korea and living in the United States.
Market crowd(Parameters const& p, std::size_t size = people) {
    Market market = found_economy(p, key_of());
    market.researchers.resize(size);
    for (std::size_t i = 0; i != size; ++i) {
        bring_to_life(market, ResearcherRow{i}, i, korea, usa, 5, p, key_of());
    }
    return market;
}

struct Moments {
    double mean = 0.0;
    double of_squares = 0.0;
};

template <class Number>
Moments moments(std::size_t n, Number const& number) {
    Moments found;
    for (std::size_t i = 0; i != n; ++i) {
        double const x = number(ResearcherRow{i});
        found.mean += x / static_cast<double>(n);
        found.of_squares += x * x / static_cast<double>(n);
    }
    return found;
}

} // namespace

TEST_CASE("weights of U are lognormal multipliers with mean 1 and the spread of the scenario") {
    auto p = small_world();
    p.utility.compute.spread = 0.5;
    p.utility.autonomy.spread = 0.3;
    p.utility.home.spread = 0.0;
    auto const market = crowd(p);
    auto const& weights = market.researchers.weights;
    // The variance of a lognormal number of mean 1 is exp(s^2) - 1; four standard errors.
    auto const four_errors = [](double spread) {
        return 4.0 * std::sqrt((std::exp(spread * spread) - 1.0) / people);
    };
    auto const compute =
        moments(people, [&](ResearcherRow row) { return double{weights[row].compute}; });
    CHECK(std::abs(compute.mean - 1.0) < four_errors(0.5));
    auto const autonomy =
        moments(people, [&](ResearcherRow row) { return double{weights[row].autonomy}; });
    CHECK(std::abs(autonomy.mean - 1.0) < four_errors(0.3));

    // ln of it is normal with sd s: the variance of s^2 z^2 is 2 s^4, and its mean is -s^2/2.
    auto const logs =
        moments(people, [&](ResearcherRow row) { return std::log(double{weights[row].compute}); });
    double const variance = logs.of_squares - logs.mean * logs.mean;
    CHECK(std::abs(variance - 0.25) < 4.0 * 0.25 * std::sqrt(2.0 / people));

    bool is_one = true;
    for (std::size_t i = 0; i != people; ++i) {
        is_one = is_one && weights[ResearcherRow{i}].home == 1.0F;
    }
    CHECK(is_one);
}

TEST_CASE("a person's weights are drawn apart from each other") {
    auto p = small_world();
    p.utility.compute.spread = 0.5;
    p.utility.autonomy.spread = 0.5;
    auto const market = crowd(p);
    auto const& weights = market.researchers.weights;
    auto const product = moments(people, [&](ResearcherRow row) {
        double const a = std::log(double{weights[row].compute}) + 0.125;
        double const b = std::log(double{weights[row].autonomy}) + 0.125;
        return a * b / 0.25;
    });
    CHECK(std::abs(product.mean) < 4.0 / std::sqrt(people)); // two independent normals: variance 1
}

TEST_CASE("talent is distributed as the scenario says") {
    auto p = small_world();
    p.population.talent.exponent = 1.7;
    auto const market = crowd(p);
    // ln(theta) of Pareto talent is exponential with rate 1.7: mean and sd 1/1.7.
    auto const found =
        moments(people, [&](ResearcherRow row) { return market.researchers.log_talent[row]; });
    CHECK(std::abs(found.mean - 1.0 / 1.7) < 4.0 / 1.7 / std::sqrt(people));
}

TEST_CASE("missions are directions that favour none") {
    auto const market = crowd(small_world());
    auto const& missions = market.researchers.mission;
    // A coordinate of a uniform direction has mean 0 and variance 1/3.
    for (int axis = 0; axis != 3; ++axis) {
        auto const found =
            moments(people, [&](ResearcherRow row) { return double{missions[row][axis]}; });
        CHECK(std::abs(found.mean) < 4.0 / std::sqrt(3.0 * people));
        // x^2 has variance 1/5 - 1/9 = 4/45.
        CHECK(std::abs(found.of_squares - 1.0 / 3.0) < 4.0 * std::sqrt(4.0 / 45.0 / people));
    }
    auto const length =
        moments(people, [&](ResearcherRow row) { return double{missions[row].norm()}; });
    CHECK(length.mean == close_to(1.0, 1e-6));
    CHECK(length.of_squares == close_to(1.0, 1e-6));
}

TEST_CASE("a person is what its identity says, in whatever row and company") {
    auto const p = small_world();
    auto const market = crowd(p, 100);
    Market other = found_economy(p, key_of());
    other.researchers.resize(3);
    bring_to_life(other, ResearcherRow{1}, 42, korea, usa, 5, p, key_of());
    ResearcherRow const here{42};
    ResearcherRow const there{1};
    CHECK(other.researchers.log_talent[there] == market.researchers.log_talent[here]);
    CHECK(other.researchers.weights[there] == market.researchers.weights[here]);
    CHECK(other.researchers.mission[there] == market.researchers.mission[here]);
    CHECK(other.researchers.origin[there] == korea);
    CHECK(other.researchers.location[there] == usa);
}

TEST_CASE("who is removed frees the row") {
    auto market = crowd(small_world(), 10);
    remove(market, ResearcherRow{4});
    CHECK_FALSE(market.researchers.is_present(ResearcherRow{4}));
    CHECK_FALSE(market.researchers.is_employed(ResearcherRow{4}));
    CHECK(market.free_rows == std::vector{ResearcherRow{4}});
}
