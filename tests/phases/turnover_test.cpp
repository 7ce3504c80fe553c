#include "engine/phases/turnover.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters with_rates(double retirement, double separation) {
    Parameters p = small_world();
    p.population.retirement_rate = retirement;
    p.search.separation_rate = separation;
    return p;
}

struct After {
    Market market;
    MonthFlows flows;
};

After turned_over(Parameters const& p, Step const& step = step_at()) {
    Market market = found_market(p, step.key, step.order);
    MonthFlows flows{market.countries.size()};
    end_jobs(market, p, drawn_in(market, p, step), step, flows);
    return {std::move(market), std::move(flows)};
}

std::int64_t total(CountByTier const& counts) {
    std::int64_t sum = 0;
    for (std::int64_t const count : counts.all()) {
        sum += count;
    }
    return sum;
}

} // namespace

TEST_CASE("people retire at the retirement rate, and of the others those with a job lose it at the "
          "separation rate") {
    double const retirement = 0.1;
    double const separation = 0.2;
    for (std::uint64_t const seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        auto const p = with_rates(retirement, separation);
        Market const before = found_market(p, key_of(seed), Visit::forwards);
        std::int64_t employed = 0;
        for (std::int64_t const staff : before.firms.staff) {
            employed += staff;
        }
        auto const after = turned_over(p, step_at(3, Visit::forwards, seed));
        CHECK(is_binomial(total(after.flows.exits), 20'000.0, retirement));
        CHECK(is_binomial(total(after.flows.separations), static_cast<double>(employed),
                          (1.0 - retirement) * separation));
    }
}

TEST_CASE(
    "every exit and every separation is counted where, and in the tier in which, it happens") {
    auto const p = with_rates(0.05, 0.1);
    Market const before = found_market(p, key_of(), Visit::forwards);
    auto const [after, flows] = turned_over(p);
    CountByTier exits{3};
    CountByTier separations{3};
    for (std::size_t i = 0; i != before.researchers.size(); ++i) {
        ResearcherRow const row{i};
        auto const here = before.researchers.location[row];
        auto const tier = before.researchers.tier[row];
        if (!after.researchers.is_present(row)) {
            ++exits.at(here, tier);
        } else if (before.researchers.is_employed(row) && !after.researchers.is_employed(row)) {
            ++separations.at(here, tier);
        }
    }
    CHECK(exits == flows.exits);
    CHECK(separations == flows.separations);
    CHECK(static_cast<std::int64_t>(after.free_rows.size()) == total(exits));
}

TEST_CASE("one who loses a job is jobless from this month on and keeps nothing of it") {
    auto const [after, flows] = turned_over(with_rates(0.0, 0.1), step_at(7));
    std::int64_t jobless = 0;
    bool keeps_nothing = true;
    for (std::size_t i = 0; i != after.researchers.size(); ++i) {
        ResearcherRow const row{i};
        auto const& people = after.researchers;
        if (people.since[row] == 7) {
            ++jobless;
            keeps_nothing = keeps_nothing && !people.is_employed(row) && people.pay[row] == 0.0 &&
                            people.talent_units[row] == 0.0 && people.gpu_grant[row] == 0 &&
                            people.best_outside[row] == -std::numeric_limits<double>::infinity();
        }
    }
    CHECK(keeps_nothing);
    CHECK(jobless == total(flows.separations));
}

TEST_CASE("a place left this month is a seat next month: firms keep their counts") {
    auto const p = with_rates(0.1, 0.2);
    Market const before = found_market(p, key_of(), Visit::forwards);
    CHECK(turned_over(p).market.firms.staff == before.firms.staff);
}

TEST_CASE("a higher separation rate takes the same people, and more") {
    auto const few = turned_over(with_rates(0.0, 0.05)).market.researchers;
    auto const many = turned_over(with_rates(0.0, 0.1)).market.researchers;
    bool spares_nobody = true;
    for (std::size_t i = 0; i != few.size(); ++i) {
        ResearcherRow const row{i};
        spares_nobody = spares_nobody && (few.is_employed(row) || !many.is_employed(row));
    }
    CHECK(spares_nobody);
}

TEST_CASE("switched off, nobody retires and nobody loses a job") {
    auto p = with_rates(0.5, 0.5);
    p.mechanisms.retirement = false;
    p.mechanisms.separation = false;
    CHECK(differences(turned_over(p).market, found_market(p, key_of(), Visit::forwards)) ==
          no_differences);
}

TEST_CASE("turnover is the same in any order of visits") {
    auto const p = with_rates(0.05, 0.1);
    check_every_order_makes_the_same_market(
        [&](Visit order) { return turned_over(p, step_at(3, order)).market; });
}
