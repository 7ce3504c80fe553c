#include "engine/mechanisms/relative_deprivation.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-13).scale(0); }

/// RD of everybody where all know each other.
std::vector<double> deprivation_of_all(std::vector<double> const& pay) {
    std::vector<double> all;
    for (std::size_t i = 0; i != pay.size(); ++i) {
        RelativeDeprivation deprivation{pay[i]};
        for (std::size_t j = 0; j != pay.size(); ++j) {
            if (j != i) {
                deprivation.compare_with(pay[j]);
            }
        }
        all.push_back(deprivation.value());
    }
    return all;
}

/// The Gini coefficient by its definition: the mean absolute difference over twice the mean.
double gini_of(std::vector<double> const& pay) {
    double differences = 0.0;
    double total = 0.0;
    for (double const a : pay) {
        total += a;
        for (double const b : pay) {
            differences += std::abs(a - b);
        }
    }
    return differences / (2.0 * static_cast<double>(pay.size()) * total);
}

} // namespace

TEST_CASE("relative deprivation is the mean shortfall as a share of own pay") {
    RelativeDeprivation deprivation{100.0};
    for (double const pay : {150.0, 90.0, 100.0, 260.0}) {
        deprivation.compare_with(pay);
    }
    CHECK(deprivation.value() == close_to((0.5 + 1.6) / 4.0));
}

TEST_CASE("where all know each other, the mean of own pay times RD is mean pay times Gini times "
          "N/(N-1)") {
    // Yitzhaki (1979): summed over all pairs, the shortfalls are half the absolute differences.
    std::vector<double> const pay{0.2e6, 0.25e6, 0.4e6, 0.4e6, 1.5e6, 14e6, 0.13e6};
    auto const n = static_cast<double>(pay.size());
    auto const deprivation = deprivation_of_all(pay);
    double mean_pay = 0.0;
    double mean_product = 0.0;
    for (std::size_t i = 0; i != pay.size(); ++i) {
        mean_pay += pay[i] / n;
        mean_product += pay[i] * deprivation[i] / n;
    }
    CHECK(mean_product == close_to(mean_pay * gini_of(pay) * n / (n - 1.0)));
}

TEST_CASE("another currency changes no relative deprivation") {
    auto const here = deprivation_of_all({1e5, 3e5, 2e5});
    auto const there = deprivation_of_all({4e5, 12e5, 8e5});
    for (std::size_t i = 0; i != here.size(); ++i) {
        CHECK(there[i] == here[i]); // a power of two changes no digit
    }
}

TEST_CASE("who is paid best, or knows nobody, or only the jobless, is not deprived") {
    CHECK(deprivation_of_all({5e5, 3e5, 2e5})[0] == 0.0);
    CHECK(RelativeDeprivation{1e5}.value() == 0.0);
    RelativeDeprivation among_jobless{1e5};
    among_jobless.compare_with(0.0);
    CHECK(among_jobless.value() == 0.0);
}

TEST_CASE("deprivation raises the rate of search, up to where RD is 1, and never above certainty") {
    CHECK(search_rate(0.04, 0.5, 0.0) == 0.04);
    CHECK(search_rate(0.04, 0.5, 0.6) == close_to(0.04 * 1.3));
    CHECK(search_rate(0.04, 0.5, 1.0) == close_to(0.06));
    CHECK(search_rate(0.04, 0.5, 70.0) == search_rate(0.04, 0.5, 1.0));
    CHECK(search_rate(0.6, 5.0, 1.0) == 1.0);
    CHECK(search_rate(0.0, 5.0, 1.0) == 0.0);
}
