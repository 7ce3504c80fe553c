#include "engine/phases/firm_plans.hpp"

#include <algorithm>
#include <limits>

#include "engine/mechanisms/market_value.hpp"
#include "engine/phases/compute_pools.hpp"
#include "engine/phases/drives.hpp"
#include "engine/phases/fear.hpp"
#include "engine/phases/layoffs.hpp"
#include "engine/phases/retention.hpp"

namespace talentsim {

namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

double staff_at_full_scale(FirmTable const& firms, FirmRow row) {
    return static_cast<double>(firms.staff[row]) / firms.scale[row];
}

/// Own pools, and shares of public pools. Below scale 1 a simulated firm may stand for several real
/// ones, so the staff of a country is counted in people, of whom each stands for 1/scale.
void allot_compute(Market& market) {
    FirmTable& firms = market.firms;
    PublicPools pools{market};
    OwnPools own{firms};
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        pools.count(row, static_cast<double>(firms.staff[row]) / market.scale);
        own.count(row, staff_at_full_scale(firms, row));
    }
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const heads = staff_at_full_scale(firms, row);
        firms.compute[row] = own.part_of(row, heads) + pools.share_of(row, heads);
    }
}

/// P*Y0*A, less what the loss of stars, regulation and limits on software cost.
double revenue_per_founding_output(Market const& market, FirmRow row) {
    FirmTable const& firms = market.firms;
    auto const& factor = firms.parent[row].exists() ? market.countries.site_output_factor
                                                    : market.countries.output_factor;
    double const left = firms.output_left_by_stars[row] * factor[firms.country[row]];
    return firms.founding_revenue[row] * firms.productivity[row] * left;
}

double compute_ratio(FirmTable const& firms, FirmRow row) {
    double const founding = firms.founding_compute[row];
    return founding > 0.0 ? firms.compute[row] / founding : 1.0;
}

/// Seats that a firm would fill, at full scale.
double seats_wanted(FirmTable const& firms, FirmRow row, BudgetParameters const& budgets) {
    double const growth =
        firms.founding_budget[row] > 0.0 ? firms.budget[row] / firms.founding_budget[row] : 1.0;
    double const acquired = static_cast<double>(firms.seats_acquired[row]) / firms.scale[row];
    return std::max(firms.founding_staff[row] * growth * (1.0 + budgets.seat_slack) *
                            (1.0 - firms.seats_cut[row]) +
                        acquired,
                    0.0);
}

/// The team of a drive has seats of its own.
void plan_seats(FirmTable& firms, FirmRow row, DriveTeam const& team,
                BudgetParameters const& budgets, Step const& step) {
    if (budgets.seats == Limit::unlimited) {
        firms.open_seats[row] = std::numeric_limits<std::int32_t>::max();
        return;
    }
    double const open = seats_wanted(firms, row, budgets) * firms.scale[row] -
                        static_cast<double>(firms.staff[row] + firms.pending[row] - team.heads);
    auto const words = step.words(firms.key[row], Draw::open_seats);
    firms.open_seats[row] = rounded_by_chance(std::max(open, 0.0), words[0]);
}

/// What a drive pays its team is not the firm's, nor is the talent that it pays for.
void plan_money(FirmTable& firms, FirmRow row, DriveTeam const& team,
                BudgetParameters const& budgets) {
    if (budgets.talent == Limit::unlimited) {
        firms.price_of_talent[row] = no_limit;
        firms.free_money[row] = no_limit;
        return;
    }
    double const heads = firms.founding_staff[row];
    double const talent_per_head = heads > 0.0 ? firms.founding_talent[row] / heads : 0.0;
    double const talent_wanted = seats_wanted(firms, row, budgets) * talent_per_head;
    TalentSum talent = firms.talent[row];
    talent -= team.talent;
    double const base = std::max(talent.value() / firms.scale[row], talent_wanted);
    firms.price_of_talent[row] = base > 0.0 ? firms.budget[row] / base : 0.0;
    MoneySum promised = firms.payroll[row];
    promised += firms.pending_payroll[row];
    firms.free_money[row] =
        firms.budget[row] - promised.value() / firms.scale[row] + team.paid_by_drive;
}

void plan_terms(FirmTable& firms, FirmRow row, BudgetParameters const& budgets) {
    double const staff = staff_at_full_scale(firms, row);
    double const open = budgets.seats == Limit::unlimited
                            ? 0.0
                            : static_cast<double>(firms.open_seats[row]) / firms.scale[row];
    double const pending = static_cast<double>(firms.pending[row]) / firms.scale[row];
    firms.gpus_per_head[row] = firms.compute[row] / std::max(staff + open + pending, 1.0);
    firms.peer_quality[row] =
        firms.staff[row] > 0 ? firms.log_talent[row].value() / static_cast<double>(firms.staff[row])
                             : 0.0;
}

