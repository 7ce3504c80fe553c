#include "engine/mechanisms/rumour.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("secrecy damps what is told, and a leak tells everything") {
    CHECK(telling_probability(0.3, 0.0, false) == 0.3);
    CHECK(telling_probability(0.3, 0.25, false) == close_to(0.225)); // .3 * .75
    CHECK(telling_probability(0.3, 1.0, false) == 0.0);
    CHECK(telling_probability(0.3, 1.0, true) == 1.0);
    CHECK(telling_probability(0.0, 0.0, true) == 1.0);
}

TEST_CASE("terms come to what the firm would pay for one's own talent") {
    // Three times the talent at h = 2: nine times 100; told as twice of that.
    CHECK(worth_by_hearsay(100.0, 2.0, std::log(6.0), std::log(2.0), 0.0) == close_to(900.0));
    CHECK(worth_by_hearsay(100.0, 2.0, std::log(6.0), std::log(2.0), std::log(2.0)) ==
          close_to(1800.0));
    CHECK(worth_by_hearsay(100.0, 0.0, 5.0, -3.0, 0.0) == 100.0); // where talent does not count
}

TEST_CASE("only the ratio of talents counts, and terms are told in proportion") {
    double const told = worth_by_hearsay(70.0, 0.8, 1.2, 0.3, 0.1);
    CHECK(worth_by_hearsay(70.0, 0.8, 6.2, 5.3, 0.1) == close_to(told));
    CHECK(worth_by_hearsay(210.0, 0.8, 1.2, 0.3, 0.1) == close_to(3.0 * told));
    CHECK(worth_by_hearsay(0.0, 0.8, 1.2, 0.3, 0.1) == 0.0);
}

TEST_CASE("a firm is asked for pay that is worth as much, or for all that it can give") {
    CHECK(pay_asked(60.0, 0.6, 150.0) == close_to(100.0));
    CHECK(pay_asked(60.0, 0.6, 80.0) == 80.0);
    CHECK(pay_asked(60.0, 0.6, 0.0) == 0.0);
    CHECK(pay_asked(0.0, 0.6, 150.0) == 0.0);
    CHECK(pay_asked(3.0 * 60.0, 3.0 * 0.6, 150.0) == close_to(100.0)); // in any currency
}

TEST_CASE("secrecy takes autonomy in proportion") {
    CHECK(autonomy_in_secrecy(0.8, 0.5, 0.4) == close_to(0.64)); // .8 * (1 - .2)
    CHECK(autonomy_in_secrecy(0.8, 0.0, 1.0) == 0.8);
    CHECK(autonomy_in_secrecy(0.8, 1.0, 0.0) == 0.8);
    CHECK(autonomy_in_secrecy(0.8, 1.0, 1.0) == 0.0);
}
