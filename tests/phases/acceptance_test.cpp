#include "engine/phases/acceptance.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <tuple>

#include <doctest/doctest.h>

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// People, firms and what is on the table, all at random; nothing else of a market.
struct Fair {
    Market market;
    Contests contests;
};

Fair random_fair(std::size_t people, std::size_t firms, std::int64_t seats, std::uint32_t bids,
                 bool surplus_ties = false, std::uint64_t seed = 1) {
    Fair fair;
    fair.market.researchers.resize(people);
    fair.market.firms.resize(firms);
    RandomKey const key = key_of(seed);
    for (std::size_t f = 0; f != firms; ++f) {
        FirmRow const row{f};
        fair.market.firms.key[row] = static_cast<std::uint32_t>(1000 + f);
        fair.market.firms.open_seats[row] = seats + static_cast<std::int64_t>(f % 3);
    }
    for (std::size_t i = 0; i != people; ++i) {
        fair.market.researchers.identity[ResearcherRow{i}] = 500 + i;
        Contest contest{.who = ResearcherRow{i},
                        .first = static_cast<std::uint32_t>(fair.contests.bids.size()),
                        .bids = bids};
        auto const dice = key.words({.who = i, .why = Draw::talent});
        contest.ranked = dice[0] % (bids + 1);
        // Different firms, best first: a random walk over the firms with a stride prime to them.
        std::uint32_t const start = dice[1] % static_cast<std::uint32_t>(firms);
        for (std::uint32_t k = 0; k != bids; ++k) {
            auto const words = key.words({.who = i, .whom = k, .why = Draw::search});
            fair.contests.bids.push_back({.firm = FirmRow{(start + 7 * k) % firms},
                                          .is_ranked = k < contest.ranked,
                                          .value = surplus_ties ? 5.0 : 5.0 + uniform(words[0]),
                                          .pay = surplus_ties ? 4.0 : 4.0 + uniform(words[1])});
        }
        fair.contests.contests.push_back(contest);
    }
    return fair;
}

/// The order in which a firm prefers a bid: V - pay, then hashed priority; the lower the better.
using Preference = std::tuple<double, std::uint32_t, Identity>;

Preference standing(Fair const& fair, std::uint32_t contest, std::uint32_t bid, Step const& step) {
    Bid const& one = fair.contests.bids[bid];
    Identity const identity = fair.market.researchers.identity[fair.contests.contests[contest].who];
    return {one.pay - one.value,
            step.words(identity, Draw::seat_priority, fair.market.firms.key[one.firm])[0],
            identity};
}

/// Gale & Shapley (1962), section 3, one proposal at a time.
Matching textbook(Fair const& fair, Step const& step) {
    auto const& contests = fair.contests.contests;
    Matching matching(contests.size(), no_bid);
    std::vector<std::uint32_t> next(contests.size(), 0);
    std::map<FirmRow, std::map<Preference, std::uint32_t>> held; // contests, the best first
    std::deque<std::uint32_t> free;
    for (std::uint32_t c = 0; c != contests.size(); ++c) {
        free.push_back(c);
    }
    while (!free.empty()) {
        std::uint32_t const c = free.front();
        free.pop_front();
        if (next[c] == contests[c].ranked) {
            matching[c] = no_bid;
            continue;
        }
        std::uint32_t const bid = contests[c].first + next[c]++;
        FirmRow const firm = fair.contests.bids[bid].firm;
        auto& places = held[firm];
        places[standing(fair, c, bid, step)] = c;
        matching[c] = bid;
        if (static_cast<std::int64_t>(places.size()) > fair.market.firms.open_seats[firm]) {
            auto const worst = std::prev(places.end());
            free.push_back(worst->second);
            places.erase(worst);
        }
    }
    return matching;
}

Matching matched(Fair const& fair, Step const& step = step_at()) {
    Matching matching;
    Acceptance{}.match(fair.market, fair.contests, step, matching);
    return matching;
}

std::vector<std::int64_t> hires(Fair const& fair, Matching const& matching) {
    std::vector<std::int64_t> counts(fair.market.firms.size(), 0);
    for (std::uint32_t const bid : matching) {
        if (bid != no_bid) {
            ++counts[fair.contests.bids[bid].firm.at()];
        }
    }
    return counts;
}

} // namespace

