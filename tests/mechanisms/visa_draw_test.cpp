#include "engine/mechanisms/visa_draw.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using talentsim::draw_in_two_stages;
using talentsim::draw_key;
using talentsim::DrawnIn;
using talentsim::Registration;

namespace {

using Drawn = std::vector<DrawnIn>;
constexpr DrawnIn out = DrawnIn::neither;
constexpr DrawnIn regular = DrawnIn::regular;
constexpr DrawnIn advanced = DrawnIn::advanced;

/// Five registrations, of whom the second, fourth and fifth are advanced.
std::vector<Registration> five() {
    return {{.key = -1.0, .identity = 1},
            {.key = -5.0, .identity = 2, .is_advanced = true},
            {.key = -2.0, .identity = 3},
            {.key = -3.0, .identity = 4, .is_advanced = true},
            {.key = -4.0, .identity = 5, .is_advanced = true}};
}

} // namespace

TEST_CASE("by hand: all compete for the regular places, then the advanced among those left") {
    CHECK(draw_in_two_stages(five(), {.regular = 2, .advanced = 1}) ==
          Drawn{regular, out, regular, advanced, out});
    CHECK(draw_in_two_stages(five(), {.regular = 3, .advanced = 1}) ==
          Drawn{regular, out, regular, regular, advanced});
    CHECK(draw_in_two_stages(five(), {.regular = 0, .advanced = 2}) ==
          Drawn{out, out, out, advanced, advanced});
}

TEST_CASE("places left over in one stage are not filled in the other") {
    CHECK(draw_in_two_stages(five(), {.regular = 0, .advanced = 9}) ==
          Drawn{out, advanced, out, advanced, advanced});
    CHECK(draw_in_two_stages(five(), {.regular = 9, .advanced = 9}) ==
          Drawn{regular, regular, regular, regular, regular});
    CHECK(draw_in_two_stages(five(), {}) == Drawn{out, out, out, out, out});
    CHECK(draw_in_two_stages({}, {.regular = 3, .advanced = 3}).empty());
}

TEST_CASE("who is drawn does not depend on the order of registrations, and ties go by identity") {
    auto registrations = five();
    registrations[3].key = registrations[4].key = registrations[2].key;
    auto const forwards = draw_in_two_stages(registrations, {.regular = 3, .advanced = 1});
    CHECK(forwards == Drawn{regular, out, regular, regular, advanced});
    std::reverse(registrations.begin(), registrations.end());
    auto backwards = draw_in_two_stages(registrations, {.regular = 3, .advanced = 1});
    std::reverse(backwards.begin(), backwards.end());
    CHECK(backwards == forwards);
}

TEST_CASE("a key is the logarithm of u^(1/w): twice the weight goes first with probability 2/3") {
    CHECK(draw_key(0.25, 2.0) == doctest::Approx(std::log(0.5)).epsilon(1e-14).scale(0));
    // u1^(1/2) > u2 where u1 > u2^2, over a grid of both: the integral of 1 - u^2 is 2/3.
    constexpr int n = 400;
    int first = 0;
    for (int i = 0; i != n; ++i) {
        for (int k = 0; k != n; ++k) {
            first += draw_key((i + 0.5) / n, 2.0) > draw_key((k + 0.5) / n, 1.0) ? 1 : 0;
        }
    }
    // The boundary crosses at most 2n of the n^2 cells, half of each wrongly.
    CHECK(std::abs(static_cast<double>(first) / (n * n) - 2.0 / 3.0) < 1.0 / n);
}

TEST_CASE("a common factor of the weights changes no order, and small u do not underflow") {
    double const tiny = 0x1p-53;
    CHECK(draw_key(tiny, 1e-300) < draw_key(2.0 * tiny, 1e-300));
    CHECK(draw_key(tiny, 1e-300) > -std::numeric_limits<double>::infinity());
    for (double const u : {0.1, 0.5, 0.9}) {
        CHECK((draw_key(u, 3.0) < draw_key(0.6, 1.0)) == (draw_key(u, 6.0) < draw_key(0.6, 2.0)));
    }
}
