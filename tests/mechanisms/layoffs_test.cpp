#include "engine/mechanisms/layoffs.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

using Staff = std::array<std::int64_t, n_tiers>;

double expected_heads(double heads, Staff const& staff) {
    auto const probabilities = layoff_probabilities(heads, staff);
    double sum = 0.0;
    for (std::size_t tier = 0; tier != n_tiers; ++tier) {
        sum += probabilities[tier] * static_cast<double>(staff[tier]);
    }
    return sum;
}

} // namespace

TEST_CASE("nobody is laid off within the margin, and beyond it a share of all who are too many") {
    CHECK(excess_layoffs(104.0, 100.0, 0.05, 0.25) == 0.0);
    CHECK(excess_layoffs(105.0, 100.0, 0.05, 0.25) == 0.0);
    CHECK(excess_layoffs(108.0, 100.0, 0.05, 0.25) == close_to(2.0));
    CHECK(excess_layoffs(104.0, 100.0, 0.0, 0.25) == close_to(1.0));
    CHECK(excess_layoffs(50.0, 100.0, 0.0, 0.25) == 0.0);
    CHECK(excess_layoffs(50.0, 0.0, 0.3, 1.0) == 50.0); // no seats at all
}

TEST_CASE("a firm twice as large lays off twice as many") {
    CHECK(excess_layoffs(220.0, 200.0, 0.05, 0.3) ==
          close_to(2.0 * excess_layoffs(110.0, 100.0, 0.05, 0.3)));
}

TEST_CASE("staff tends to the seats: with speed s the excess is (1 - s)^n of it after n months") {
    double staff = 180.0;
    for (int month = 0; month != 20; ++month) {
        staff -= excess_layoffs(staff, 100.0, 0.0, 0.25);
    }
    CHECK(staff == close_to(100.0 + 80.0 * std::pow(0.75, 20)));
}

TEST_CASE("ordinary staff goes first, then the next tier, stars last") {
    Staff const staff{10, 20, 30, 40};
    CHECK(layoff_probabilities(10.0, staff) == std::array<double, n_tiers>{0.0, 0.0, 0.0, 0.25});
    CHECK(layoff_probabilities(40.0, staff) == std::array<double, n_tiers>{0.0, 0.0, 0.0, 1.0});
    CHECK(layoff_probabilities(55.0, staff) == std::array<double, n_tiers>{0.0, 0.0, 0.5, 1.0});
    CHECK(layoff_probabilities(100.0, staff) == std::array<double, n_tiers>{1.0, 1.0, 1.0, 1.0});
    CHECK(layoff_probabilities(0.0, staff) == std::array<double, n_tiers>{});
}

TEST_CASE("on average as many are laid off as were to be, or all there are") {
    for (double const heads : {0.3, 12.5, 40.0, 77.7, 100.0}) {
        CHECK(expected_heads(heads, {10, 20, 30, 40}) == close_to(heads));
    }
    CHECK(expected_heads(0.0, {10, 20, 30, 40}) == 0.0);
    CHECK(expected_heads(500.0, {10, 20, 30, 40}) == 100.0);
    CHECK(expected_heads(5.0, {10, 0, 0, 0}) == close_to(5.0)); // where there is no other tier
    CHECK(expected_heads(5.0, {0, 0, 0, 0}) == 0.0);
}

TEST_CASE("cuts of seats follow each other, and never exceed all") {
    CHECK(seats_cut_after(0.0, 0.0) == 0.0);
    CHECK(seats_cut_after(0.0, 0.04) == close_to(0.04));
    CHECK(seats_cut_after(0.5, 0.5) == close_to(0.75));
    CHECK(seats_cut_after(seats_cut_after(0.1, 0.2), 0.3) ==
          close_to(seats_cut_after(seats_cut_after(0.3, 0.1), 0.2)));
    CHECK(seats_cut_after(0.3, 1.0) == 1.0);
}
