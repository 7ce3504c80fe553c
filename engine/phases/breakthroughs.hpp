#pragma once

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// E0: how many breakthroughs a firm is expected to make in a month at founding.
///
/// @param talent   L0 [talent units]
/// @param compute  G0 [H100e]
/// @param heads    founding staff [persons]
[[nodiscard]] double founding_breakthroughs(double talent, double compute, double heads,
                                            Parameters const& parameters);

/// Firms make breakthroughs, which raise their productivity, while rivals catch up with what is
/// known by as much as was expected at founding.
///
///     N ~ Poisson(pi0 L (g/g0)^e A^-phi);  A <- A (1+J)^(N - E0)
///
/// Reads   firms: talent as counted at the month's end, gpus_per_head, founding_breakthroughs
/// Writes  firms: breakthroughs, productivity
/// Draws   Draw::breakthroughs -- one per firm
/// Keeps   productivity >= 0
void make_breakthroughs(Market& market, Parameters const& parameters, Step const& step);

} // namespace talentsim
