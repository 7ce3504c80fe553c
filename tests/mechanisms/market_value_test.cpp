#include "engine/mechanisms/market_value.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

/// The word at which this much of all words lie below.
std::uint32_t word_at(double share) { return static_cast<std::uint32_t>(share * 0x1p32); }

} // namespace

TEST_CASE("a boom ends with the one hazard, a bust with the other, each by a word of its own") {
    FinanceParameters const finance{.bust_hazard = 0.25, .recovery_hazard = 0.5};
    std::uint32_t const never = word_at(0.99);
    CHECK(next_regime(Regime::boom, finance, word_at(0.24), never) == Regime::bust);
    CHECK(next_regime(Regime::boom, finance, word_at(0.26), word_at(0.1)) == Regime::boom);
    CHECK(next_regime(Regime::bust, finance, never, word_at(0.49)) == Regime::boom);
    CHECK(next_regime(Regime::bust, finance, word_at(0.1), word_at(0.51)) == Regime::bust);
}

TEST_CASE("hazards of 0 and 1 never and always turn the market") {
    for (std::uint32_t const word : {0U, 0x80000000U, 0xffffffffU}) {
        FinanceParameters const fixed{.bust_hazard = 0.0, .recovery_hazard = 0.0};
        CHECK(next_regime(Regime::boom, fixed, word, word) == Regime::boom);
        CHECK(next_regime(Regime::bust, fixed, word, word) == Regime::bust);
        FinanceParameters const restless{.bust_hazard = 1.0, .recovery_hazard = 1.0};
        CHECK(next_regime(Regime::boom, restless, word, word) == Regime::bust);
        CHECK(next_regime(Regime::bust, restless, word, word) == Regime::boom);
    }
}

TEST_CASE("what follows the multiple is all of it in a boom, to the last bit, and a power of the "
          "ratio in a bust") {
    FinanceParameters const finance{.boom_multiple = 16.0, .bust_multiple = 4.0};
    CHECK(multiple_of(Regime::boom, finance) == 16.0);
    CHECK(multiple_of(Regime::bust, finance) == 4.0);
    CHECK(relative_to_boom(Regime::boom, 0.3, finance) == 1.0);
    CHECK(relative_to_boom(Regime::bust, 0.5, finance) == close_to(0.5)); // sqrt(4/16)
    CHECK(relative_to_boom(Regime::bust, 0.0, finance) == 1.0);

    FinanceParameters const in_other_units{.boom_multiple = 1.6, .bust_multiple = 0.4};
    CHECK(relative_to_boom(Regime::bust, 0.7, in_other_units) ==
          close_to(relative_to_boom(Regime::bust, 0.7, finance)));
}

TEST_CASE("a full pool is kept by full spending, to the last bit") {
    for (double const own : {0.0, 0.1, 1.0 / 3.0, 123'456.789}) {
        CHECK(pool_change(own, 0.0, 1.0, 0.2) == 0.0);
    }
}

TEST_CASE("without spending a pool wears out, and spending half of what keeps it ends at half") {
    // A fifth wears out in a year, a sixtieth in a month.
    CHECK(pool_change(600.0, 0.0, 0.0, 0.2) == close_to(-10.0));
    // In the second year 500 of 600 are left; half of 10 is bought, 500/60 wears out.
    CHECK(pool_change(500.0, 100.0, 0.5, 0.2) == close_to(5.0 - 500.0 / 60.0));
    double own = 600.0;
    for (int month = 0; month != 3000; ++month) {
        own += pool_change(own, 600.0 - own, 0.5, 0.2);
    }
    CHECK(own == close_to(300.0)); // (1 - 1/60)^3000 of the distance is left, 1e-22
}

TEST_CASE("a pool twice as large changes twice as much") {
    CHECK(pool_change(800.0, 400.0, 0.7, 0.3) ==
          close_to(2.0 * pool_change(400.0, 200.0, 0.7, 0.3)));
}

TEST_CASE("a lag of n months goes one part in n of the way") {
    CHECK(step_towards(1.0, 0.4, 12.0) == close_to(0.05));
    CHECK(step_towards(0.4, 0.4, 12.0) == 0.0);
    CHECK(step_towards(0.4, 1.0, 1.0) == close_to(-0.6));
}
