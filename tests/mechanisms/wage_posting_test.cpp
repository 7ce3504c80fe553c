#include "engine/mechanisms/wage_posting.hpp"

#include <cmath>
#include <initializer_list>

#include <doctest/doctest.h>

using talentsim::contacts_per_job;
using talentsim::equal_profit_share;

namespace {

doctest::Approx close_to(double x, double relative = 1e-12) {
    return doctest::Approx(x).epsilon(relative).scale(0);
}

/// Share of the employed at one of n rungs: G_r - G_(r-1), G_r = F_r/(1 + k (1 - F_r)).
double staff_share(std::size_t rung, std::size_t firms, double k) {
    auto const up_to = [&](std::size_t r) {
        double const f = static_cast<double>(r) / static_cast<double>(firms);
        return f / (1.0 + k * (1.0 - f));
    };
    return up_to(rung) - up_to(rung - 1);
}

} // namespace

TEST_CASE("contacts per job are those before the next separation") {
    CHECK(contacts_per_job(0.02, 0.1) == close_to(4.9));
    CHECK(contacts_per_job(1.0, 0.1) == 0.0);
}

TEST_CASE("every firm earns the same profit, and mean earnings are (b + kp)/(1 + k)") {
    double const k = 4.9;
    double const b = 0.4;
    for (std::size_t const n : {1U, 2U, 50U}) {
        CAPTURE(n);
        double const profit = (1.0 - equal_profit_share(1, n, k, b)) * staff_share(1, n, k);
        double earnings = 0.0;
        for (std::size_t r = 1; r <= n; ++r) {
            double const pay = equal_profit_share(r, n, k, b);
            CHECK((1.0 - pay) * staff_share(r, n, k) == close_to(profit));
            CHECK((r == 1 || pay > equal_profit_share(r - 1, n, k, b)));
            earnings += pay * staff_share(r, n, k);
        }
        CHECK(earnings == close_to((b + k) / (1.0 + k)));
    }
}

TEST_CASE("many firms post the offer distribution of the continuum") {
    double const k = 4.9;
    double const b = 0.4;
    std::size_t const n = 100'000;
    for (std::size_t const r : {1'000U, 50'000U, 99'000U}) {
        double const w = equal_profit_share(r, n, k, b);
        double const f = (1.0 + k) / k * (1.0 - std::sqrt((1.0 - w) / (1.0 - b)));
        CHECK(f == close_to(static_cast<double>(r) / n, 2e-3)); // half a rung and k/n
    }
}

TEST_CASE("without search on the job all firms pay the value of no employer") {
    CHECK(equal_profit_share(3, 7, 0.0, 0.4) == close_to(0.4));
}
