#pragma once

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Somebody whose job, or working life, ends.
struct Leaver {
    ResearcherRow who;
    bool retires = false;
};

/// Researchers retire and lose jobs.
///
/// Reads   researchers: location, employer, identity
/// Writes  researchers: employer, pay, talent_units, since, best_outside, gpu_grant; location of
///         the retired; free_rows; flows: exits, separations
/// Draws   Draw::turnover -- retirement (word 0), separation (word 1)
/// Keeps   a place left this month is a seat next month: the counts of firms stay as they are
void end_jobs(Market& market, Parameters const& parameters, Step const& step, MonthFlows& flows,
              Collector<Leaver>& collector);

} // namespace talentsim
