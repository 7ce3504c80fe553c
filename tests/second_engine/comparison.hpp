#pragma once

#include <string>
#include <vector>

#include "engine/simulation/simulation.hpp"

#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

/// Everything in which the plain world after a month and the engine's differ by as much as a bit,
/// in words: `pay of USA-0-17: 100 here, 101 in the engine`. People are matched by identity. At
/// most a dozen differences are told.
[[nodiscard]] std::vector<std::string> differences(PlainWorld const& world, Events const& events,
                                                   Simulation const& engine);

} // namespace talentsim::plain
