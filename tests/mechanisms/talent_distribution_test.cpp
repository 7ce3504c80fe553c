#include "engine/mechanisms/talent_distribution.hpp"

#include <cmath>
#include <initializer_list>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using namespace talentsim;

namespace {

doctest::Approx close_to(double x, double relative) {
    return doctest::Approx(x).epsilon(relative).scale(0);
}

/// E[theta^h] by the midpoint rule over quantiles, in steps that shrink towards u = 0, where Pareto
/// talent has its tail: u = v^8.
double integral(TalentParameters const& talent, double h) {
    constexpr int n = 200'000;
    double sum = 0.0;
    for (int i = 0; i != n; ++i) {
        double const v = (i + 0.5) / n;
        double const u = std::pow(v, 8.0);
        sum += std::exp(h * log_talent_at(talent, u, 0.0)) * 8.0 * std::pow(v, 7.0) / n;
    }
    return sum;
}

} // namespace

TEST_CASE("mean talent units are the integral of theta^h over the quantiles") {
    // The integrand is smooth, or behaves as v^(7-8h/alpha) near 0: error below 1e-6 here.
    for (double const h : {0.0, 0.5, 0.65, 1.0}) {
        CAPTURE(h);
        TalentParameters const pareto{.distribution = TalentDistribution::pareto, .exponent = 1.7};
        CHECK(mean_talent_units(pareto, h) == close_to(integral(pareto, h), 1e-6));
        TalentParameters const flat{
            .distribution = TalentDistribution::uniform, .low = 0.5, .high = 3.0};
        CHECK(mean_talent_units(flat, h) == close_to(integral(flat, h), 1e-6));
    }
    // Lognormal, over the normal density within 12 sd: spectral accuracy.
    TalentParameters const lognormal{
        .distribution = TalentDistribution::lognormal, .log_mean = 0.2, .log_sd = 0.5};
    double sum = 0.0;
    for (double z = -12.0; z <= 12.0; z += 0.01) {
        sum += std::exp(0.8 * log_talent_at(lognormal, 0.5, z)) * std::exp(-0.5 * z * z) * 0.01 /
               std::sqrt(2.0 * 3.14159265358979323846);
    }
    CHECK(mean_talent_units(lognormal, 0.8) == close_to(sum, 1e-9));
}

TEST_CASE("each distribution has its quantiles") {
    // Pareto: P(theta > x) = x^-alpha, and u is the share above.
    CHECK(std::exp(log_talent_at({.exponent = 2.0}, 0.25, 0.0)) == close_to(2.0, 1e-14));
    CHECK(log_talent_at(
              {.distribution = TalentDistribution::lognormal, .log_mean = 1.0, .log_sd = 0.5}, 0.9,
              2.0) == 2.0);
    CHECK(std::exp(log_talent_at(
              {.distribution = TalentDistribution::uniform, .low = 1.0, .high = 3.0}, 0.5, 0.0)) ==
          close_to(2.0, 1e-14));
    CHECK(std::exp(log_talent_at({.distribution = TalentDistribution::constant, .value = 4.0}, 0.7,
                                 1.0)) == close_to(4.0, 1e-14));
}

TEST_CASE("with exponent 0 every talent counts 1, and constant talent counts c^h") {
    for (auto const kind : {TalentDistribution::pareto, TalentDistribution::lognormal,
                            TalentDistribution::uniform, TalentDistribution::constant}) {
        CHECK(mean_talent_units({.distribution = kind}, 0.0) == close_to(1.0, 1e-14));
    }
    CHECK(mean_talent_units({.distribution = TalentDistribution::constant, .value = 4.0}, 0.5) ==
          close_to(2.0, 1e-14));
    CHECK(mean_talent_units({.distribution = TalentDistribution::uniform, .low = 4.0, .high = 4.0},
                            0.5) == close_to(2.0, 1e-14));
}

TEST_CASE("an infinite mean is refused") {
    CHECK_THROWS_AS(static_cast<void>(mean_talent_units({.exponent = 1.0}, 1.0)),
                    ContractViolation);
}
