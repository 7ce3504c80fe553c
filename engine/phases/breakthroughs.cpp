#include "engine/phases/breakthroughs.hpp"

#include <algorithm>

#include "engine/mechanisms/breakthroughs.hpp"
#include "engine/phases/firm_plans.hpp"

namespace talentsim {

namespace {

BreakthroughOdds odds_in(ProductionParameters const& production) {
    return {.rate = production.breakthrough_rate,
            .difficulty = production.breakthrough_difficulty,
            .compute_exponent = production.breakthrough_compute_exponent};
}

} // namespace

double founding_breakthroughs(double talent, double compute, double heads,
                              Parameters const& parameters) {
    // Compute per head is that of an offer, as in the plans of a month.
    double const slack =
        parameters.budgets.seats == Limit::unlimited ? 0.0 : parameters.budgets.seat_slack;
    double const per_head = compute / std::max(heads * (1.0 + slack), 1.0);
    return expected_breakthroughs(odds_in(parameters.production), talent,
                                  per_head / parameters.utility.compute_reference, 1.0);
}

void make_breakthroughs(Market& market, Parameters const& parameters, Step const& step) {
    FirmTable& firms = market.firms;
    if (!parameters.mechanisms.breakthroughs) {
        firms.breakthroughs.assign(firms.size(), 0);
        return;
    }
    BreakthroughOdds const odds = odds_in(parameters.production);
    for_each_task(step.order, firms.size(), [&](std::size_t f) {
        FirmRow const row{f};
        double const expected =
            expected_breakthroughs(odds, talent_at_full_scale(firms, row),
                                   firms.gpus_per_head[row] / parameters.utility.compute_reference,
                                   firms.productivity[row]);
        auto const words = step.words(firms.key[row], Draw::breakthroughs);
        firms.breakthroughs[row] = poisson_count(expected, uniform(words[0], words[1]));
        firms.productivity[row] = productivity_after(
            firms.productivity[row], firms.breakthroughs[row], firms.founding_breakthroughs[row],
            parameters.production.breakthrough_size);
    });
}

} // namespace talentsim
