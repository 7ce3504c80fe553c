#pragma once

#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Checks across the parameters of drives: firms and countries that must exist, one drive per firm.
///
/// @param problems  what is found is added to it
void check_drives(Parameters const& parameters, std::vector<ParameterProblem>& problems);

} // namespace talentsim
