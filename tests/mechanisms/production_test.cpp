#include "engine/mechanisms/production.hpp"

#include <cmath>
#include <initializer_list>
#include <limits>

#include <doctest/doctest.h>

using talentsim::founding_revenue;
using talentsim::IncrementValue;
using talentsim::output_ratio;
using talentsim::OutputCurve;
using talentsim::Technology;

namespace {

doctest::Approx close_to(double x, double relative = 1e-12) {
    return doctest::Approx(x).epsilon(relative).scale(0);
}

/// The formula of Arrow, Chenery, Minhas & Solow (1961), eq. 13, as it is printed.
double textbook_ces(Technology const& technology, double g, double l) {
    double const a = technology.compute_share;
    double const rho = (technology.elasticity - 1.0) / technology.elasticity;
    return std::pow(a * std::pow(g, rho) + (1.0 - a) * std::pow(l, rho), technology.returns / rho);
}

} // namespace

TEST_CASE("output with an elasticity of substitution of .25 or 2.5 is the textbook CES function") {
    for (double const sigma : {0.25, 2.5}) {
        CAPTURE(sigma);
        Technology const technology{.elasticity = sigma, .compute_share = 0.3, .returns = 0.8};
        for (double const g : {0.5, 1.0, 3.0}) {
            for (double const l : {0.25, 1.0, 2.0}) {
                CHECK(output_ratio(technology, g, l) == close_to(textbook_ces(technology, g, l)));
            }
        }
    }
    // By hand: sigma = .5, rho = -1: [.5/2 + .5/4]^-1 = 8/3, the harmonic mean of 2 and 4.
    CHECK(output_ratio({.elasticity = 0.5, .compute_share = 0.5, .returns = 1.0}, 2.0, 4.0) ==
          close_to(8.0 / 3.0));
}

TEST_CASE("an elasticity of substitution of 1 is Cobb-Douglas, and the limit from both sides") {
    Technology technology{.elasticity = 1.0, .compute_share = 0.3, .returns = 0.8};
    double const cobb_douglas = std::pow(2.0, 0.3 * 0.8) * std::pow(3.0, 0.7 * 0.8);
    CHECK(output_ratio(technology, 2.0, 3.0) == close_to(cobb_douglas));

    // d ln Y/d rho at 0 is nu a (1-a)/2 ln(G/L)^2 = .0138, so 1e-6 in sigma moves Y by 1.4e-8.
    for (double const sigma : {1.0 - 1e-6, 1.0 + 1e-6}) {
        technology.elasticity = sigma;
        CHECK(output_ratio(technology, 2.0, 3.0) == close_to(cobb_douglas, 2e-8));
    }
    for (double const sigma : {1.0 - 1e-13, 1.0 + 1e-13}) { // where rho itself is mostly rounding
        technology.elasticity = sigma;
        CHECK(output_ratio(technology, 2.0, 3.0) == close_to(cobb_douglas, 1e-12));
    }
}

TEST_CASE("output is 1 at founding, whatever the technology") {
    for (double const sigma : {0.1, 0.25, 1.0, 2.5, 50.0}) {
        for (double const a : {0.0, 0.3, 0.95, 1.0}) {
            CHECK(output_ratio({.elasticity = sigma, .compute_share = a, .returns = 0.7}, 1.0,
                               1.0) == close_to(1.0));
        }
    }
}

TEST_CASE("twice the compute and twice the talent make 2^nu times the output") {
    for (double const sigma : {0.25, 1.0, 2.5}) {
        CAPTURE(sigma);
        Technology const technology{.elasticity = sigma, .compute_share = 0.4, .returns = 0.8};
        CHECK(output_ratio(technology, 2.0 * 1.7, 2.0 * 0.6) ==
              close_to(std::pow(2.0, 0.8) * output_ratio(technology, 1.7, 0.6)));
    }
}

TEST_CASE("the marginal rate of substitution falls by 1 % where G/L rises by sigma %") {
    // d ln(G/L)/d ln(MRS) = sigma, the definition of Hicks (1932); central differences, whose error
    // is of the order 1e-6^2 besides rounding of about 1e-16/1e-6.
    for (double const sigma : {0.25, 0.6, 2.5}) {
        CAPTURE(sigma);
        Technology const technology{.elasticity = sigma, .compute_share = 0.4, .returns = 0.8};
        auto const rate_of_substitution = [&](double g, double l) {
            double const h = 1e-5;
            double const by_compute =
                output_ratio(technology, g + h, l) - output_ratio(technology, g - h, l);
            double const by_talent =
                output_ratio(technology, g, l + h) - output_ratio(technology, g, l - h);
            return by_talent / by_compute;
        };
        double const steeper = rate_of_substitution(1.5, 1.0) / rate_of_substitution(1.2, 1.0);
        CHECK(std::log(1.5 / 1.2) / std::log(steeper) == close_to(sigma, 1e-5));
    }
}

