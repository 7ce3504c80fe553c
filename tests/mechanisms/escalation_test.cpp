#include "engine/mechanisms/escalation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "engine/core/random.hpp"

using namespace talentsim;

namespace {

constexpr std::int64_t plenty = 1'000'000;
constexpr double none = -std::numeric_limits<double>::infinity();

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

Escalation contest(std::vector<Bidder> bidders, std::int64_t rounds = plenty) {
    return escalate(bidders, rounds);
}

/// Bidders with caps drawn from (1, 2), who open at 0.
std::vector<Bidder> drawn_bidders(std::uint64_t who, std::size_t n, double step) {
    RandomKey const key{{.seed = 11}};
    std::vector<Bidder> bidders;
    for (std::uint32_t j = 0; j != n; ++j) {
        auto const words = key.words({.who = who, .whom = j});
        bidders.push_back(
            {.cap = 1.0 + uniform(words[0], words[1]), .step = step, .precedence = words[2]});
    }
    return bidders;
}

} // namespace

TEST_CASE("by hand: two firms raise in turns until one cannot") {
    // Caps 5.5 and 4.2, steps of 1, both open at 1 and the second one's offer stands: 1 (b), 2 (a),
    // 3 (b), 4 (a), and b would have to offer 5.
    std::vector<Bidder> const bidders{
        {.opening = 1.0, .cap = 5.5, .step = 1.0, .precedence = 2},
        {.opening = 1.0, .cap = 4.2, .step = 1.0, .precedence = 1},
    };
    Escalation const end = contest(bidders);
    CHECK(end.winner == 0);
    CHECK(end.bid == 4.0);
    CHECK(end.runner_up == 3.0);
    CHECK(end.raises == 3);

    SUBCASE("when the rounds run out, the offer that stands wins") {
        CHECK(contest(bidders, 0).winner == 1);
        CHECK(contest(bidders, 0).bid == 1.0);
        CHECK(contest(bidders, 0).raises == 0);
        CHECK(contest(bidders, 2).winner == 1);
        CHECK(contest(bidders, 2).bid == 3.0);
    }
    SUBCASE("a chief executive leaps at the first refusal, once, and no further than the cap") {
        auto leaping = bidders;
        leaping[0].leap = 2.5; // 1 (b), 3.5 (a), and b would have to offer 4.5
        CHECK(contest(leaping).bid == 3.5);
        CHECK(contest(leaping).winner == 0);
        leaping[0].leap = 100.0;
        CHECK(contest(leaping).bid == 5.5);
        leaping[0].leap = 1.5; // 1 (b), 2.5 (a), 3.5 (b), 4.5 (a)
        CHECK(contest(leaping).bid == 4.5);
        leaping[0].leap = 0.5; // no less than a step
        CHECK(contest(leaping).bid == 4.0);
        leaping[1].leap = 100.0; // 1 (b), 2 (a), 4.2 (b), 5.2 (a)
        CHECK(contest(leaping).bid == doctest::Approx(5.2));
    }
    SUBCASE("one who makes an offer and never raises it, like joblessness, is outbid") {
        auto const end_with =
            contest({bidders[0], bidders[1], {.opening = 4.5, .cap = 4.5, .step = no_step}});
        CHECK(end_with.winner == 0); // 4.5, 5.5 (a)
        CHECK(end_with.bid == 5.5);
        CHECK(end_with.runner_up == 4.5);
    }
}

TEST_CASE("a step can be too large to tell two caps apart: the first to hold the offer wins") {
    std::vector<Bidder> bidders{{.cap = 0.9, .step = 1.0, .precedence = 2},
                                {.cap = 0.5, .step = 1.0, .precedence = 1}};
    CHECK(contest(bidders).winner == 1);
    CHECK(contest(bidders).bid == 0.0);
    bidders[1].precedence = 3;
    CHECK(contest(bidders).winner == 0);
}

