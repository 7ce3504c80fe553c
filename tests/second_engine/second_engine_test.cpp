#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/founding.hpp"
#include "engine/simulation/simulation.hpp"

#include "tests/phases/small_world.hpp"
#include "tests/second_engine/comparison.hpp"
#include "tests/second_engine/plain_founding.hpp"
#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/random_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Let both engines live through the same months, and compare them after each.
void check_both_agree(Parameters parameters, std::vector<DatedChange> const& changes,
                      World const& seed, int months) {
    Simulation engine{parameters, changes, seed, Visit::forwards};
    plain::PlainWorld world = plain::plain_world_of(engine.market());
    auto next_change = changes.begin();
    for (int month = 0; month != months; ++month) {
        CAPTURE(month);
        while (next_change != changes.end() && next_change->month <= engine.next_month()) {
            apply(*next_change++, parameters);
        }
        engine.step();
        plain::Events const events = plain::live_through(
            {.parameters = parameters, .key = RandomKey{seed}, .month = month}, world);
        auto const found = plain::differences(world, events, engine);
        for (std::string const& difference : found) {
            FAIL_CHECK(difference);
        }
        if (!found.empty()) {
            return; // what comes after follows from it
        }
    }
}

constexpr int two_years = 24;

} // namespace

TEST_CASE("two engines, written apart, make the same two years of a hundred random worlds, bit for "
          "bit") {
    for (std::uint64_t seed = 0; seed != 100; ++seed) {
        CAPTURE(seed);
        check_both_agree(random_world(seed), {}, {.seed = seed}, two_years);
    }
}

TEST_CASE("they agree when parameters change by date") {
    for (std::uint64_t seed = 1000; seed != 1040; ++seed) {
        CAPTURE(seed);
        Parameters const parameters = random_world(seed);
        check_both_agree(parameters, random_changes(parameters, seed, two_years),
                         {.seed = seed, .replicate = 1}, two_years);
    }
}

TEST_CASE("they agree on a world with everything switched on and too large for one task") {
    check_both_agree(small_world(6'000.0), {}, {.seed = 7}, 6);
}
