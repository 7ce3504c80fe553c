#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/dated_change.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim::test {

/// Draw what a random world says of acquisitions, of faculties and of start-ups of one's own, with
/// dice of its own: of other parameters only kinds of firms change, some of which become start-ups.
void draw_deals(Parameters& world, std::uint64_t seed);

/// Some dated changes of these, in no order of months.
[[nodiscard]] std::vector<DatedChange> random_changes_of_deals(Parameters const& world,
                                                               std::uint64_t seed, int months);

} // namespace talentsim::test
