#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "engine/simulation/indicators.hpp"
#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"
#include "tests/simulation/dated.hpp"

// What booms and busts, fear, layoffs and automation do to a world, on against off.

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr std::size_t star = 0;
constexpr std::size_t ordinary = 3;

Parameters fixed_hazards(double researchers = 2'000.0) {
    Parameters p = small_world(researchers);
    p.finance.bust_hazard = 0.0;
    p.finance.recovery_hazard = 0.0;
    return p;
}

struct Lived {
    Market market;
    std::int64_t separations = 0; ///< over all months
    std::int64_t laid_off = 0;
};

Lived live(Parameters const& p, int months, std::vector<DatedChange> changes = {},
           std::uint64_t seed = 1) {
    Simulation simulation{p, std::move(changes), {.seed = seed}, Visit::forwards};
    Lived lived;
    while (simulation.months_done() != months) {
        simulation.step();
        for (std::int64_t const one : simulation.flows().separations.all()) {
            lived.separations += one;
        }
        for (std::int64_t const one : simulation.market().firms.laid_off) {
            lived.laid_off += one;
        }
    }
    lived.market = simulation.market();
    return lived;
}

double sum(FirmColumn<double> const& column) {
    double total = 0.0;
    for (double const one : column) {
        total += one;
    }
    return total;
}

std::int64_t staff_in(Market const& market, std::size_t tier) {
    std::int64_t total = 0;
    for (auto const& staff : market.firms.staff_by_tier) {
        total += staff[tier];
    }
    return total;
}

double mean_pay_of_stars(Market const& market) {
    double total = 0.0;
    ResearcherTable const& people = market.researchers;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_present(row) && people.is_employed(row) && people.tier[row] == Tier::s) {
            total += people.pay[row];
        }
    }
    return total / static_cast<double>(staff_in(market, star));
}

double money_per_talent(Market const& market) {
    double talent = 0.0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        talent += market.firms.talent[FirmRow{f}].value();
    }
    return sum(market.firms.budget) / talent;
}

} // namespace

TEST_CASE("a world that booms throughout is the world without market values, bit for bit") {
    Parameters p = fixed_hazards();
    Market const without = live(p, 18).market;
    p.mechanisms.market_value = true;
    CHECK(differences(live(p, 18).market, without) == no_differences);
}

TEST_CASE("fear of nothing, layoffs of nobody and automation at rate zero change nothing") {
    Parameters p = fixed_hazards();
    Market const without = live(p, 18).market;
    p.mechanisms.fear = true;
    p.offers.fear_response = 0.0;
    p.mechanisms.automation = true;
    p.production.automation_rate = 0.0;
    p.mechanisms.layoffs = true;
    p.budgets.layoff_speed = 0.0;
    CHECK(differences(live(p, 18).market, without) == no_differences);
}

TEST_CASE("a bust shrinks budgets, compute and output, and a boom brings them back") {
    Parameters p = fixed_hazards();
    p.mechanisms.market_value = true;
    p.finance.boom_multiple = 16.0;
    p.finance.bust_multiple = 4.0;
    p.finance.budget_elasticity = 0.5;
    p.finance.depreciation = 0.5;
    p.finance.spending_lag_months = 3.0;
    auto const turn = [&](int month, char const* regime) {
        return change_in(p.simulation.start.plus(month), "finance.regime", {}, std::string{regime});
    };
    Market const boom = live(p, 30).market;
    Market const bust = live(p, 30, {turn(6, "bust")}).market;
    // Budgets aim at half of what output pays, and are 1 - (11/12)^24 = .88 of the way there; own
    // pools at (1/4)^.6 = .44 of theirs, and have worn out for two years.
    CHECK(sum(bust.firms.budget) < 0.6 * sum(boom.firms.budget));
    CHECK(sum(bust.firms.own_gpus) < 0.75 * sum(boom.firms.own_gpus));
    CHECK(sum(bust.firms.output) < 0.97 * sum(boom.firms.output));

    Market const recovered = live(p, 150, {turn(6, "bust"), turn(18, "boom")}).market;
    Market const unshaken = live(p, 150).market;
    CHECK(sum(recovered.firms.budget) == close_to(sum(unshaken.firms.budget), 0.05));
    CHECK(sum(recovered.firms.own_gpus) == close_to(sum(unshaken.firms.own_gpus), 0.02));
}

