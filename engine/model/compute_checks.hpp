#pragma once

#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Mistakes that several parameters of compute and breakthroughs make together; part of
/// problems_in.
[[nodiscard]] std::vector<ParameterProblem> compute_problems_in(Parameters const& parameters);

} // namespace talentsim
