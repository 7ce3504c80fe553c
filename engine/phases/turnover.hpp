#pragma once

#include <vector>

#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/month_draw.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Researchers retire and lose jobs: they separate, are laid off, or see their work automated.
///
/// Reads   drawn; researchers: location, employer, tier, talent_units; firms: layoff_probability
/// Writes  firms: laid_off, automated; researchers: employer, pay, talent_units, since,
/// best_outside, gpu_grant; location of
///         the retired; free_rows; flows: exits, separations, changes
/// Draws   nothing: its words are those of MonthDraw
/// Keeps   a place left this month is a seat next month: the counts of firms stay as they are.
///         More layoffs take the same people, and more; whoever separates is not laid off
void end_jobs(Market& market, Parameters const& parameters,
              std::vector<DrawnResearcher> const& drawn, Step const& step, MonthFlows& flows);

} // namespace talentsim
