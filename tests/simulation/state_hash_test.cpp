#include "engine/simulation/state_hash.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/phases/person.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

std::uint64_t hash(Market const& market, Visit order = Visit::forwards) {
    return state_hash(market, order);
}

} // namespace

TEST_CASE("the hash of a state moves with anything that is known of a person or a firm") {
    Market const market = found_market(small_world(1'000.0), key_of(), Visit::forwards);
    ResearcherRow const who{17};
    auto const moves_with = [&](auto const& change) {
        Market changed = market;
        change(changed);
        return hash(changed) != hash(market);
    };
    CHECK_FALSE(moves_with([](Market&) {}));
    CHECK(moves_with([&](Market& m) { m.researchers.pay[who] += 1e-9; }));
    CHECK(moves_with([&](Market& m) { ++m.researchers.gpu_grant[who]; }));
    CHECK(moves_with([&](Market& m) { --m.researchers.born[who]; }));
    CHECK(moves_with([&](Market& m) { m.researchers.mission[who] *= -1.0F; }));
    CHECK(moves_with([&](Market& m) { m.researchers.weights[who].peers *= 2.0F; }));
    CHECK(moves_with([&](Market& m) { m.researchers.best_outside[who] = 3.0; }));
    CHECK(moves_with([&](Market& m) { remove(m, who); }));
    CHECK(moves_with([](Market& m) { m.firms.productivity[brain] *= 1.0 + 1e-15; }));
    CHECK(moves_with([](Market& m) { m.firms.own_gpus[acme] += 1.0; }));
    // Two people who swap pay are not the same people.
    CHECK(moves_with([&](Market& m) {
        m.researchers.pay[ResearcherRow{0}] += 1.0; // in case they earn the same
        std::swap(m.researchers.pay[who], m.researchers.pay[ResearcherRow{0}]);
    }));
}

TEST_CASE("where contracts vest it moves with equity and with what firms owe; where not, it is as "
          "before") {
    auto p = small_world(1'000.0);
    Market const without = found_market(p, key_of(), Visit::forwards);
    p.mechanisms.contracts = true;
    Market const market = found_market(p, key_of(), Visit::forwards);
    ResearcherRow const who{17};
    auto const moves_with = [&](auto const& change) {
        Market changed = market;
        change(changed);
        return hash(changed) != hash(market);
    };
    CHECK(moves_with([&](Market& m) { m.contracts.equity[who] += 1.0F; }));
    CHECK(moves_with([&](Market& m) { --m.contracts.granted[who]; }));
    CHECK(moves_with([&](Market& m) { m.researchers.pending_move[who].is_front_loaded = true; }));
    CHECK(moves_with([](Market& m) { ++m.firms.poached[acme][1]; }));
    CHECK(moves_with([](Market& m) { m.firms.retention_month[acme] = 3; }));
    CHECK(moves_with([](Market& m) { m.firms.retention_owed[acme] = 1.0; }));
    CHECK(hash(market, Visit::parallel) == hash(market));
    CHECK(hash(market, Visit::backwards) == hash(market));
    Market emptied = market;
    emptied.contracts = {};
    CHECK(hash(emptied) == hash(without));
}

TEST_CASE("where terms are talked about it moves with what is heard; where not, it is as before") {
    Market const without = found_market(small_world(1'000.0), key_of(), Visit::forwards);
    Market market = without;
    market.rumours.is_kept = true;
    market.rumours.resize(market.researchers.size());
    auto const silent = hash(market);
    CHECK(silent != hash(without));
    market.rumours.worth[ResearcherRow{17}] = 5.0F;
    auto const told = hash(market);
    CHECK(told != silent);
    market.rumours.heard[ResearcherRow{17}] = 2;
    CHECK(hash(market) != told);
    CHECK(hash(market, Visit::parallel) == hash(market));
    CHECK(hash(market, Visit::backwards) == hash(market));
}

TEST_CASE("it moves with premiums, approaches, founders, seats acquired and faculties") {
    Market market = found_market(small_world(1'000.0), key_of(), Visit::forwards);
    auto const without = hash(market);
    market.retentions.push_back({.who = ResearcherRow{17},
                                 .identity = Identity{1'017},
                                 .employer = acme,
                                 .until = 30,
                                 .since = 6,
                                 .pay = 150.0,
                                 .without = 100.0});
    market.approaches.push_back(
        {.who = ResearcherRow{18}, .identity = Identity{1'018}, .firm = acme});
    market.ventures.push_back({.who = ResearcherRow{19}, .identity = Identity{1'019}, .until = 24});
    market.firms.seats_acquired[acme] = 3;
    market.countries.faculty_reference[usa] = 7.0;
    auto const moves_with = [&](auto const& change) {
        Market changed = market;
        change(changed);
        return hash(changed) != hash(market);
    };
    CHECK(moves_with([](Market& m) { m.retentions.front().identity = Identity{1'020}; }));
    CHECK(moves_with([](Market& m) { m.retentions.front().employer = brain; }));
    CHECK(moves_with([](Market& m) { ++m.retentions.front().until; }));
    CHECK(moves_with([](Market& m) { ++m.retentions.front().since; }));
    CHECK(moves_with([](Market& m) { m.retentions.front().pay += 1e-12; }));
    CHECK(moves_with([](Market& m) { m.retentions.front().without += 1e-12; }));
    CHECK(moves_with([](Market& m) { m.approaches.front().identity = Identity{1'020}; }));
    CHECK(moves_with([](Market& m) { m.approaches.front().firm = brain; }));
    CHECK(moves_with([](Market& m) { m.ventures.front().identity = Identity{1'020}; }));
    CHECK(moves_with([](Market& m) { ++m.ventures.front().until; }));
    CHECK(moves_with([](Market& m) { ++m.firms.seats_acquired[acme]; }));
    CHECK(moves_with([](Market& m) { m.countries.faculty[usa] = 6.0; }));
    CHECK(moves_with([](Market& m) { m.countries.faculty_reference[usa] = 8.0; }));
    // Rows are no part of it.
    CHECK_FALSE(moves_with([](Market& m) {
        m.retentions.front().who = ResearcherRow{20};
        m.approaches.front().who = ResearcherRow{20};
        m.ventures.front().who = ResearcherRow{20};
    }));
    market.retentions.clear();
    market.approaches.clear();
    market.ventures.clear();
    market.firms.seats_acquired[acme] = 0;
    market.countries.faculty_reference[usa] = 0.0;
    CHECK(hash(market) == without);
}

TEST_CASE(
    "the hash of a state is the same in any order of visits, and whoever stands in which row") {
    Market market = found_market(small_world(10'000.0), key_of(), Visit::forwards);
    auto const forwards = hash(market);
    CHECK(hash(market, Visit::backwards) == forwards);
    CHECK(hash(market, Visit::parallel) == forwards);
    auto& p = market.researchers;
    auto const swap_rows = [](auto&... columns) {
        (std::swap(columns[ResearcherRow{3}], columns[ResearcherRow{4'000}]), ...);
    };
    swap_rows(p.identity);
    CHECK(hash(market) != forwards);
    swap_rows(p.log_talent, p.talent_units, p.pay, p.best_outside, p.gpu_grant, p.employer, p.since,
              p.born, p.weights, p.mission, p.origin, p.location, p.tier);
    CHECK(hash(market) == forwards);
}
