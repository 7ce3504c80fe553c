#pragma once

#include "engine/io/config_tree.hpp"
#include "engine/io/mistakes.hpp"

namespace talentsim {

/// Sections of things with a name may be written as a list, each item with its `name`. They become
/// the map by name that everything else is about, and one that takes the place of what it extends:
///
///     drives: [{name: superteam, firm: meta}]   ->   drives: {superteam: {firm: meta}}
void name_items(ConfigNode& tree, Mistakes& mistakes);

} // namespace talentsim
