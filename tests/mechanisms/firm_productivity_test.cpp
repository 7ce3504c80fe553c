#include "engine/mechanisms/firm_productivity.hpp"

#include <doctest/doctest.h>

using namespace talentsim;

TEST_CASE("productivity stands at its quantile") {
    ProductivityParameters one{.distribution = ProductivityDistribution::constant, .low = 1.5};
    CHECK(productivity_at(one, 0.9) == 1.5);
    one.distribution = ProductivityDistribution::uniform;
    one.high = 3.5;
    CHECK(productivity_at(one, 0.25) == 2.0);
    one.distribution = ProductivityDistribution::pareto;
    one.exponent = 3.0;
    // P(X > x) = (low/x)^3: an eighth is above twice the lowest.
    CHECK(productivity_at(one, 0.875) == doctest::Approx(3.0).epsilon(1e-14).scale(0));
}
