#include "engine/phases/layoffs.hpp"

#include <algorithm>

#include "engine/mechanisms/layoffs.hpp"

namespace talentsim {

namespace {

double layoffs_of(Market const& market, FirmRow row, double seats, Parameters const& parameters) {
    FirmTable const& firms = market.firms;
    auto const staff = static_cast<double>(firms.staff[row]);
    double const dated = firms.layoff_share[row] * staff;
    if (parameters.budgets.seats == Limit::unlimited) {
        return dated;
    }
    bool const is_bust =
        parameters.mechanisms.market_value && market.finance.regime == Regime::bust;
    double const margin = is_bust ? 0.0 : parameters.budgets.layoff_margin;
    return dated +
           excess_layoffs(staff, seats * firms.scale[row], margin, parameters.budgets.layoff_speed);
}

double separation_rate(Parameters const& parameters) {
    return parameters.mechanisms.separation ? parameters.search.separation_rate : 0.0;
}

} // namespace

void plan_layoffs(Market& market, FirmRow row, double seats, Parameters const& parameters) {
    FirmTable& firms = market.firms;
    firms.layoff_probability[row] = {};
    auto const& staff = firms.staff_by_tier[row];
    if (parameters.mechanisms.layoffs) {
        firms.layoff_probability[row] =
            layoff_probabilities(layoffs_of(market, row, seats, parameters), staff);
        firms.seats_cut[row] = seats_cut_after(firms.seats_cut[row], firms.layoff_share[row]);
    }
    double const rate = automation_probability(Tier::c, parameters);
    if (rate > 0.0 && firms.staff[row] > 0) {
        double const ordinary = static_cast<double>(staff[static_cast<std::size_t>(Tier::c)]) /
                                static_cast<double>(firms.staff[row]);
        firms.seats_cut[row] = seats_cut_after(firms.seats_cut[row], rate * ordinary);
    }
}

double automation_probability(Tier tier, Parameters const& parameters) {
    return parameters.mechanisms.automation && tier == Tier::c
               ? parameters.production.automation_rate
               : 0.0;
}

JobLoss job_loss(FirmTable const& firms, FirmRow employer, Tier tier,
                 Parameters const& parameters) {
    JobLoss loss{.separation = separation_rate(parameters)};
    loss.with_layoff =
        loss.separation + firms.layoff_probability[employer][static_cast<std::size_t>(tier)];
    loss.with_automation = loss.with_layoff + automation_probability(tier, parameters);
    return loss;
}

double largest_job_loss(FirmTable const& firms, Parameters const& parameters) {
    double largest = separation_rate(parameters);
    if (!parameters.mechanisms.layoffs && !parameters.mechanisms.automation) {
        return largest;
    }
    for (std::size_t f = 0; f != firms.size(); ++f) {
        for (Tier const tier : {Tier::s, Tier::a, Tier::b, Tier::c}) {
            largest =
                std::max(largest, job_loss(firms, FirmRow{f}, tier, parameters).with_automation);
        }
    }
    return largest;
}

} // namespace talentsim