TEST_CASE(
    "with enough rounds the price is within one step of the second-highest cap, and no winner "
    "a step below the highest") {
    for (double const step : {0.7, 0.1, 0.003}) {
        for (std::size_t const n : {2U, 3U, 7U}) {
            double furthest = 0.0;
            double worst = 0.0;
            for (std::uint64_t who = 0; who != 300; ++who) {
                auto bidders = drawn_bidders(who, n, step);
                Escalation const end = contest(bidders);
                double const winner = bidders[end.winner].cap;
                std::sort(bidders.begin(), bidders.end(),
                          [](Bidder const& a, Bidder const& b) { return a.cap > b.cap; });
                furthest = std::max(furthest, std::abs(end.bid - bidders[1].cap));
                worst = std::max(worst, bidders[0].cap - winner);
            }
            CAPTURE(step);
            CHECK(furthest <= step * (1.0 + 1e-9)); // raises add up with rounding
            CHECK(worst < step * (1.0 + 1e-9));
        }
    }
}

TEST_CASE("it takes (cap - opening)/step rounds to get there, and fewer leave the price below") {
    std::vector<Bidder> const bidders{{.cap = 10.0, .step = 0.25, .precedence = 1},
                                      {.cap = 8.0, .step = 0.25, .precedence = 2}};
    CHECK(contest(bidders, 32).bid == 8.0);
    CHECK(contest(bidders, 31).bid == 7.75);
    CHECK(contest(bidders, plenty).bid <= 8.25);
}

TEST_CASE("the same amount added to every offer and cap changes neither winner nor raises") {
    for (std::uint64_t who = 0; who != 50; ++who) {
        auto bidders = drawn_bidders(who, 4, 0.125);
        Escalation const before = contest(bidders);
        for (Bidder& bidder : bidders) {
            bidder.opening += 16.0;
            bidder.cap += 16.0;
        }
        Escalation const after = contest(bidders);
        CHECK(after.winner == before.winner);
        CHECK(after.raises == before.raises);
        CHECK(after.bid == close_to(before.bid + 16.0));
    }
}

TEST_CASE("in whatever order bidders stand, the same one wins at the same price") {
    for (std::uint64_t who = 0; who != 50; ++who) {
        auto bidders = drawn_bidders(who, 5, 0.06);
        Escalation const before = contest(bidders);
        double const winner = bidders[before.winner].cap;
        std::reverse(bidders.begin(), bidders.end());
        Escalation const after = contest(bidders);
        CHECK(bidders[after.winner].cap == winner);
        CHECK(after.bid == before.bid);
        CHECK(after.runner_up == before.runner_up);
        CHECK(after.raises == before.raises);
    }
}

TEST_CASE("alone, nobody raises, and there is no runner-up") {
    Escalation const end = contest({{.opening = 2.0, .cap = 5.0, .step = 1.0, .leap = 9.0}});
    CHECK(end.winner == 0);
    CHECK(end.bid == 2.0);
    CHECK(end.raises == 0);
    CHECK(end.runner_up == none);
    Escalation const against_nothing = contest({{.opening = none, .cap = none, .step = no_step},
                                                {.opening = 2.0, .cap = 5.0, .step = 1.0}});
    CHECK(against_nothing.winner == 1);
    CHECK(against_nothing.bid == 2.0);
    CHECK(against_nothing.raises == 0);
}

TEST_CASE("a raise multiplies pay, or where utility is linear adds a share of the cap") {
    AuctionTerms const log_terms{.pay_weight = 2.0};
    CHECK(utility_of_raise(log_terms, 1.5, 300.0, 0.5) == close_to(2.0 * std::log(1.5)));
    CHECK(utility_of_share(log_terms, 0.7, 300.0, 0.5, 20.0) ==
          close_to(20.0 + 2.0 * std::log(0.7)));
    AuctionTerms const linear{.form = UtilityForm::linear, .pay_weight = 2.0};
    CHECK(utility_of_raise(linear, 1.5, 300.0, 0.5) == close_to(2.0 * 0.5 * 150.0));
    CHECK(utility_of_share(linear, 0.7, 300.0, 0.5, 400.0) == close_to(400.0 - 2.0 * 0.5 * 90.0));
}
