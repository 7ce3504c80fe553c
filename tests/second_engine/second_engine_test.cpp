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

/// How often something happened in all months compared.
struct Totals {
    std::int64_t exits = 0;
    std::int64_t separations = 0;
    std::int64_t migrants = 0;
    std::int64_t graduates = 0;
    std::int64_t job_moves = 0;
    std::int64_t counteroffers = 0;
    std::int64_t raises = 0;
    std::int64_t visas_selected = 0;
    std::int64_t visas_issued = 0;
    std::int64_t acquired = 0;
    std::int64_t refused_acquisitions = 0;
    std::int64_t founders = 0; // at the end

    void add(plain::Events const& events) {
        auto const sum = [](auto const& counts) {
            std::int64_t total = 0;
            for (auto const& [place, count] : counts) {
                total += count;
            }
            return total;
        };
        exits += sum(events.exits);
        separations += sum(events.separations);
        migrants += sum(events.migrants);
        graduates += static_cast<std::int64_t>(events.graduates.size());
        job_moves += static_cast<std::int64_t>(events.job_moves.size());
        counteroffers += events.counteroffers;
        raises += events.raises;
        visas_selected += sum(events.selected);
        visas_issued += sum(events.issued);
        refused_acquisitions += events.refused_acquisitions;
    }
};

/// Let both engines live through the same months, and compare them after each.
Totals check_both_agree(Parameters parameters, std::vector<DatedChange> const& changes,
                        World const& seed, int months) {
    Simulation engine{parameters, changes, seed, Visit::forwards};
    plain::PlainWorld world = plain::plain_world_of(engine.market());
    auto next_change = changes.begin();
    Totals totals;
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
            break; // what comes after follows from it
        }
        totals.add(events);
        for (plain::Firm const& firm : world.firms) {
            totals.acquired += firm.acquired;
        }
    }
    for (auto const& [identity, person] : world.people) {
        totals.founders += person.founds_until > 0 ? 1 : 0;
    }
    return totals;
}

constexpr int two_years = 24;

} // namespace

TEST_CASE("two engines, written apart, make the same two years of a hundred random worlds, bit for "
          "bit") {
    int lively = 0;     // in which somebody changes jobs
    int with_visas = 0; // in which somebody comes on a visa
    int with_deals = 0; // in which a core team is taken over
    int with_refusals = 0;
    int with_founders = 0;
    for (std::uint64_t seed = 0; seed != 100; ++seed) {
        CAPTURE(seed);
        Totals const totals = check_both_agree(random_world(seed), {}, {.seed = seed}, two_years);
        lively += totals.job_moves > 0 ? 1 : 0;
        with_visas += totals.visas_issued > 0 ? 1 : 0;
        with_deals += totals.acquired > 0 ? 1 : 0;
        with_refusals += totals.refused_acquisitions > 0 ? 1 : 0;
        with_founders += totals.founders > 0 ? 1 : 0;
    }
    CHECK(with_visas >= 20);
    CHECK(with_deals >= 10);
    CHECK(with_refusals >= 10);
    CHECK(with_founders >= 10);
    CHECK(lively >= 50);
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
    Totals const totals = check_both_agree(small_world(6'000.0), {}, {.seed = 7}, 6);
    CHECK(totals.exits > 0);
    CHECK(totals.separations > 0);
    CHECK(totals.migrants > 0);
    CHECK(totals.graduates > 0);
    CHECK(totals.job_moves > 0);
    CHECK(totals.counteroffers > 0);
    CHECK(totals.raises > 0);
}