TEST_CASE("acceptance is what a serial textbook deferred acceptance finds") {
    for (std::uint64_t const seed : {1U, 2U, 3U, 4U, 5U}) {
        CAPTURE(seed);
        auto const fair = random_fair(3000, 30, 40, 6, false, seed);
        auto const matching = matched(fair);
        CHECK(matching == textbook(fair, step_at()));
        CHECK(std::count(matching.begin(), matching.end(), no_bid) > 300); // seats do bind
    }
    auto const ties = random_fair(3000, 30, 40, 6, true);
    CHECK(matched(ties) == textbook(ties, step_at()));
}

TEST_CASE("no firm hires more people than it has seats, and one without seats nobody") {
    auto fair = random_fair(3000, 30, 0, 6);
    auto const counts = hires(fair, matched(fair));
    for (std::size_t f = 0; f != counts.size(); ++f) {
        CHECK(counts[f] <= fair.market.firms.open_seats[FirmRow{f}]);
    }
    CHECK(counts[0] == 0);
    CHECK(counts[2] == 2);
}

TEST_CASE("no researcher and no firm would rather have each other") {
    auto const fair = random_fair(3000, 30, 40, 6);
    auto const step = step_at();
    auto const matching = matched(fair, step);
    auto const counts = hires(fair, matching);
    std::map<FirmRow, Preference> worst_held;
    for (std::uint32_t c = 0; c != matching.size(); ++c) {
        if (matching[c] != no_bid) {
            FirmRow const firm = fair.contests.bids[matching[c]].firm;
            auto const its = standing(fair, c, matching[c], step);
            worst_held[firm] = worst_held.contains(firm) ? std::max(worst_held[firm], its) : its;
        }
    }
    std::size_t blocking = 0;
    for (std::uint32_t c = 0; c != matching.size(); ++c) {
        Contest const& contest = fair.contests.contests[c];
        std::uint32_t const end =
            matching[c] == no_bid ? contest.first + contest.ranked : matching[c];
        for (std::uint32_t bid = contest.first; bid != end; ++bid) {
            FirmRow const firm = fair.contests.bids[bid].firm;
            bool const has_seat = counts[firm.at()] < fair.market.firms.open_seats[firm];
            bool const would_swap = standing(fair, c, bid, step) < worst_held[firm];
            blocking += has_seat || would_swap ? 1 : 0;
        }
    }
    CHECK(blocking == 0);
}

TEST_CASE("where seats do not bind everybody gets the best bid") {
    auto const fair = random_fair(1000, 30, 1000, 6);
    auto const matching = matched(fair);
    for (std::size_t c = 0; c != matching.size(); ++c) {
        Contest const& contest = fair.contests.contests[c];
        CHECK(matching[c] == (contest.ranked > 0 ? contest.first : no_bid));
    }
}

TEST_CASE("people standing in another order end up in the same places") {
    auto fair = random_fair(2000, 30, 20, 6, true);
    auto const matching = matched(fair);
    Fair turned = fair;
    std::reverse(turned.contests.contests.begin(), turned.contests.contests.end());
    auto again = matched(turned);
    std::reverse(again.begin(), again.end());
    CHECK(again == matching);
}

TEST_CASE("contested seats are not the privilege of early rows") {
    std::size_t const people = 20'000;
    auto fair = random_fair(people, 1, 1000, 1, true);
    for (Contest& contest : fair.contests.contests) {
        contest.ranked = 1; // everybody wants in, and everybody is as good
    }
    auto const matching = matched(fair);
    double rows = 0.0;
    double hired = 0.0;
    for (std::size_t c = 0; c != matching.size(); ++c) {
        rows += matching[c] == no_bid ? 0.0 : static_cast<double>(c);
        hired += matching[c] == no_bid ? 0.0 : 1.0;
    }
    CHECK(hired == 1000.0);
    // Mean row of 1000 drawn without replacement out of 20,000; four standard errors.
    double const sd = 20'000.0 / std::sqrt(12.0 * 1000.0) * std::sqrt(0.95);
    CHECK(std::abs(rows / hired - (people - 1) / 2.0) < 4.0 * sd);

    auto const next_month = matched(fair, step_at(4)); // the lot falls anew every month
    CHECK(next_month != matching);
}

TEST_CASE("of two bidders for a seat the one with more value above pay has it") {
    auto fair = random_fair(2, 1, 1, 1);
    for (Contest& contest : fair.contests.contests) {
        contest.ranked = 1;
    }
    fair.contests.bids[0].value = 300.0; // worth more
    fair.contests.bids[0].pay = 290.0;
    fair.contests.bids[1].value = 200.0; // but dearer
    fair.contests.bids[1].pay = 150.0;
    CHECK(matched(fair) == Matching{no_bid, 1});
}
