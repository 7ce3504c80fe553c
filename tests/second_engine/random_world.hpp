#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/dated_change.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim::test {

/// A small world in which every switch and every number is drawn: one to four countries, some
/// hundreds of researchers, from odd to extreme. The same seed makes the same world. Valid: inside
/// the bounds of the parameter table, and without problems_in.
[[nodiscard]] Parameters random_world(std::uint64_t seed);

/// Some dated changes of such a world, from its first month to its `months`-th, sorted by month.
[[nodiscard]] std::vector<DatedChange> random_changes(Parameters const& world, std::uint64_t seed,
                                                      int months);

} // namespace talentsim::test
