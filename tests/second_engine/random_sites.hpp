#pragma once

#include <cstdint>

#include "engine/model/parameters.hpp"

namespace talentsim::test {

/// Draw which firms of a random world are foreign sites of which, and whether that matters, with
/// dice of its own: other parameters stay as they are.
void draw_sites(Parameters& world, std::uint64_t seed);

} // namespace talentsim::test
