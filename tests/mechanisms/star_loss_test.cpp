#include "engine/mechanisms/star_loss.hpp"

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

} // namespace

TEST_CASE("a star who leaves takes the loss of the collaborators' share of the staff") {
    // 40 of 200 collaborators lose 6 %: 1 - .06 * .2 = .988
    StarLoss const star{.loss = 0.06, .collaborators = 40.0, .recovery_months = 50.0};
    CHECK(output_left_by_stars(star, 1.0, 1.0, 200.0) == close_to(0.988));
    // before it, what was lost has come back by a fiftieth: 1 - .1 * .98 = .902
    CHECK(output_left_by_stars(star, 0.9, 1.0, 200.0) == close_to(0.902 * 0.988));
}

TEST_CASE("the loss depends on stars per head only, so that it is the same in half a world") {
    CHECK(output_left_by_stars({}, 0.97, 2.0, 1000.0) ==
          close_to(output_left_by_stars({}, 0.97, 1.0, 500.0)));
}

TEST_CASE("however many stars leave, nobody loses more than once a month, and all comes back") {
    StarLoss const star{.loss = 0.06, .collaborators = 40.0, .recovery_months = 50.0};
    CHECK(output_left_by_stars(star, 1.0, 1e6, 10.0) == close_to(0.94));
    CHECK(output_left_by_stars(star, 1.0, 0.0, 10.0) == 1.0);
    CHECK(output_left_by_stars(star, 1.0, 1.0, 0.0) == 1.0);
    double left = 0.5;
    for (int month = 0; month != 2000; ++month) {
        left = output_left_by_stars(star, left, 0.0, 10.0);
    }
    CHECK(left == doctest::Approx(1.0).epsilon(1e-9));
    CHECK(output_left_by_stars({.recovery_months = 1.0}, 0.5, 0.0, 10.0) == 1.0);
}
