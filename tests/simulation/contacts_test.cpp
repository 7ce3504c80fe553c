#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "engine/simulation/deprivation.hpp"
#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

// What ties, recruiters and referrals do to whole worlds.

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters sociable_world(double researchers = 10'000.0) {
    auto p = small_world(researchers);
    p.mechanisms.ties = true;
    p.mechanisms.relative_deprivation = true;
    p.mechanisms.target_lists = true;
    p.mechanisms.referrals = true;
    p.utility.friends = 0.05;
    p.utility.deprivation = 0.1;
    for (auto& [key, firm] : p.firms) {
        firm.recruiter_capacity = 10.0;
        firm.secrecy = 0.3;
    }
    for (auto& [code, fringe] : p.fringe) {
        fringe.recruiter_capacity = 2.0;
    }
    return p;
}

struct Year {
    Market market;
    std::int64_t moves = 0;
};

Year lived_through(Parameters const& p, Visit order = Visit::forwards) {
    Simulation simulation{p, {}, {.seed = 5}, order};
    Year year;
    for (int month = 0; month != 12; ++month) {
        simulation.step();
        year.moves += static_cast<std::int64_t>(simulation.flows().job_moves.size());
    }
    year.market = simulation.market();
    return year;
}

/// Mean pay of the employed of a tier.
double pay_in(Market const& market, Tier tier) {
    double sum = 0.0;
    double heads = 0.0;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_employed(row) && market.researchers.tier[row] == tier) {
            sum += market.researchers.pay[row];
            heads += 1.0;
        }
    }
    return sum / heads;
}

} // namespace

TEST_CASE("what is said of ties, recruiters and referrals that are off changes no bit") {
    auto p = sociable_world(3'000.0);
    p.mechanisms.ties = false;
    p.mechanisms.relative_deprivation = false;
    p.mechanisms.target_lists = false;
    p.mechanisms.referrals = false;
    auto const with = lived_through(p);
    auto const without = lived_through(small_world(3'000.0));
    CHECK(differences(with.market, without.market) == no_differences);
}

TEST_CASE("ties that nobody acts upon change no bit") {
    auto p = small_world(3'000.0);
    auto const without = lived_through(p);
    p.mechanisms.ties = true;
    auto with = lived_through(p);
    with.market.ties = {};
    CHECK(differences(with.market, without.market) == no_differences);
}

TEST_CASE("a world with ties, deprivation, recruiters and referrals is the same in any order of "
          "visits") {
    auto const p = sociable_world();
    auto const forwards = lived_through(p, Visit::forwards);
    for (Visit const order : {Visit::backwards, Visit::parallel}) {
        auto const other = lived_through(p, order);
        CHECK(differences(other.market, forwards.market) == no_differences);
    }
}

TEST_CASE("recruiters bid up the best, whom they look at, more than the rest") {
    auto p = small_world(10'000.0);
    auto const before = lived_through(p);
    p.mechanisms.target_lists = true;
    for (auto& [code, fringe] : p.fringe) {
        fringe.recruiter_capacity = 10.0;
    }
    auto const after = lived_through(p);
    // Tier A are 5 % of the world, and in a year each is met by several firms instead of by one
    // with probability .4; tier C no recruiter sees. Without recruiters the two worlds are the same
    // bits, so that what differs is their doing; 2 % is room for what reaches C through seats.
    double const rise_of_a = pay_in(after.market, Tier::a) / pay_in(before.market, Tier::a);
    double const rise_of_c = pay_in(after.market, Tier::c) / pay_in(before.market, Tier::c);
    CHECK(rise_of_a > 1.05);
    CHECK(std::abs(rise_of_c - 1.0) < 0.02);
    CHECK(after.moves > before.moves);
}

TEST_CASE("referrals bring more moves, and more where hires are: growth by friends") {
    auto p = small_world(10'000.0);
    p.mechanisms.ties = true;
    auto const before = lived_through(p);
    p.mechanisms.referrals = true;
    p.referrals = {.names = 4, .probability = 1.0};
    auto const after = lived_through(p);
    // About 2,000 hires, each of whom brings up to four contacts: as many again as search finds.
    // Moves are counts; four standard errors of their difference.
    auto const noise = 4.0 * std::sqrt(static_cast<double>(before.moves + after.moves));
    CHECK(static_cast<double>(after.moves - before.moves) > noise);
}

TEST_CASE("deprivation brings more moves") {
    auto p = small_world(10'000.0);
    p.mechanisms.ties = true;
    auto const before = lived_through(p);
    p.mechanisms.relative_deprivation = true;
    p.search.deprivation_response = 2.0;
    p.utility.deprivation = 0.2;
    auto const after = lived_through(p);
    auto const noise = 4.0 * std::sqrt(static_cast<double>(before.moves + after.moves));
    CHECK(static_cast<double>(after.moves - before.moves) > noise);
}

TEST_CASE("mean deprivation asks everybody once a year, and nobody where there are no ties") {
    auto p = sociable_world(6'000.0);
    auto const year = lived_through(p);
    auto const asked_in = [&](Visit order) {
        auto means = mean_deprivation(year.market, 12, order);
        for (double& mean : means) {
            mean = std::isnan(mean) ? -1.0 : mean; // of tiers with few people
        }
        return means;
    };
    auto const asked = asked_in(Visit::forwards);
    CHECK(asked_in(Visit::backwards) == asked);
    CHECK(asked_in(Visit::parallel) == asked);
    std::size_t const best = usa.at() * n_tiers + static_cast<std::size_t>(Tier::a);
    std::size_t const rest = usa.at() * n_tiers + static_cast<std::size_t>(Tier::c);
    CHECK(asked[rest] > asked[best]); // who is below has more above
    Market alone = year.market;
    alone.ties = {};
    CHECK(mean_deprivation(alone, 12, Visit::forwards)[best] == 0.0);
}
