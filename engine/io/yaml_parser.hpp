#pragma once

#include <optional>
#include <string>

#include "engine/io/config_tree.hpp"
#include "engine/io/mistakes.hpp"

namespace talentsim {

/// The tree of a YAML text; a node of kind `nothing` if the text holds no value. No tree, and a
/// mistake, if it cannot be read on; mistakes besides a tree if some of its keys are wrong.
///
/// What YAML lets pass and nobody means is refused: keys given twice, keys that are no words, merge
/// keys, tags, several documents, more than 64 levels, and more than 1,000,000 values once aliases
/// are written out. Words such as `no` and numbers such as `010` stay text: what they mean depends
/// on the parameter.
///
/// @param text   in UTF-8, without a byte order mark
/// @param start  the file as a whole, or the command line, of whose text every place is the same
/// @param key    what the text belongs to, for messages; empty for a file
[[nodiscard]] std::optional<ConfigNode> parse_yaml(std::string const& text, Place const& start,
                                                   std::string const& key, Mistakes& mistakes);

} // namespace talentsim
