#include "engine/mechanisms/procurement.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("the operator is the one with the best score of units per money and stability") {
    // scores at w = .3: .7 + .3 * .5/.9 = .8667; .7 * 40/50 + .3 = .86; .7 * 30/50 + .3 * 8/9 =
    // .687
    std::vector<OperatorOffer> const offers{{.units_per_money = 50.0, .stability = 0.5},
                                            {.units_per_money = 40.0, .stability = 0.9},
                                            {.units_per_money = 30.0, .stability = 0.8}};
    CHECK(best_operator(offers, 0.3) == 0U);
    CHECK(best_operator(offers, 0.32) == 1U); // .68 + .32 * .5/.9 = .858 < .68 * .8 + .32 = .864
    CHECK(best_operator(offers, 0.0) == 0U);
    CHECK(best_operator(offers, 1.0) == 1U);
}

TEST_CASE("an operator wins in whatever currency and scale of scores, and wherever it stands") {
    std::vector<OperatorOffer> offers{{.units_per_money = 50.0, .stability = 0.2},
                                      {.units_per_money = 40.0, .stability = 0.4},
                                      {.units_per_money = 10.0, .stability = 0.5}};
    auto const winner = best_operator(offers, 0.4);
    REQUIRE(winner);
    double const units = offers[*winner].units_per_money;
    for (OperatorOffer& offer : offers) {
        offer.units_per_money *= 1300.0;
        offer.stability *= 2.0;
    }
    CHECK(offers[best_operator(offers, 0.4).value()].units_per_money == close_to(1300.0 * units));
    std::reverse(offers.begin(), offers.end());
    CHECK(offers[best_operator(offers, 0.4).value()].units_per_money == close_to(1300.0 * units));
}

TEST_CASE("equal offers go by priority, and without offers there is no operator") {
    CHECK(best_operator(std::vector<OperatorOffer>{{1.0, 1.0, 7}, {1.0, 1.0, 3}, {1.0, 1.0, 5}},
                        0.3) == 1U);
    CHECK(best_operator(std::vector<OperatorOffer>{{0.0, 0.0, 7}, {0.0, 0.0, 3}}, 0.3) == 1U);
    CHECK_FALSE(best_operator({}, 0.3));
}

TEST_CASE(
    "sectors get their shares of a pool, and those without staff leave theirs to the others") {
    CHECK(divided_by_sector({0.5, 0.3, 0.2}, {10.0, 10.0, 10.0}) == BySector{0.5, 0.3, 0.2});
    auto const divided = divided_by_sector({0.5, 0.3, 0.2}, {10.0, 0.0, 1.0});
    CHECK(divided[0] == close_to(5.0 / 7.0));
    CHECK(divided[1] == 0.0);
    CHECK(divided[2] == close_to(2.0 / 7.0));
    CHECK(divided_by_sector({0.0, 1.0, 0.0}, {10.0, 0.0, 1.0}) == BySector{});
}

TEST_CASE("a cap licenses what it has room for") {
    double const no_cap = std::numeric_limits<double>::infinity();
    CHECK(licensed_share(no_cap, 1e9, 1e9) == 1.0);
    CHECK(licensed_share(100.0, 40.0, 60.0) == 1.0);
    CHECK(licensed_share(100.0, 40.0, 120.0) == close_to(0.5));
    CHECK(licensed_share(100.0, 140.0, 120.0) == 0.0);
    CHECK(licensed_share(0.0, 0.0, 0.0) == 1.0); // of nothing
}
