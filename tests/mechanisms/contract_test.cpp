#include "engine/mechanisms/contract.hpp"

#include <cmath>
#include <initializer_list>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x, double relative = 1e-12) {
    return doctest::Approx(x).epsilon(relative).scale(0);
}

} // namespace

TEST_CASE("by hand: 125 M over four years are worth 109 M at 10 %, 250 M with 100 M in the first "
          "year 224 M") {
    // Payments at the start of each year: 31.25 (1 + 1/1.1 + 1/1.21 + 1/1.331), and
    // 100 + 50 (1/1.1 + 1/1.21 + 1/1.331).
    Contract const even{.total = 125e6};
    CHECK(present_value(even, 0.1) == close_to(108.9641e6, 1e-6));
    Contract const front_loaded{.total = 250e6, .sign_on = sign_on_of_first_year(100.0 / 250.0)};
    CHECK(front_loaded.sign_on == close_to(0.2));
    CHECK(present_value(front_loaded, 0.1) == close_to(224.3426e6, 1e-6));
    CHECK(std::round(present_value(even, 0.1) / 1e6) == 109.0);
    CHECK(std::round(present_value(front_loaded, 0.1) / 1e6) == 224.0);
}

TEST_CASE("equal and certain payments are worth a year's payment a year, at any rate") {
    for (double const rate : {0.0, 0.1, 1.0}) {
        CHECK(value_per_year({.total = 800.0}, rate) == close_to(200.0));
    }
    CHECK(annuity(0.0) == 4.0);
}

TEST_CASE("the earlier a contract pays the more it is worth, unless nobody discounts") {
    Contract const early{.total = 800.0, .sign_on = 0.5};
    CHECK(value_per_year(early, 0.1) > 200.0);
    CHECK(value_per_year(early, 0.0) == close_to(200.0));
}

TEST_CASE("equity is worth what it is not expected to lose") {
    Contract const half{.total = 800.0, .equity = 0.5, .risk = 0.4};
    CHECK(value_per_year(half, 0.1) == close_to(160.0));
    CHECK(equity_of(half) == close_to(400.0));
    CHECK(equity_of({.total = 800.0, .sign_on = 0.25, .equity = 0.5}) == close_to(300.0));
    CHECK(equity_of({.total = 800.0, .sign_on = 1.0, .equity = 0.5}) == 0.0);
}

TEST_CASE("a contract worth so much a year is worth that, whatever its shares, and in proportion") {
    for (Contract const& shares :
         {Contract{}, Contract{.sign_on = 0.3}, Contract{.sign_on = 1.0, .equity = 0.5},
          Contract{.sign_on = 0.1, .equity = 0.6, .risk = 0.5}}) {
        for (double const rate : {0.0, 0.1}) {
            Contract const one = contract_worth(200.0, shares, rate);
            CHECK(value_per_year(one, rate) == close_to(200.0));
            CHECK(contract_worth(600.0, shares, rate).total == close_to(3.0 * one.total));
        }
    }
    CHECK(contract_worth(0.0, {}, 0.1).total == 0.0);
}

TEST_CASE("a first year no better than the others needs no sign-on, one that pays all is all "
          "sign-on") {
    CHECK(sign_on_of_first_year(0.25) == 0.0);
    CHECK(sign_on_of_first_year(0.1) == 0.0);
    CHECK(sign_on_of_first_year(1.0) == 1.0);
}

TEST_CASE("a grant vests evenly: three quarters are left after one year of four, nothing after "
          "the last") {
    CHECK(unvested_share(0.0, 48.0) == 1.0);
    CHECK(unvested_share(12.0, 48.0) == 0.75);
    CHECK(unvested_share(47.0, 48.0) == close_to(1.0 / 48.0, 1e-9));
    CHECK(unvested_share(48.0, 48.0) == 0.0);
    CHECK(unvested_share(500.0, 48.0) == 0.0);
    CHECK(unvested_share(1.0, 1.0) == 0.0);
}