TEST_CASE("fear of being left out makes stars dearer, whether it is there or comes from rivals' "
          "hires") {
    // If fear did nothing, more pay on one side would be a coin toss in each world: all twelve come
    // by chance once in 4096.
    for (bool const is_caused : {false, true}) {
        for (std::uint64_t seed = 1; seed != 13; ++seed) {
            CAPTURE(seed);
            Parameters p = fixed_hazards();
            p.population.tier_s_share = 0.05;    // many stars, so that some of them move
            p.budgets.talent = Limit::unlimited; // what talent adds is the cap
            p.mechanisms.budget_adjustment = false;
            p.search.contact_rate_employed = 0.1;
            double const calm = mean_pay_of_stars(live(p, 18, {}, seed).market);
            p.mechanisms.fear = true;
            p.offers.fear = is_caused ? 0.0 : 0.3;
            p.offers.fear_response = is_caused ? 2.0 : 0.0;
            CHECK(mean_pay_of_stars(live(p, 18, {}, seed).market) > calm);
        }
    }
}

TEST_CASE("in a bust with layoffs more people lose their jobs than without, ordinary staff first") {
    Parameters p = fixed_hazards(6'000.0);
    p.mechanisms.market_value = true;
    p.finance.bust_multiple = p.finance.boom_multiple / 4.0;
    p.finance.budget_elasticity = 0.5;
    p.budgets.lag_months = 3.0;
    std::vector<DatedChange> const bust{
        change_in(p.simulation.start.plus(3), "finance.regime", {}, std::string{"bust"})};
    auto const off = live(p, 18, bust);
    p.mechanisms.layoffs = true;
    auto const on = live(p, 18, bust);
    // Separations by chance alone are Poisson: the difference of two counts has their sum as
    // variance, at most, as both worlds share their numbers.
    CHECK(off.laid_off == 0);
    CHECK(static_cast<double>(on.separations - off.separations) >
          4.0 * std::sqrt(static_cast<double>(on.separations + off.separations)));
    auto const share = [](Market const& market, std::size_t tier) {
        double all = 0.0;
        for (std::size_t t = 0; t != n_tiers; ++t) {
            all += static_cast<double>(staff_in(market, t));
        }
        return static_cast<double>(staff_in(market, tier)) / all;
    };
    CHECK(share(on.market, ordinary) < share(off.market, ordinary));

    SUBCASE("and without a bust hardly anybody") { CHECK(live(p, 18).laid_off < on.laid_off / 5); }
}

TEST_CASE("a firm that lays off ordinary staff hires stars in the same quarter") {
    Parameters p = fixed_hazards(6'000.0);
    p.population.tier_s_share = 0.2; // so that some of the hires of a quarter are stars
    p.search.contact_rate_employed = 0.2;
    p.mechanisms.layoffs = true;
    auto const share = [&](int month, double value) {
        return change_in(p.simulation.start.plus(month), "firms.*.layoff_share", {"acme"}, value);
    };
    Simulation simulation{p, {share(6, 0.04), share(7, 0.0)}, {.seed = 3}, Visit::forwards};
    std::int64_t laid_off = 0;
    std::int64_t stars_hired = 0;
    std::int64_t stars_before = 0;
    while (simulation.months_done() != 9) {
        FirmTable const& before = simulation.market().firms;
        if (simulation.months_done() == 6) {
            stars_before = before.staff_by_tier[acme][star];
        }
        bool const is_in_quarter = simulation.months_done() >= 6;
        simulation.step();
        laid_off += simulation.market().firms.laid_off[acme];
        stars_hired += is_in_quarter ? simulation.market().firms.star_hires[acme] : 0;
    }
    CHECK(stars_before > 0);
    CHECK(is_binomial(laid_off, 180.0, 0.04)); // acme has some 180 people
    CHECK(stars_hired > 0);
}

TEST_CASE("automation lowers ordinary staff, and leaves more money per unit of the talent left") {
    Parameters p = fixed_hazards(6'000.0);
    Market const off = live(p, 36).market;
    p.mechanisms.automation = true;
    p.production.automation_rate = 0.01;
    Market const on = live(p, 36).market;
    // Three years at .01 a month automate some 30 % of 4,000 jobs; a count of so many people moves
    // by 2 sqrt(2 * 4000) = 180 by chance at most.
    CHECK(staff_in(on, ordinary) < staff_in(off, ordinary) - 180);
    // Ordinary staff has about half of all talent (a tail exponent of 1.7 leaves it 1 - .3^.41 =
    // .4), of which about a quarter is gone; machines keep output, and so the budget.
    CHECK(money_per_talent(on) > 1.05 * money_per_talent(off));
}

TEST_CASE("what is observed: the regime, market values, capital spending and what it compares "
          "with, layoffs and fear") {
    Parameters p = fixed_hazards();
    p.mechanisms.market_value = true;
    p.finance.regime = Regime::bust;
    p.mechanisms.fear = true;
    p.offers.fear = 0.2;
    p.offers.fear_response = 0.0;
    p.mechanisms.layoffs = true;
    p.firms["acme"].layoff_share = 0.05;
    auto const observe = [](Parameters const& given) {
        Simulation simulation{given, {}, {.seed = 1}, Visit::forwards};
        Indicators indicators{simulation, false};
        simulation.step();
        indicators.observe(simulation);
        simulation.step();
        indicators.observe(simulation);
        return std::pair{indicators.record(simulation, 0), simulation.market()};
    };
    auto const measure = [](MonthRecord const& record, char const* name) {
        return std::get<std::vector<double>>(record.values[variable_index(name)]);
    };
    auto const count = [](MonthRecord const& record, char const* name) {
        return std::get<std::vector<std::int64_t>>(record.values[variable_index(name)]);
    };
    auto const [record, market] = observe(p);
    FirmTable const& firms = market.firms;
    CHECK(count(record, "regime").at(0) == 1);
    CHECK(measure(record, "firm_market_value").at(0) ==
          close_to(p.finance.bust_multiple * firms.output[acme]));
    double const spending = market.finance.spending * 20'000.0;
    CHECK(market.finance.spending < 1.0);
    CHECK(measure(record, "firm_capital_spending").at(0) == close_to(spending * 600.0));
    double capital = 0.0;
    double payroll = 0.0;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        capital += spending * (firms.own_gpus[FirmRow{f}] + firms.gpus_worn[FirmRow{f}]);
        payroll += firms.payroll[FirmRow{f}].value();
    }
    CHECK(measure(record, "talent_over_capital").at(0) == close_to(payroll / capital));
    CHECK(measure(record, "capital_over_revenue").at(0) == close_to(capital / sum(firms.output)));
    CHECK(measure(record, "firm_fear").at(0) == close_to(0.2));
    CHECK(count(record, "firm_laid_off").at(0) == firms.laid_off[acme]);
    CHECK(firms.laid_off[acme] > 0);

    auto const calm = observe(fixed_hazards()).first; // zeros of what is switched off
    CHECK(count(calm, "regime").at(0) == 0);
    CHECK(measure(calm, "firm_market_value").at(0) == 0.0);
    CHECK(measure(calm, "firm_capital_spending").at(0) == 0.0);
    CHECK(measure(calm, "talent_over_capital").at(0) == 0.0);
    CHECK(measure(calm, "firm_fear").at(0) == 0.0);
    CHECK(count(calm, "firm_laid_off").at(0) == 0);
}
