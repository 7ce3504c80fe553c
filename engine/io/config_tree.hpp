#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/mistakes.hpp"

namespace talentsim {

/// A value of a configuration file, with all that messages need to know about it.
struct ConfigNode {
    enum class Kind { nothing, scalar, list, map };

    std::string key{}; ///< that it stands under in a map
    Place key_place{};
    Kind kind = Kind::nothing;
    Place place{};
    std::string text{};    ///< of a scalar, without quotes
    bool quoted = false;   ///< whether a scalar was written in quotes, or as a block of text
    std::string comment{}; ///< at the end of the line of a scalar, without the #
    bool replaces = false; ///< of a map: takes the place of the one that it is laid over
    std::vector<ConfigNode> items{};   ///< of a list
    std::vector<ConfigNode> entries{}; ///< of a map, in the order in which they were written

    [[nodiscard]] ConfigNode const* entry(std::string_view name) const;

    /// The entry at a dotted path below this map; null if there is none.
    [[nodiscard]] ConfigNode const* find(std::string_view path) const;

    [[nodiscard]] std::vector<std::string> keys() const;

    /// Put a value at the end of this map.
    void append(std::string name, ConfigNode value, Place name_place = {});
};

/// Whether this can be the key of a country, a firm and the like: up to 100 of A-Z a-z 0-9 _ -.
[[nodiscard]] bool is_key(std::string_view text);

/// What a node is, for messages: the text of a scalar in quotes, `a list`, `a map`, `no value`.
[[nodiscard]] std::string described(ConfigNode const& node);

/// Lay one tree over another: maps are merged key by key, unless the upper one replaces; everything
/// else is replaced.
void lay_over(ConfigNode& below, ConfigNode above);

/// Put a value at a dotted path, over what stands there; maps on the way are made as needed.
void lay_over_at(ConfigNode& below, std::string_view path, ConfigNode above);

/// The tree as YAML in block style, which reads back as the same tree.
[[nodiscard]] std::string yaml_text(ConfigNode const& tree);

} // namespace talentsim
