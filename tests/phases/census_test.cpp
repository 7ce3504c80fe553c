#include "engine/phases/census.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include <doctest/doctest.h>

#include "engine/phases/person.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// A world in which some have left and some have no job.
Market lived_in_world() {
    Market market = found_market(small_world(), key_of(), Visit::forwards);
    for (std::size_t i = 0; i < market.researchers.size(); i += 7) {
        remove(market, ResearcherRow{i});
    }
    for (std::size_t i = 1; i < market.researchers.size(); i += 11) {
        if (market.researchers.is_present(ResearcherRow{i})) {
            end_job(market, ResearcherRow{i}, 2);
        }
    }
    return market;
}

} // namespace

TEST_CASE("the census counts everybody where they are and every firm's staff, payroll and talent") {
    Market market = lived_in_world();
    auto const census = take_census(market, Visit::forwards);
    CHECK(census.faulty == 0);

    Census naive{.headcount = CountByTier{3}, .employed = CountByTier{3}};
    std::size_t const firms = market.firms.size();
    std::vector<std::int64_t> staff(firms, 0);
    std::vector<double> payroll(firms, 0.0);
    std::vector<double> talent(firms, 0.0);
    std::vector<double> log_talent(firms, 0.0);
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        auto const& people = market.researchers;
        if (!people.location[row].exists()) {
            continue;
        }
        ++naive.headcount.at(people.location[row], people.tier[row]);
        if (people.employer[row].exists()) {
            std::size_t const f = people.employer[row].at();
            ++naive.employed.at(people.location[row], people.tier[row]);
            ++staff[f];
            payroll[f] += people.pay[row];
            talent[f] += people.talent_units[row];
            log_talent[f] += people.log_talent[row];
        }
    }
    CHECK(census == naive);
    for (std::size_t f = 0; f != firms; ++f) {
        FirmRow const row{f};
        auto const& tiers = market.firms.staff_by_tier[row];
        CHECK(market.firms.staff[row] == staff[f]);
        CHECK(std::accumulate(tiers.begin(), tiers.end(), std::int64_t{0}) == staff[f]);
        // Each amount is rounded to 2^-17 USD or 2^-25 units; the naive sums to 1e-16 of the total.
        auto const heads = static_cast<double>(staff[f]);
        CHECK(std::abs(market.firms.payroll[row].value() - payroll[f]) <=
              heads * 0x1p-17 + 1e-12 * payroll[f]);
        CHECK(std::abs(market.firms.talent[row].value() - talent[f]) <=
              heads * 0x1p-25 + 1e-12 * talent[f]);
        CHECK(std::abs(market.firms.log_talent[row].value() - log_talent[f]) <=
              heads * 0x1p-25 + 1e-12 * log_talent[f]);
    }
}

TEST_CASE("those who cannot be are counted apart") {
    double const nan = std::numeric_limits<double>::quiet_NaN();
    double const infinite = std::numeric_limits<double>::infinity();
    Market const sound = lived_in_world();
    ResearcherRow worker{0};
    while (!sound.researchers.is_employed(worker)) {
        ++worker.index;
    }
    auto const faulty = [&](auto const& spoil) {
        Market market = sound;
        spoil(market.researchers);
        return take_census(market, Visit::forwards).faulty;
    };
    CHECK(faulty([&](auto& people) { people.pay[worker] = nan; }) == 1);
    CHECK(faulty([&](auto& people) { people.pay[worker] = infinite; }) == 1);
    CHECK(faulty([&](auto& people) { people.pay[worker] = -1.0; }) == 1);
    CHECK(faulty([&](auto& people) { people.talent_units[worker] = nan; }) == 1);
    CHECK(faulty([&](auto& people) { people.location[worker] = CountryRow{3}; }) == 1);
    CHECK(faulty([&](auto& people) { people.employer[worker] = FirmRow{41}; }) == 1);
}

TEST_CASE("a census kept along with changes is a census taken anew") {
    Market market = lived_in_world();
    Census kept = take_census(market, Visit::forwards);
    std::vector<StandingChange> changes;
    auto const change = [&](std::size_t i, auto const& event) {
        ResearcherRow const row{i};
        Standing const before = standing_of(market.researchers, row);
        event(row);
        changes.push_back({.before = before, .after = standing_of(market.researchers, row)});
    };
    auto& people = market.researchers;
    for (std::size_t i = 2; i < people.size(); i += 5) {
        if (!people.is_present(ResearcherRow{i})) {
            change(i, [&](ResearcherRow row) { people.location[row] = korea; });
        } else if (people.is_employed(ResearcherRow{i}) && i % 2 == 0) {
            change(i, [&](ResearcherRow row) { people.pay[row] *= 1.1; });
            change(i, [&](ResearcherRow row) { people.employer[row] = chaebol; });
        } else if (i % 3 == 0) {
            change(i, [&](ResearcherRow row) { end_job(market, row, 4); });
        } else {
            change(i, [&](ResearcherRow row) { remove(market, row); });
        }
    }
    CHECK(changes.size() > 200);
    update_census(market, kept, changes);
    FirmTable const firms = market.firms;
    CHECK(take_census(market, Visit::forwards) == kept);
    CHECK(firms.staff == market.firms.staff);
    CHECK(firms.staff_by_tier == market.firms.staff_by_tier);
    CHECK(firms.payroll == market.firms.payroll);
    CHECK(firms.talent == market.firms.talent);
    CHECK(firms.log_talent == market.firms.log_talent);

    Standing const before = standing_of(people, ResearcherRow{1});
    Standing impossible = before;
    impossible.employer = acme;
    impossible.pay = std::numeric_limits<double>::quiet_NaN();
    update_census(market, kept, {{.before = before, .after = impossible}});
    CHECK(kept.faulty == 1);
}

TEST_CASE("the census is the same in any order of visits, and whoever stands in which row") {
    check_every_order_makes_the_same_market([](Visit order) {
        Market market = lived_in_world();
        static_cast<void>(take_census(market, order));
        return market;
    });

    Market market = lived_in_world();
    auto const census = take_census(market, Visit::forwards);
    Market turned = market;
    auto const reverse = [](auto& column) { std::reverse(column.begin(), column.end()); };
    reverse(turned.researchers.location);
    reverse(turned.researchers.employer);
    reverse(turned.researchers.tier);
    reverse(turned.researchers.pay);
    reverse(turned.researchers.talent_units);
    reverse(turned.researchers.log_talent);
    CHECK(take_census(turned, Visit::parallel) == census);
    CHECK(turned.firms.payroll == market.firms.payroll);
    CHECK(turned.firms.talent == market.firms.talent);
}
