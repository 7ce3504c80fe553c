#pragma once

#include <string>
#include <vector>

#include "engine/cli/text_table.hpp"
#include "engine/simulation/observer.hpp"
#include "engine/simulation/scorecard.hpp"

namespace talentsim {

/// Stylised facts beside a simulated world: those that were measured, with target, tolerance, band
/// and verdict, then those that were not, with the reason, then how many there are of each.
[[nodiscard]] std::string scorecard_table(RunDescription const& run,
                                          std::vector<ScoredFact> const& facts, TableStyle style);

} // namespace talentsim
