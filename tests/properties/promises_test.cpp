#include <cstdint>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/second_engine/random_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// The same world with so many times the people, firms and graduates staying as many.
Parameters enlarged(Parameters world, double times) {
    if (world.population.researchers) {
        *world.population.researchers *= times;
    }
    for (auto& [code, country] : world.countries) {
        country.researchers *= times;
        country.public_gpus *= times;
    }
    for (auto& [name, firm] : world.firms) {
        firm.staff *= times;
        firm.gpus *= times;
    }
    return world;
}

/// The market after some months; the ledger looks on, and throws if a promise is broken.
Market market_after(int months, Parameters const& parameters, World const& world,
                    Visit order = Visit::forwards) {
    auto const changes =
        random_changes(parameters, world.seed, months); // the same for the same world
    Simulation simulation{parameters, changes, world, order};
    while (simulation.months_done() != months) {
        simulation.step();
    }
    return simulation.market();
}

void check_every_order(int months, Parameters const& parameters, World const& world) {
    check_every_order_makes_the_same_market(
        [&](Visit order) { return market_after(months, parameters, world, order); });
}

} // namespace

TEST_CASE("a random world keeps the ledger, and is the same forwards, backwards and in parallel") {
    for (std::uint64_t seed = 2000; seed != 2060; ++seed) {
        CAPTURE(seed);
        check_every_order(18, random_world(seed), {.seed = seed});
    }
}

TEST_CASE("so is one of many more people than one task takes") {
    for (std::uint64_t seed = 2100; seed != 2112; ++seed) {
        CAPTURE(seed);
        check_every_order(3, enlarged(random_world(seed), 30.0), {.seed = seed});
    }
}

TEST_CASE("a replicate of a random world is always the same, and no other one") {
    for (std::uint64_t seed = 2200; seed != 2220; ++seed) {
        CAPTURE(seed);
        Parameters const parameters = random_world(seed);
        auto const replicate = [&](std::uint32_t number) {
            return market_after(6, parameters, {.seed = seed, .replicate = number});
        };
        Market const third = replicate(3);
        CHECK(differences(replicate(3), third) == no_differences);
        CHECK_FALSE(differences(replicate(4), third).empty());
    }
}
