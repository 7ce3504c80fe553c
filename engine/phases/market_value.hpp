#pragma once

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// The market for firms turns, or does not; capital spending follows it, and the firms' own pools
/// of compute follow spending. A dated change of finance.regime turns the market in its month, and
/// chance does not turn it in the same one. In the first month everything is as founded.
///
///     x follows (multiple/multiple of a boom)^elasticity with a lag
///     own pool changes by delta/12 [x (own + worn) - own]
///
/// Reads   parameters in force
/// Writes  finance; firms: own_gpus, gpus_worn
/// Draws   Draw::regime -- one for the world
/// Keeps   own_gpus + gpus_worn; both >= 0. A lasting boom changes not one bit
void turn_market(Market& market, Parameters const& parameters, Step const& step);

} // namespace talentsim
