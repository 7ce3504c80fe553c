#pragma once

#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/phases/acceptance.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Somebody leaves the job, if there is one, and the country, if it is another one, for the job
/// that was bid for. Of the bid only firm, pay, second, visa and is_front_loaded count.
void take_job(Market& market, ResearcherRow who, Bid const& bid, Month month, MonthFlows& flows);

/// What was agreed takes effect: moves, contracts, raises, and the quits of those who prefer no
/// job. A job in another country begins with residence there. What was postponed changes nothing.
///
/// Reads   contests, matching
/// Writes  researchers: employer, location, pay, talent_units, best_outside, since, gpu_grant,
///         residence, visa, came_by, visa_since, pending; contracts: equity, granted; firms:
///         star_hires; flows: all but entries, exits and contacts
/// Draws   nothing
/// Keeps   one employer each; pay of those who stay does not fall
void commit(Market& market, Contests const& contests, Matching const& matching, Step const& step,
            MonthFlows& flows);

} // namespace talentsim
