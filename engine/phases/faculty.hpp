#pragma once

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// The number of graduates of a country follows the talent of its universities, with the lag of
/// studies.
///
/// They are compared with the first simulated month, burn-in apart, in which the mechanism is on
/// and the country has a faculty: the numbers of graduates that a scenario gives are those of the
/// faculty of then. Where there was none so far, and where the mechanism is off, the factor is 1.
///
/// Reads   firms: talent, as counted at the end of last month; sector
/// Writes  countries: faculty, faculty_reference, graduates_factor
/// Draws   nothing
/// Keeps   factors are positive
void follow_faculty(Market& market, Parameters const& parameters, Step const& step);

} // namespace talentsim
