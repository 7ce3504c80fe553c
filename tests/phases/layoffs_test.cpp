#include "engine/phases/layoffs.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "engine/phases/turnover.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Nobody leaves but by layoffs and automation.
Parameters world_of_layoffs() {
    Parameters p = small_world();
    p.mechanisms.separation = false;
    p.mechanisms.retirement = false;
    p.mechanisms.layoffs = true;
    return p;
}

struct After {
    Market market;
    MonthFlows flows;
};

/// The plans of a month, and who leaves in it.
After after_month(Market market, Parameters const& p, Step const& step = step_at()) {
    TalentValues values;
    plan_month(market, p, step, values);
    MonthFlows flows{market.countries.size()};
    end_jobs(market, p, drawn_in(market, p, step), step, flows);
    return {std::move(market), std::move(flows)};
}

Market founded(Parameters const& p, Visit order = Visit::forwards) {
    return found_market(p, key_of(), order);
}

/// Whoever had a job and has none, by tier.
std::array<std::int64_t, n_tiers> gone_from(FirmRow firm, Market const& before,
                                            Market const& after) {
    std::array<std::int64_t, n_tiers> gone{};
    for (std::size_t i = 0; i != before.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (before.researchers.employer[row] == firm && !after.researchers.is_employed(row)) {
            ++gone[static_cast<std::size_t>(before.researchers.tier[row])];
        }
    }
    return gone;
}

} // namespace

TEST_CASE("a firm lays off a share of its staff if told to, ordinary staff alone, and gives up "
          "their seats") {
    auto p = world_of_layoffs();
    p.firms["acme"].layoff_share = 0.1;
    Market const before = founded(p);
    auto const after = after_month(before, p);
    auto const gone = gone_from(acme, before, after.market);
    auto const ordinary = static_cast<double>(before.firms.staff_by_tier[acme][3]);
    auto const staff = static_cast<double>(before.firms.staff[acme]);
    CHECK(gone[0] + gone[1] + gone[2] == 0);
    CHECK(is_binomial(gone[3], ordinary, 0.1 * staff / ordinary));
    CHECK(after.market.firms.laid_off[acme] == gone[3]);
    CHECK(after.market.firms.seats_cut[acme] == close_to(0.1));
    CHECK(after.market.firms.laid_off[brain] == 0);
    CHECK(after.market.firms.seats_cut[brain] == 0.0);
    std::int64_t counted = 0;
    for (std::int64_t const separations : after.flows.separations.all()) {
        counted += separations;
    }
    CHECK(counted == gone[3]);
}

TEST_CASE("a firm with too many lays off the share of the excess that its speed says, without a "
          "margin in a bust") {
    auto p = world_of_layoffs();
    p.mechanisms.budget_adjustment = false;
    p.budgets.layoff_speed = 0.5;
    p.budgets.layoff_margin = 0.3;
    Market before = founded(p);
    auto const staff = static_cast<double>(before.firms.staff[acme]); // 600 at founding
    // Seats for 500: 600 are a fifth too many.
    before.firms.budget[acme] *= 500.0 / (staff * 1.08);
    CHECK(after_month(before, p).market.firms.laid_off[acme] == 0);

    before.finance.regime = Regime::bust; // which nobody notices
    CHECK(after_month(before, p).market.firms.laid_off[acme] == 0);
    p.mechanisms.market_value = true;
    auto const after = after_month(before, p).market;
    double const ordinary = static_cast<double>(before.firms.staff_by_tier[acme][3]);
    CHECK(after.firms.layoff_probability[acme][3] ==
          close_to(0.5 * (staff - 500.0) / ordinary, 1e-9));
    CHECK(is_binomial(after.firms.laid_off[acme], ordinary, 0.5 * (staff - 500.0) / ordinary));
    CHECK(after.firms.seats_cut[acme] == 0.0); // there are none to give up
}

TEST_CASE("automation takes the work of ordinary staff at its rate, and with it their seats; the "
          "work goes on") {
    auto p = world_of_layoffs();
    p.mechanisms.layoffs = false;
    p.mechanisms.automation = true;
    p.production.automation_rate = 0.1;
    Market const before = founded(p);
    auto after = after_month(before, p).market;
    auto const gone = gone_from(acme, before, after);
    auto const ordinary = static_cast<double>(before.firms.staff_by_tier[acme][3]);
    CHECK(gone[0] + gone[1] + gone[2] == 0);
    CHECK(is_binomial(gone[3], ordinary, 0.1));
    CHECK(after.firms.seats_cut[acme] ==
          close_to(0.1 * ordinary / static_cast<double>(before.firms.staff[acme])));

    TalentSum units;
    for (std::size_t i = 0; i != before.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (before.researchers.employer[row] == acme && !after.researchers.is_employed(row)) {
            units += TalentSum{before.researchers.talent_units[row]};
        }
    }
    CHECK(after.firms.automated[acme] == units);
    // Staff less those gone, and machines that do their work, make as much as before.
    p.mechanisms.automation = false;
    TalentValues values;
    Market same = before;
    plan_month(same, p, step_at(4), values);
    after.firms.talent[acme].add(-1, units);
    plan_month(after, p, step_at(4), values);
    CHECK(after.firms.output[acme] == close_to(same.firms.output[acme]));
}

TEST_CASE("more layoffs take the same people, and more; whoever would separate anyway is not laid "
          "off") {
    auto p = world_of_layoffs();
    p.mechanisms.separation = true;
    p.search.separation_rate = 0.05;
    Market const before = founded(p);
    auto const few = after_month(before, p);
    p.firms["acme"].layoff_share = 0.2;
    auto const many = after_month(founded(p), p);
    std::int64_t more = 0;
    bool spares_nobody = true;
    for (std::size_t i = 0; i != before.researchers.size(); ++i) {
        ResearcherRow const row{i};
        bool const few_left = few.market.researchers.is_employed(row);
        bool const many_left = many.market.researchers.is_employed(row);
        spares_nobody = spares_nobody && (few_left || !many_left);
        more += few_left && !many_left ? 1 : 0;
    }
    CHECK(spares_nobody);
    CHECK(more > 0);
    CHECK(more == many.market.firms.laid_off[acme]);
}

TEST_CASE("switched off, nobody is laid off, whatever else a scenario says") {
    auto p = world_of_layoffs();
    p.mechanisms.layoffs = false;
    p.firms["acme"].layoff_share = 0.5;
    Market before = founded(p);
    before.firms.budget[brain] *= 0.2;
    auto const after = after_month(before, p).market;
    CHECK(after.researchers.employer == before.researchers.employer);
    CHECK(after.firms.seats_cut[acme] == 0.0);
    CHECK(after.firms.laid_off[acme] == 0);
}

TEST_CASE("layoffs and automation are the same in any order of visits") {
    auto p = world_of_layoffs();
    p.mechanisms.automation = true;
    p.production.automation_rate = 0.05;
    p.firms["acme"].layoff_share = 0.1;
    check_every_order_makes_the_same_market(
        [&](Visit order) { return after_month(founded(p, order), p, step_at(3, order)).market; });
}
