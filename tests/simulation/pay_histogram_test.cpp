#include "engine/simulation/pay_histogram.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"
#include "engine/core/random.hpp"
#include "engine/simulation/variables.hpp"

using namespace talentsim;

namespace {

std::vector<PayBin> counted(std::vector<double> const& pay) {
    std::vector<std::uint32_t> counts(PayHistogram::bins, 0);
    for (double const one : pay) {
        ++counts[PayHistogram::bin_of(one)];
    }
    return occupied_bins(counts);
}

double quantile(std::vector<PayBin> const& bins, double level) {
    return quantiles(bins, std::array{level}).front();
}

std::vector<double> lognormal_pay(double spread) {
    RandomKey const key{{.seed = 1}};
    std::vector<double> pay;
    for (std::uint32_t i = 0; i != 100'000; ++i) {
        auto const words = key.words({.who = i});
        pay.push_back(std::exp(12.0 + spread * standard_normal(words[0], words[1])));
    }
    std::sort(pay.begin(), pay.end());
    return pay;
}

} // namespace

TEST_CASE("quantiles are within half a percent of the exact ones") {
    for (double const spread : {0.1, 0.7, 1.5}) {
        CAPTURE(spread);
        auto const pay = lognormal_pay(spread);
        auto const counts = counted(pay);
        auto const found = quantiles(counts, quantile_levels);
        for (std::size_t k = 0; k != quantile_levels.size(); ++k) {
            auto const rank =
                static_cast<std::size_t>(quantile_levels[k] * static_cast<double>(pay.size()));
            CHECK(found[k] == doctest::Approx(pay[rank]).epsilon(0.005).scale(0));
        }
    }
}

TEST_CASE("every bin begins at its edge and is at most .4 % wide") {
    for (std::size_t bin = 0; bin < PayHistogram::bins; bin += 97) {
        double const low = PayHistogram::edge(bin);
        double const high = PayHistogram::edge(bin + 1);
        CHECK(high / low <= 1.004);
        CHECK(PayHistogram::bin_of(low) == bin);
        CHECK(PayHistogram::bin_of(std::nextafter(high, 0.0)) == bin);
    }
    CHECK(PayHistogram::edge(0) == 0x1p-8);
    CHECK(PayHistogram::edge(PayHistogram::bins) == 0x1p36);
}

TEST_CASE("pay beyond the bins counts in the outermost") {
    CHECK(PayHistogram::bin_of(0.0) == 0);
    CHECK(PayHistogram::bin_of(1e-9) == 0);
    CHECK(PayHistogram::bin_of(1e300) == PayHistogram::bins - 1);
    CHECK(PayHistogram::bin_of(std::numeric_limits<double>::infinity()) == PayHistogram::bins - 1);
}

TEST_CASE("the Gini coefficient is that of the sample, and of lognormal pay erf(s/2)") {
    for (double const spread : {0.3, 0.7, 1.0}) {
        CAPTURE(spread);
        auto const pay = lognormal_pay(spread);
        double ranked = 0.0;
        double sum = 0.0;
        for (std::size_t i = 0; i != pay.size(); ++i) {
            ranked += static_cast<double>(i + 1) * pay[i];
            sum += pay[i];
        }
        auto const n = static_cast<double>(pay.size());
        double const exact = 2.0 * ranked / (n * sum) - (n + 1.0) / n;
        double const found = gini(counted(pay));
        // Everybody moves by at most .2 %, so mean differences by at most .4 % of mean pay.
        CHECK(std::abs(found - exact) < 0.004);
        // The standard error of a Gini coefficient of 1e5 lognormal numbers is below .003.
        CHECK(std::abs(found - std::erf(spread / 2.0)) < 4.0 * 0.003);
    }
}

TEST_CASE("by hand: pay of 1 and 3 has a Gini coefficient of a quarter, equal pay of nothing") {
    // Mean absolute difference (0 + 2 + 2 + 0)/4 = 1 over twice the mean, 4; bins move it by .2 %.
    CHECK(gini(counted({1.0, 3.0})) == doctest::Approx(0.25).epsilon(0.003).scale(0));
    CHECK(std::abs(gini(counted({5.0, 5.0, 5.0}))) < 1e-12);
    CHECK(std::abs(gini(counted({7.0}))) < 1e-12);
}

TEST_CASE("of nobody there is neither quantile nor Gini coefficient") {
    auto const nobody = counted({});
    CHECK(std::isnan(quantile(nobody, 0.5)));
    CHECK(std::isnan(gini(nobody)));
}

TEST_CASE("a quantile at 0 or 1 is refused") {
    auto const one = counted({5.0});
    CHECK_THROWS_AS(static_cast<void>(quantile(one, 0.0)), ContractViolation);
    CHECK_THROWS_AS(static_cast<void>(quantile(one, 1.0)), ContractViolation);
}
