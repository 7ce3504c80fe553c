#include "engine/validation/inclusion.hpp"

#include <algorithm>
#include <numeric>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x, double relative = 1e-12) {
    return doctest::Approx(x).epsilon(relative).scale(0);
}

} // namespace

TEST_CASE("two stages: the closed form counts all orders in which seven can stand") {
    constexpr std::int64_t n = 7;
    constexpr std::int64_t advanced = 3;
    for (DrawPlaces const places : {DrawPlaces{2, 1}, DrawPlaces{4, 2}, DrawPlaces{3, 3},
                                    DrawPlaces{9, 1}, DrawPlaces{0, 0}}) {
        CAPTURE(places.regular);
        std::vector<int> rank(n);
        std::iota(rank.begin(), rank.end(), 0);
        std::int64_t orders = 0;
        std::int64_t of_advanced = 0;
        std::int64_t of_others = 0;
        do {
            std::vector<Registration> registrations;
            for (std::int64_t i = 0; i != n; ++i) {
                registrations.push_back({.key = rank[static_cast<std::size_t>(i)] * 1.0,
                                         .identity = static_cast<std::uint64_t>(i),
                                         .is_advanced = i < advanced});
            }
            auto const drawn = draw_in_two_stages(registrations, places);
            auto const is_in = [](DrawnIn stage) { return stage != DrawnIn::neither; };
            of_advanced += std::count_if(drawn.begin(), drawn.begin() + advanced, is_in);
            of_others += std::count_if(drawn.begin() + advanced, drawn.end(), is_in);
            ++orders;
        } while (std::next_permutation(rank.begin(), rank.end()));
        auto const theory = two_stage_inclusion(n, advanced, places);
        auto const share = [&](std::int64_t count, std::int64_t of) {
            return static_cast<double>(count) / static_cast<double>(of * orders);
        };
        CHECK(theory.advanced == doctest::Approx(share(of_advanced, advanced)).epsilon(1e-12));
        CHECK(theory.others == doctest::Approx(share(of_others, n - advanced)).epsilon(1e-12));
    }
}

TEST_CASE("at the size of the statute the advanced have the places of both stages") {
    auto const theory =
        two_stage_inclusion(470'342, 268'094, {.regular = 65'000, .advanced = 20'000});
    CHECK(theory.others == close_to(65'000.0 / 470'342.0));
    CHECK(theory.advanced == close_to(65'000.0 / 470'342.0 + 20'000.0 / 268'094.0, 1e-9));
}

TEST_CASE("by hand: two of three drawn by weights 1, 2, 3") {
    auto const found = weighted_inclusion({{1.0, 1}, {2.0, 1}, {3.0, 1}}, 2);
    // First, or second after each of the others: 1/6 + 2/6 1/4 + 3/6 1/3, and so on.
    CHECK(found[0] == close_to(1.0 / 6.0 + 1.0 / 12.0 + 1.0 / 6.0));
    CHECK(found[1] == close_to(2.0 / 6.0 + 1.0 / 6.0 * 2.0 / 5.0 + 3.0 / 6.0 * 2.0 / 3.0));
    CHECK(found[2] == close_to(3.0 / 6.0 + 1.0 / 6.0 * 3.0 / 5.0 + 2.0 / 6.0 * 3.0 / 4.0));
}

TEST_CASE("inclusion adds up to the places, is a share where weights are equal, and one where "
          "all are drawn") {
    std::vector<WeightGroup> const groups{{1.0, 4}, {2.5, 3}, {4.0, 5}};
    auto const found = weighted_inclusion(groups, 6);
    CHECK(4.0 * found[0] + 3.0 * found[1] + 5.0 * found[2] == close_to(6.0));
    CHECK(found[0] < found[1]);
    CHECK(found[1] < found[2]);
    CHECK(found[2] / found[0] < 4.0); // no linear shares
    for (double const share : weighted_inclusion({{2.0, 3}, {2.0, 5}}, 2)) {
        CHECK(share == close_to(0.25));
    }
    for (double const share : weighted_inclusion(groups, 20)) {
        CHECK(share == close_to(1.0));
    }
}

TEST_CASE("for many registrations the exact probabilities approach those of the limit as 1/n") {
    auto const distance = [](std::int64_t size) {
        std::vector<WeightGroup> const groups{{1.0, size}, {4.0, size}};
        return weighted_inclusion(groups, size)[1] - weighted_inclusion_of_many(groups, size)[1];
    };
    double const at_10 = distance(10);
    double const at_40 = distance(40);
    CHECK(at_10 != 0.0);
    CHECK(at_10 / at_40 == doctest::Approx(4.0).epsilon(0.1));
}
