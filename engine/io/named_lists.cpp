#include "engine/io/named_lists.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "engine/io/parameter_tree.hpp"

namespace talentsim {

namespace {

using Kind = ConfigNode::Kind;

constexpr char const* accepted = "a word of letters, digits, _ and -";

/// The item as the entry of a map; without a key where its name is none.
ConfigNode entry_of(ConfigNode item, std::string const& section, Mistakes& mistakes) {
    if (item.kind != Kind::map) {
        mistakes.add(item.place, section,
                     fmt::format("{} (a map of parameters with a name)", described(item)));
        return {};
    }
    auto const name = std::find_if(item.entries.begin(), item.entries.end(),
                                   [](ConfigNode const& one) { return one.key == "name"; });
    if (name == item.entries.end()) {
        mistakes.add(item.place, section,
                     fmt::format("an item without a name (name: {})", accepted));
        return {};
    }
    if (name->kind != Kind::scalar || !is_key(name->text)) {
        mistakes.add(name->place, section + ".name",
                     fmt::format("{} ({})", described(*name), accepted));
        return {};
    }
    item.key = name->text;
    item.key_place = name->place;
    item.entries.erase(name);
    return item;
}

void make_map(ConfigNode& section, Mistakes& mistakes) {
    auto items = std::exchange(section.items, {});
    section.kind = Kind::map;
    section.replaces = true;
    std::set<std::string> names;
    for (auto& item : items) {
        auto entry = entry_of(std::move(item), section.key, mistakes);
        if (entry.key.empty()) {
            continue;
        }
        if (names.insert(entry.key).second) {
            section.entries.push_back(std::move(entry));
        } else {
            mistakes.add(entry.key_place, section.key + "." + entry.key,
                         "is the name of an item before it (one item of a name)");
        }
    }
}

} // namespace

void name_items(ConfigNode& tree, Mistakes& mistakes) {
    for (auto& entry : tree.entries) {
        auto const* const section = parameter_tree().child(entry.key);
        if (entry.kind == Kind::list && section != nullptr && section->may_be_list()) {
            make_map(entry, mistakes);
        }
    }
}

} // namespace talentsim
