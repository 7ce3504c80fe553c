#pragma once

#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Checks across the parameters of visa programmes: countries that must exist, levels that must
/// rise, an income where pay is looked at.
///
/// @param problems  what is found is added to it
void check_visas(Parameters const& parameters, std::vector<ParameterProblem>& problems);

} // namespace talentsim
