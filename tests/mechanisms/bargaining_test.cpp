#include "engine/mechanisms/bargaining.hpp"

#include <cmath>
#include <initializer_list>
#include <limits>

#include <doctest/doctest.h>

using talentsim::auction_pay;
using talentsim::AuctionTerms;
using talentsim::UtilityForm;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("without bargaining power the winner pays what makes the person indifferent to the second"
          "-best cap") {
    // Both jobs alike but for pay: M = ln r, so the winner matches the other's cap.
    CHECK(auction_pay({.bargaining_power = 0.0}, 300'000.0, 1.0, std::log(300'000.0),
                      std::log(200'000.0)) == close_to(200'000.0));

    SUBCASE("whatever else the jobs bring") {
        double const more_compute = 0.3; // of the winner's job
        double const pay =
            auction_pay({.pay_weight = 2.0}, 300'000.0, 1.0,
                        2.0 * std::log(300'000.0) + more_compute, 2.0 * std::log(290'000.0));
        CHECK(2.0 * std::log(pay) + more_compute == close_to(2.0 * std::log(290'000.0)));
    }
}

TEST_CASE("with full bargaining power the winner pays its cap, even without a rival") {
    AuctionTerms const terms{.bargaining_power = 1.0};
    CHECK(auction_pay(terms, 300'000.0, 1.0, 12.0, 3.0) == 300'000.0);
    CHECK(auction_pay(terms, 300'000.0, 1.0, 12.0, -std::numeric_limits<double>::infinity()) ==
          300'000.0);
}

TEST_CASE("in between, utility is M2 + beta (M1 - M2): Cahuc, Postel-Vinay & Robin 2006, eq. 1") {
    // r = 300, r2 = 200, beta = .3: 300 (2/3)^.7 = 225.8678...
    CHECK(auction_pay({.bargaining_power = 0.3}, 300.0, 1.0, std::log(300.0), std::log(200.0)) ==
          close_to(300.0 * std::pow(2.0 / 3.0, 0.7)));
}

TEST_CASE("in levels, pay after tax is split instead of its logarithm") {
    // One USD of pay is worth .5 after tax and prices: M1 = 150, M2 = 100, beta = .3 leaves
    // 150 - .7*50 = 115, or 230 before tax.
    AuctionTerms const terms{.form = UtilityForm::linear, .bargaining_power = 0.3};
    CHECK(auction_pay(terms, 300.0, 0.5, 150.0, 100.0) == close_to(230.0));
    CHECK(auction_pay({.form = UtilityForm::linear}, 300.0, 1.0, 300.0, 200.0) == close_to(200.0));
}

TEST_CASE("pay rises with bargaining power and with the second-best option, never above the cap") {
    for (UtilityForm const form : {UtilityForm::logarithmic, UtilityForm::linear}) {
        double last = 0.0;
        for (double const beta : {0.0, 0.2, 0.5, 0.9, 1.0}) {
            double const pay =
                auction_pay({.form = form, .bargaining_power = beta}, 10.0, 1.0, 5.0, 3.0);
            CHECK(pay > last);
            CHECK(pay <= 10.0);
            last = pay;
        }
        last = -1.0;
        for (double const second : {-1.0, 0.0, 2.0, 4.0, 5.0}) {
            double const pay =
                auction_pay({.form = form, .bargaining_power = 0.2}, 10.0, 1.0, 5.0, second);
            CHECK(pay > last);
            last = pay;
        }
        CHECK(last == 10.0);
    }
}

TEST_CASE(
    "where the country adds to pay, the firm pays that much less of what the person is to have") {
    // To match 300 elsewhere with a cap of 250 and 100 on top: M1 = ln 350, M2 = ln 300, W = 300.
    CHECK(auction_pay({}, 250.0, 1.0, std::log(350.0), std::log(300.0), 100.0) == close_to(200.0));
    // Halfway in logarithms: sqrt(350 * 300) less 100.
    CHECK(auction_pay({.bargaining_power = 0.5}, 250.0, 1.0, std::log(350.0), std::log(300.0),
                      100.0) == close_to(std::sqrt(350.0 * 300.0) - 100.0));
    // In levels it cancels: 350 - 50 less 100.
    CHECK(auction_pay({.form = UtilityForm::linear}, 250.0, 1.0, 350.0, 300.0, 100.0) ==
          close_to(200.0));
    // Who would come for less than the supplement costs the firm nothing.
    CHECK(auction_pay({}, 250.0, 1.0, std::log(350.0), std::log(50.0), 100.0) == 0.0);
    CHECK(auction_pay({}, 250.0, 1.0, 5.5, 5.25) == auction_pay({}, 250.0, 1.0, 5.5, 5.25, 0.0));
}

TEST_CASE("the same amount added to every utility changes no pay") {
    AuctionTerms const terms{.bargaining_power = 0.3};
    CHECK(auction_pay(terms, 300.0, 1.0, 5.0, 4.5) ==
          close_to(auction_pay(terms, 300.0, 1.0, 105.0, 104.5)));
}

TEST_CASE("somebody without any other option, and without power, is paid nothing") {
    double const none = -std::numeric_limits<double>::infinity();
    CHECK(auction_pay({}, 300'000.0, 1.0, 12.0, none) == 0.0);
    CHECK(auction_pay({.form = UtilityForm::linear}, 300'000.0, 1.0, 12.0, none) == 0.0);
    CHECK(auction_pay({.form = UtilityForm::linear}, 300.0, 1.0, 300.0, -50.0) == 0.0);
}
