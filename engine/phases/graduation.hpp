#pragma once

#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Graduates enter the world of work where they have studied, without a job.
///
/// Reads   countries: graduates, study_abroad; free_rows
/// Writes  researchers: new rows, freed ones first; flows: entries, graduates, changes
/// Draws   Draw::rounding -- number of graduates of a country; Draw::study_abroad -- one each;
/// those
///         of bring_to_life
/// Keeps   identities depend on the country of origin, the month and a running number only
void enter_graduates(Market& market, Parameters const& parameters, Step const& step,
                     MonthFlows& flows);

} // namespace talentsim
