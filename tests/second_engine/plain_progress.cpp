#include <algorithm>

#include "engine/core/math.hpp"

#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_output.hpp"

// docs/model.md, "Breakthroughs" and "Stars who leave".

namespace talentsim::plain {

namespace {

constexpr double most_expected = 20.0;

/// E = pi0 L (g/g0)^e A^-phi
double expected_breakthroughs(Firm const& firm, Now const& now) {
    ProductionParameters const& production = now.parameters.production;
    double const g = firm.gpus_per_head / now.parameters.utility.compute_reference;
    double const ideas = production.breakthrough_rate * talent_of(firm) *
                         pow(g, production.breakthrough_compute_exponent);
    return ideas > 0.0
               ? std::min(ideas * pow(firm.productivity, -production.breakthrough_difficulty),
                          most_expected)
               : 0.0;
}

/// The first n at which the probabilities of 0 ... n have reached u.
std::int64_t poisson(double mean, double u) {
    std::int64_t n = 0;
    double probability = exp(-mean);
    for (double sum = probability; sum < u && n < 1000; sum += probability) {
        ++n;
        probability *= mean / static_cast<double>(n);
    }
    return n;
}

} // namespace

void make_breakthroughs(Now const& now, PlainWorld& world) {
    for (Firm& firm : world.firms) {
        firm.breakthroughs = 0;
        if (now.parameters.mechanisms.breakthroughs) {
            auto const words = now.words(firm.key, Draw::breakthroughs);
            firm.breakthroughs =
                poisson(expected_breakthroughs(firm, now), uniform(words[0], words[1]));
            double const steps =
                static_cast<double>(firm.breakthroughs) - firm.founding_breakthroughs;
            firm.productivity *= exp(steps * log1p(now.parameters.production.breakthrough_size));
        }
    }
}

void lose_stars(Now const& now, PlainWorld& world) {
    ProductionParameters const& production = now.parameters.production;
    for (Firm& firm : world.firms) {
        auto const leavers = static_cast<double>(firm.stars_lost);
        firm.stars_lost = 0;
        if (!now.parameters.mechanisms.star_loss) {
            firm.left_by_stars = 1.0;
            continue;
        }
        auto const heads = static_cast<double>(firm.staff);
        double const hit =
            heads > 0.0 ? std::min(1.0, production.star_collaborators * leavers / heads) : 0.0;
        double const lost =
            (1.0 - firm.left_by_stars) * (1.0 - 1.0 / production.star_recovery_months);
        firm.left_by_stars = (1.0 - lost) * (1.0 - production.star_loss * hit);
    }
}

} // namespace talentsim::plain
