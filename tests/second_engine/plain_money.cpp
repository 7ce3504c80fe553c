#include <algorithm>

#include "engine/core/hash.hpp"
#include "engine/core/math.hpp"

#include "tests/second_engine/plain_month.hpp"

// docs/model.md, "Market value", "Fear of being left out", "Layoffs and automation".

namespace talentsim::plain {

double compared_with_a_boom(double elasticity, PlainWorld const& world, Now const& now) {
    FinanceParameters const& finance = now.parameters.finance;
    if (!now.parameters.mechanisms.market_value || !world.is_bust) {
        return 1.0;
    }
    return pow(finance.bust_multiple / finance.boom_multiple, elasticity);
}

namespace {

void turn_by_chance(PlainWorld& world, Now const& now) {
    FinanceParameters const& finance = now.parameters.finance;
    auto const words = now.words(name_hash("the market for firms"), Draw::regime);
    if (world.is_bust) {
        world.is_bust = !happens(finance.recovery_hazard, words[1]);
    } else {
        world.is_bust = happens(finance.bust_hazard, words[0]);
    }
}

} // namespace

void turn_market(Now const& now, PlainWorld& world) {
    FinanceParameters const& finance = now.parameters.finance;
    if (!now.parameters.mechanisms.market_value || now.month == 0) {
        return;
    }
    bool const should_be_bust = finance.regime == Regime::bust;
    if (should_be_bust != world.was_set_to_bust) {
        world.is_bust = should_be_bust;
        world.was_set_to_bust = should_be_bust;
    } else {
        turn_by_chance(world, now);
    }
    double const target = compared_with_a_boom(finance.spending_elasticity, world, now);
    world.spending += (target - world.spending) / finance.spending_lag_months;
    for (Firm& firm : world.firms) {
        double const whole = firm.own_gpus + firm.gpus_worn;
        double const gain = finance.depreciation / 12.0 * (world.spending * whole - firm.own_gpus);
        firm.own_gpus = std::max(firm.own_gpus + gain, 0.0);
        firm.gpus_worn = std::max(firm.gpus_worn - gain, 0.0);
    }
}

void look_at_rivals(Now const& now, PlainWorld& world) {
    if (!now.parameters.mechanisms.fear) {
        return;
    }
    OfferParameters const& offers = now.parameters.offers;
    std::int64_t stars = 0;
    for (Firm const& firm : world.firms) {
        stars += firm.staff_by_tier[0];
    }
    for (Firm& firm : world.firms) {
        std::int64_t hires_of_rivals = 0;
        for (Firm const& rival : world.firms) {
            hires_of_rivals += &rival == &firm ? 0 : rival.star_hires;
        }
        double const share =
            stars == 0 ? 0.0 : static_cast<double>(hires_of_rivals) / static_cast<double>(stars);
        firm.fear = offers.fear_persistence * firm.fear + offers.fear_response * share;
    }
}

void plan_layoffs(Firm& firm, double seats, PlainWorld const& world, Now const& now) {
    BudgetParameters const& budgets = now.parameters.budgets;
    auto const staff = static_cast<double>(firm.staff);
    firm.chance_of_layoff = {};
    if (now.parameters.mechanisms.layoffs) {
        double heads = firm.layoff_share * staff;
        bool const is_bust = now.parameters.mechanisms.market_value && world.is_bust;
        double const borne = 1.0 + (is_bust ? 0.0 : budgets.layoff_margin);
        double const places = seats * firm.scale;
        if (budgets.seats == Limit::limited && staff > borne * places) {
            heads += budgets.layoff_speed * (staff - places);
        }
        for (std::size_t const tier : {3U, 2U, 1U, 0U}) { // C, B, A, S
            auto const here = static_cast<double>(firm.staff_by_tier[tier]);
            if (heads > 0.0 && here > 0.0) {
                firm.chance_of_layoff[tier] = std::min(heads / here, 1.0);
                heads -= here;
            }
        }
        firm.seats_cut += (1.0 - firm.seats_cut) * firm.layoff_share;
    }
    if (now.parameters.mechanisms.automation && firm.staff > 0) {
        double const ordinary = static_cast<double>(firm.staff_by_tier[3]) / staff;
        firm.seats_cut +=
            (1.0 - firm.seats_cut) * (now.parameters.production.automation_rate * ordinary);
    }
}

} // namespace talentsim::plain
