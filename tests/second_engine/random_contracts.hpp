#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/dated_change.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim::test {

/// Draw what a random world says of contracts that vest and of retention grants, with dice of its
/// own: other parameters stay as they are.
void draw_contracts(Parameters& world, std::uint64_t seed);

/// Some dated changes of these, in no order of months.
[[nodiscard]] std::vector<DatedChange> random_changes_of_contracts(Parameters const& world,
                                                                   std::uint64_t seed, int months);

} // namespace talentsim::test
