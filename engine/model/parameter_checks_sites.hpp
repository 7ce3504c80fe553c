#pragma once

#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Add what is wrong with foreign sites: parents that do not exist, are sites or work next door.
void check_sites(Parameters const& parameters, std::vector<ParameterProblem>& problems);

} // namespace talentsim