void value_no_employer(CountryTable& countries, OutsideOption outside) {
    for (std::size_t c = 0; c != countries.size(); ++c) {
        CountryRow const row{c};
        countries.outside_value[row] =
            countries.outside_pay[row] * (outside == OutsideOption::home_production
                                              ? countries.home_value[row]
                                              : countries.mean_price_of_talent[row]);
    }
}

/// w-hat: what a unit of talent fetches at most, on average over the staff of a country, or over
/// the founding staff where nobody works.
void average_price_of_talent(Market& market, TalentValues const& values) {
    struct Mean {
        double weight = 0.0;
        double sum = 0.0;

        void add(double heads, double price) {
            weight += heads;
            sum += heads * price;
        }
    };

    FirmTable const& firms = market.firms;
    std::vector<Mean> now(market.countries.size());
    std::vector<Mean> at_founding(market.countries.size());
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        std::size_t const c = firms.country[row].at();
        double const price = std::min(firms.price_of_talent[row], values.of_hiring(row, 1.0));
        now[c].add(static_cast<double>(firms.staff[row]), price);
        at_founding[c].add(firms.founding_staff[row] * firms.scale[row], price);
    }
    for (std::size_t c = 0; c != now.size(); ++c) {
        Mean const& mean = now[c].weight > 0.0 ? now[c] : at_founding[c];
        market.countries.mean_price_of_talent[CountryRow{c}] =
            mean.weight > 0.0 ? mean.sum / mean.weight : 0.0;
    }
}

/// What founders have, by the same measure, in a boom or a bust.
void value_ventures(Market& market, Parameters const& parameters) {
    bool const is_bust =
        parameters.mechanisms.market_value && market.finance.regime == Regime::bust;
    double const left = is_bust ? parameters.ventures.bust_share : 1.0;
    CountryTable& countries = market.countries;
    for (std::size_t c = 0; c != countries.size(); ++c) {
        CountryRow const row{c};
        countries.venture_value[row] =
            countries.venture_money[row] * left * countries.mean_price_of_talent[row];
    }
}

} // namespace

Technology technology_of(FirmTable const& firms, FirmRow row, Parameters const& parameters) {
    return {.elasticity = parameters.production.elasticity,
            .compute_share = firms.compute_share[row],
            .returns = parameters.production.returns};
}

double talent_at_full_scale(FirmTable const& firms, FirmRow row) {
    return firms.talent[row].value() / firms.scale[row];
}

void plan_month(Market& market, Parameters const& parameters, Step const& step,
                TalentValues& values) {
    FirmTable& firms = market.firms;
    BudgetParameters const& budgets = parameters.budgets;
    double const boldness = // of talent budgets: 1 in a boom
        parameters.mechanisms.market_value
            ? relative_to_boom(market.finance.regime, parameters.finance.budget_elasticity,
                               parameters.finance)
            : 1.0;
    allot_compute(market);
    values.firms.clear();
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        Technology const technology = technology_of(firms, row, parameters);
        double const talent = talent_at_full_scale(firms, row);
        double const automated = firms.automated[row].value() / firms.scale[row];
        OutputCurve const curve{technology, compute_ratio(firms, row), firms.founding_talent[row],
                                revenue_per_founding_output(market, row)};
        IncrementValue const& value = values.firms.emplace_back(curve, talent + automated,
                                                                urgency_of(firms, row, parameters));
        firms.output[row] = value.of_everybody();

        if (parameters.mechanisms.budget_adjustment && step.month > 0) {
            double const target = talent_budget(technology, firms.output[row], budgets.seat_slack);
            firms.budget[row] += (target * boldness - firms.budget[row]) / budgets.lag_months;
        }
        DriveTeam const team = team_of(market, row);
        if (step.month > 0) {
            double const of_drive = static_cast<double>(team.on_staff) / firms.scale[row];
            plan_layoffs(market, row, seats_wanted(firms, row, budgets) + of_drive, parameters);
        }
        plan_money(firms, row, team, budgets);
        if (market.contracts.is_kept) {
            firms.free_money[row] -= retention_cost(market, row, step.month);
        }
        plan_seats(firms, row, team, budgets, step);
        plan_terms(firms, row, budgets);
    }
    average_price_of_talent(market, values);
    value_no_employer(market.countries, parameters.utility.outside);
    value_ventures(market, parameters);
}

} // namespace talentsim
