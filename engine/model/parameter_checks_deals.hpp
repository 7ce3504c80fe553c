#pragma once

#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Checks across the parameters of acquisitions: firms that must exist, in one country, and a month
/// that must be simulated.
///
/// @param problems  what is found is added to it
void check_deals(Parameters const& parameters, std::vector<ParameterProblem>& problems);

} // namespace talentsim
