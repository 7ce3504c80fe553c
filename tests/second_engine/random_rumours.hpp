#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/dated_change.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim::test {

/// Draw whether terms are talked about, and how much, in a world whose ties have been drawn.
void draw_rumours(Parameters& world, std::uint64_t seed);

/// Changes of such parameters at random dates.
[[nodiscard]] std::vector<DatedChange> random_changes_of_rumours(Parameters const& world,
                                                                 std::uint64_t seed, int months);

} // namespace talentsim::test
