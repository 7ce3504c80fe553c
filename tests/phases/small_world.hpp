#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/firm_plans.hpp"
#include "engine/phases/founding.hpp"
#include "engine/phases/job_search.hpp"
#include "engine/phases/month_draw.hpp"
#include "engine/phases/step.hpp"

namespace talentsim::test {

inline doctest::Approx close_to(double x, double relative = 1e-12) {
    return doctest::Approx(x).epsilon(relative).scale(0);
}

// Rows of the countries and named firms of small_world: sorted by code and by key.
inline CountryRow const india{0};
inline CountryRow const korea{1};
inline CountryRow const usa{2};
inline FirmRow const acme{0};    ///< American
inline FirmRow const brain{1};   ///< American
inline FirmRow const chaebol{2}; ///< Korean

/// Half of the researchers in the United States, three tenths in India, the rest in Korea; three
/// named firms and 38 unnamed ones; everything in the model switched on. Large enough at 20,000 for
/// five chunks of a loop.
inline Parameters small_world(double researchers = 20'000.0) {
    Parameters p;
    p.simulation.months = 24;
    CountryParameters& america = p.countries["USA"];
    america.researchers = 0.5 * researchers;
    america.origins = {{"IND", 0.2}, {"KOR", 0.05}};
    america.tax_rate = 0.37;
    america.graduates_per_month = 0.0015 * researchers;
    CountryParameters& bharat = p.countries["IND"];
    bharat.researchers = 0.3 * researchers;
    bharat.pay_level = 0.3;
    bharat.price_level = 0.35;
    bharat.tax_rate = 0.35;
    bharat.graduates_per_month = 0.001 * researchers;
    bharat.study_abroad = {{"USA", 0.2}};
    bharat.talent_exponent = 0.85;
    CountryParameters& hanguk = p.countries["KOR"];
    hanguk.researchers = 0.2 * researchers;
    hanguk.pay_level = 0.5;
    hanguk.price_level = 0.75;
    hanguk.tax_rate = 0.42;
    hanguk.graduates_per_month = 0.0008 * researchers;
    hanguk.study_abroad = {{"USA", 0.1}};
    hanguk.moving_cost_to = {{"USA", 0.6}};
    hanguk.public_gpus = 0.05 * researchers;
    hanguk.talent_exponent = 0.65;

    auto const named = [&](char const* name, char const* country, double staff, double gpus,
                           double premium) -> FirmParameters& {
        FirmParameters& firm = p.firms[name];
        firm.country = country;
        firm.staff = staff * researchers;
        firm.gpus = gpus * researchers;
        firm.pay_premium = premium;
        return firm;
    };
    named("acme", "USA", 0.03, 0.3, 1.4).mission = {1.0, 0.0, 0.0};
    named("brain", "USA", 0.02, 0.4, 1.5).counteroffer_probability = 0.5;
    named("chaebol", "KOR", 0.02, 0.02, 1.2).kind = FirmKind::national_champion;
    p.fringe["USA"] = {.firms = 20.0, .gpus_per_head = 0.5};
    p.fringe["IND"] = {.firms = 10.0, .gpus_per_head = 0.03};
    p.fringe["KOR"] = {.firms = 8.0, .gpus_per_head = 0.0075};
    return p;
}

inline RandomKey key_of(std::uint64_t seed = 1) { return RandomKey{{.seed = seed}}; }

inline Step step_at(Month month = 3, Visit order = Visit::forwards, std::uint64_t seed = 1) {
    return {.key = key_of(seed), .month = month, .order = order};
}

/// A market at founding with the plans of a month made.
struct Planned {
    Market market;
    TalentValues values;
};

inline Planned planned(Parameters const& parameters, Step const& step = step_at()) {
    Planned made{.market = found_market(parameters, step.key, step.order), .values = {}};
    plan_month(made.market, parameters, step, made.values);
    return made;
}

/// Whom the month may touch.
inline std::vector<DrawnResearcher> drawn_in(Market const& market, Parameters const& parameters,
                                             Step const& step) {
    std::vector<DrawnResearcher> drawn;
    MonthDraw{}.draw(market, parameters, step, drawn);
    return drawn;
}

/// The contacts of a month; the graduates among the people have entered with it.
inline std::vector<Contact> draw_and_search(Market const& market, Parameters const& parameters,
                                            Step const& step, MonthFlows& flows) {
    flows.graduates.clear();
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_present(row) &&
            month_of_entry(market.researchers.identity[row]) == step.month) {
            flows.graduates.push_back(row);
        }
    }
    std::vector<Contact> contacts;
    JobSearch{market}.search(market, parameters, drawn_in(market, parameters, step), step, flows,
                             contacts);
    return contacts;
}

/// A firm whose output is this value times its talent.
inline OutputCurve proportional(double value) { return {{.returns = 1.0}, 1.0, 1.0, value}; }

/// One country of one firm per name, staff 100 each, without chance or tastes: U is the logarithm
/// of pay, and joblessness is worse than any job. For prices worked out by hand.
inline Parameters plain_economy(std::initializer_list<std::string> firms) {
    Parameters p;
    p.population.talent = {.distribution = TalentDistribution::constant, .value = 1.0};
    p.population.unemployed_at_start = 0.0;
    p.countries["USA"].researchers = 100.0 * static_cast<double>(firms.size());
    for (std::string const& name : firms) {
        p.firms[name].country = "USA";
        p.firms[name].staff = 100.0;
    }
    p.utility.compute = {};
    p.utility.home = {};
    p.utility.moving_cost = 0.0;
    p.utility.persistent_taste.distribution = TasteDistribution::none;
    p.utility.transitory_taste = 0.0;
    p.utility.outside = OutsideOption::none;
    p.offers.bargaining_power = 0.0;
    p.offers.pay_floor = 0.0;
    p.offers.counteroffer_probability = 1.0;
    return p;
}

/// Whether a count of independent events is within four standard errors of its expectation: 1 in
/// 16,000 fails by chance.
inline bool is_binomial(std::int64_t count, double trials, double probability) {
    double const sd = std::sqrt(trials * probability * (1.0 - probability));
    return std::abs(static_cast<double>(count) - trials * probability) <= 4.0 * sd;
}

} // namespace talentsim::test
