#pragma once

#include <vector>

#include "engine/model/parameters.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

/// Check every preset in its world; print the laws as they come, a table for each preset, and at
/// the end whether all of them hold.
///
/// @param worlds  parameters of each preset
/// @throws RunError  naming the presets of which a law does not hold
void print_verdict(std::vector<Preset> const& presets, std::vector<Parameters> const& worlds);

} // namespace talentsim
