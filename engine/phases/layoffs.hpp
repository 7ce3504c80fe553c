#pragma once

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// A firm decides how many to lay off this month, and gives up the seats of those whom it does not
/// mean to replace. Chance picks the persons in `turnover`.
///
///     laid off on average: layoff_share staff + speed (staff - seats), the latter beyond a margin
///     seats go with layoff_share, and with automation_rate of tier C
///
/// @param seats  wanted, at full scale [persons]
///
/// Reads   firms: staff, staff_by_tier, scale, layoff_share; finance: regime
/// Writes  firms: layoff_probability, seats_cut
/// Draws   nothing
/// Keeps   probabilities and seats_cut in [0, 1]
void plan_layoffs(Market& market, FirmRow row, double seats, Parameters const& parameters);

/// Probability that the work of somebody in this tier is automated this month [-].
[[nodiscard]] double automation_probability(Tier tier, Parameters const& parameters);

/// Probability with which somebody on the staff of a firm loses the job this month, one way or
/// another: words below the first are separations, from there to the second layoffs, from there to
/// the last automated jobs.
struct JobLoss {
    double separation = 0.0;
    double with_layoff = 0.0;
    double with_automation = 0.0;
};

[[nodiscard]] JobLoss job_loss(FirmTable const& firms, FirmRow employer, Tier tier,
                               Parameters const& parameters);

/// The largest probability of losing the job that anybody has this month.
[[nodiscard]] double largest_job_loss(FirmTable const& firms, Parameters const& parameters);

} // namespace talentsim
