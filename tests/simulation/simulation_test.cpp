#include "engine/simulation/simulation.hpp"

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"
#include "tests/simulation/dated.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr int two_years = 24;

Simulation simulated(int months, Visit order = Visit::forwards,
                     std::vector<DatedChange> const& changes = {}, World const& world = {.seed = 1},
                     Parameters const& parameters = small_world(12'000.0)) {
    Simulation simulation{parameters, changes, world, order};
    for (int month = 0; month != months; ++month) {
        simulation.step();
    }
    return simulation;
}

Market after_two_years(Visit order = Visit::forwards, std::vector<DatedChange> const& changes = {},
                       World const& world = {.seed = 1}) {
    return simulated(two_years, order, changes, world).market();
}

/// The world that the others are compared with.
Market const& usual() {
    static Market const market = after_two_years();
    return market;
}

CalendarMonth in_2024(int month) { return CalendarMonth::of(2024, month); }

} // namespace

TEST_CASE("two years end in the same bits whether agents are visited forwards or backwards") {
    CHECK(differences(after_two_years(Visit::backwards), usual()) == no_differences);
    CHECK_FALSE(differences(after_two_years(Visit::forwards, {}, {.seed = 2}), usual()).empty());
}

TEST_CASE("two years end in the same bits on any number of threads") {
    for (std::size_t const threads : {1U, 2U, 3U, 8U}) {
        CAPTURE(threads);
        ThreadLimit const limit{threads};
        CHECK(differences(after_two_years(Visit::parallel), usual()) == no_differences);
    }
}

TEST_CASE("every seed and every replicate is another world") {
    auto const differ = [](World const& a, World const& b) {
        auto const here = simulated(1, Visit::forwards, {}, a).market().researchers.pay;
        auto const there = simulated(1, Visit::forwards, {}, b).market().researchers.pay;
        return here != there;
    };
    CHECK(differ({.seed = 1}, {.seed = 2}));
    CHECK(differ({.seed = 1, .replicate = 0}, {.seed = 1, .replicate = 1}));
    CHECK_FALSE(differ({.seed = 3, .replicate = 1}, {.seed = 3, .replicate = 1}));
}

TEST_CASE("a policy that changes nothing changes not one bit") {
    using Operation = DatedChange::Operation;
    std::vector<DatedChange> const nothing{
        change_in(in_2024(1), "search.separation_rate", {}, 0.004),
        change_in(in_2024(2), "firms.*.gpus", {"acme"}, 3'600.0),
        change_in(in_2024(3), "countries.*.public_gpus", {"KOR"}, 0.0, Operation::add),
        change_in(in_2024(3), "countries.*.tax_rate", {"USA"}, 0.37),
        change_in(in_2024(4), "firms.*.gpus", {"brain"}, 1.0, Operation::multiply),
        change_in(in_2024(5), "utility.home", {}, 0.5),
        change_in(in_2024(5), "countries.*.home_bias", {"KOR"},
                  0.5), // the general value, spelt out
        change_in(in_2024(6), "mechanisms.counteroffers", {}, true),
        change_in(in_2024(7), "countries.*.study_abroad.*", {"KOR", "USA"}, 0.1)};
    CHECK(differences(after_two_years(Visit::forwards, nothing), usual()) == no_differences);
    CHECK(differences(after_two_years(Visit::parallel, nothing), usual()) == no_differences);
}

TEST_CASE("a dated change acts from its month on, and not before") {
    std::vector<DatedChange> const changes{
        change_in(in_2024(4), "search.contact_rate_employed", {}, 0.2)};
    Simulation plain{small_world(12'000.0), {}, {.seed = 1}, Visit::forwards};
    Simulation policy{small_world(12'000.0), changes, {.seed = 1}, Visit::forwards};
    for (int month = 1; month != 4; ++month) {
        plain.step();
        policy.step();
        CHECK(differences(policy.market(), plain.market()) == no_differences);
    }
    CHECK(policy.next_month() == in_2024(4));
    plain.step();
    policy.step();
    CHECK(policy.flows().contacts_of_employed > 3 * plain.flows().contacts_of_employed);
    CHECK(policy.parameters().search.contact_rate_employed == 0.2);
}

TEST_CASE("GPUs are delivered once, in the month of the change") {
    using Operation = DatedChange::Operation;
    auto const own_gpus = [](int months) {
        std::vector<DatedChange> const changes{
            change_in(in_2024(3), "firms.*.gpus", {"acme"}, 1'000.0, Operation::add),
            change_in(in_2024(5), "search.separation_rate", {}, 0.005)};
        return simulated(months, Visit::forwards, changes).market().firms.own_gpus[acme];
    };
    CHECK(own_gpus(2) == 3'600.0);
    CHECK(own_gpus(3) == 4'600.0);
    CHECK(own_gpus(6) == 4'600.0);
}

TEST_CASE("compute that is taken away takes the grants with it") {
    std::vector<DatedChange> changes;
    for (char const* const firm : {"acme", "brain", "chaebol"}) {
        changes.push_back(change_in(in_2024(3), "firms.*.gpus", {firm}, 0.0));
    }
    changes.push_back(change_in(in_2024(3), "countries.*.public_gpus", {"KOR"}, 0.0));
    auto p = small_world(4'000.0);
    for (auto& [country, fringe] : p.fringe) {
        fringe.gpus_per_head = 0.0;
    }
    auto const simulation = simulated(4, Visit::forwards, changes, {.seed = 1}, p);
    MilliGpu granted = 0;
    for (MilliGpu const grant : simulation.market().researchers.gpu_grant) {
        granted += grant;
    }
    CHECK(granted == 0);
}

TEST_CASE("burn-in comes before the start") {
    auto p = small_world(2'000.0);
    p.simulation.burn_in_months = 14;
    Simulation simulation{p, {}, {.seed = 1}, Visit::forwards};
    CHECK(simulation.next_month() == CalendarMonth::of(2022, 11));
    CHECK(simulation.months_done() == 0);
    simulation.step();
    CHECK(simulation.next_month() == CalendarMonth::of(2022, 12));
    CHECK(simulation.months_done() == 1);
}

TEST_CASE("the world of the tests stays a world: most people work, and firms keep their size") {
    std::int64_t staff = 0;
    for (std::int64_t const heads : usual().firms.staff) {
        staff += heads;
    }
    auto const present = usual().researchers.size() - usual().free_rows.size();
    double const employed = static_cast<double>(staff) / static_cast<double>(present);
    CHECK(employed > 0.9);
    CHECK(employed < 1.0);
    CHECK(usual().firms.staff[brain] > 120);
    CHECK(usual().firms.staff[brain] < 480); // 240 at founding
}