TEST_CASE("the first unit of talent at founding is worth the unit value") {
    // Forward difference over 1e-6 of the staff: relative error nu(1-a)/2 1e-6 and rounding 1e-9.
    for (double const sigma : {0.25, 1.0, 2.5}) {
        CAPTURE(sigma);
        Technology const technology{.elasticity = sigma, .compute_share = 0.3, .returns = 0.8};
        double const talent = 4'000.0;
        double const revenue = founding_revenue(technology, talent, 200'000.0);
        OutputCurve const curve{technology, 1.0, talent, revenue};
        double const unit = 1e-6 * talent;
        IncrementValue const value{curve, talent};
        CHECK(value.of_adding(unit) / unit == close_to(200'000.0, 2e-6));
        CHECK(value.of_keeping(unit) / unit == close_to(200'000.0, 2e-6));
    }
}

TEST_CASE("what a hire adds is what it would take away again") {
    OutputCurve const curve{
        {.elasticity = 0.25, .compute_share = 0.3, .returns = 0.8}, 1.4, 100.0, 5e6};
    double const added = IncrementValue{curve, 80.0}.of_adding(7.0);
    CHECK(added == close_to(IncrementValue{curve, 87.0}.of_keeping(7.0)));
    CHECK(added == close_to(curve.value_at(87.0) - curve.value_at(80.0), 1e-10));
    // The whole staff, and somebody whom a rounded count makes larger than it.
    double const all = curve.value_at(7.0) - curve.value_at(0.0);
    CHECK(IncrementValue{curve, 7.0}.of_keeping(7.0) == close_to(all));
    CHECK(IncrementValue{curve, 6.5}.of_keeping(7.0) == close_to(all));
}

TEST_CASE("with returns of 1 and no compute, value is exactly proportional to talent") {
    OutputCurve const curve{
        {.elasticity = 1.0, .compute_share = 0.0, .returns = 1.0}, 0.0, 50.0, 1e7};
    CHECK(curve.value_at(25.0) == 5e6);
    for (double const talent : {0.0, 1.0, 1e9}) {
        IncrementValue const value{curve, talent};
        CHECK(value.of_adding(3.0) == 6e5);
        CHECK(value.of_keeping(3.0) == 6e5);
    }
}

TEST_CASE("a firm without compute, or without people, has little output and finite values") {
    for (double const sigma : {0.25, 1.0, 2.5}) {
        CAPTURE(sigma);
        Technology const technology{.elasticity = sigma, .compute_share = 0.3, .returns = 0.8};
        double const no_compute = output_ratio(technology, 0.0, 1.0);
        double const nobody = output_ratio(technology, 1.0, 0.0);
        CHECK(no_compute >= 0.0);
        CHECK(no_compute < 1.0);
        CHECK(nobody >= 0.0);
        CHECK(nobody < 1.0);
        IncrementValue const empty{OutputCurve{technology, 0.0, 10.0, 1e6}, 0.0};
        CHECK(std::isfinite(empty.of_adding(1.0)));
        CHECK(empty.of_adding(1.0) >= 0.0);
    }
    // Where inputs substitute well, what is left produces: (1-a)^(nu/rho) with rho = .6.
    CHECK(output_ratio({.elasticity = 2.5, .compute_share = 0.3, .returns = 0.8}, 0.0, 1.0) ==
          close_to(std::pow(0.7, 0.8 / 0.6), 1e-6));
    // An input of share 0 plays no part.
    CHECK(output_ratio({.elasticity = 0.25, .compute_share = 0.0, .returns = 0.8}, 0.0, 2.0) ==
          close_to(std::pow(2.0, 0.8)));
    CHECK(output_ratio({.elasticity = 0.25, .compute_share = 1.0, .returns = 0.8}, 2.0, 0.0) ==
          close_to(std::pow(2.0, 0.8)));
}

TEST_CASE("founding revenue is 0 where talent has no part in output") {
    CHECK(founding_revenue({.elasticity = 1.0, .compute_share = 1.0, .returns = 0.8}, 10.0, 2e5) ==
          0.0);
    CHECK(founding_revenue({}, 0.0, 2e5) == 0.0);
}

TEST_CASE("the talent budget at founding revenue buys the founding talent and the slack") {
    Technology const technology{.elasticity = 2.5, .compute_share = 0.3, .returns = 0.8};
    double const revenue = founding_revenue(technology, 400.0, 2e5);
    CHECK(talentsim::talent_budget(technology, revenue, 0.08) == close_to(400.0 * 2e5 * 1.08));
}
