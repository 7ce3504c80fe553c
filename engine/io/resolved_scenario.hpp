#pragma once

#include <string>
#include <vector>

#include "engine/io/config_tree.hpp"
#include "engine/model/dated_change.hpp"

namespace talentsim {

/// A scenario in its one canonical form: YAML of every parameter, defaults included, with keys
/// sorted, and of the dated changes under `changes`. What is not set is left out. Read again, it
/// gives the same parameters and changes.
///
/// @param scenario  as read, which tells the keys of countries, firms and the like
[[nodiscard]] std::string resolved_text(ConfigNode const& scenario, Parameters const& parameters,
                                        std::vector<DatedChange> const& changes);

} // namespace talentsim
