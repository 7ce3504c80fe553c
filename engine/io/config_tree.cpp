#include "engine/io/config_tree.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <yaml-cpp/yaml.h>

#include "engine/core/error.hpp"

// Trees are at most as deep as the parser lets them be, which bounds every recursion here.

namespace talentsim {

namespace {

void write(YAML::Emitter& out, ConfigNode const& node) {
    switch (node.kind) {
    case ConfigNode::Kind::nothing:
        out << YAML::Null;
        break;
    case ConfigNode::Kind::scalar:
        if (node.quoted) {
            out << YAML::DoubleQuoted;
        }
        out << node.text;
        break;
    case ConfigNode::Kind::list:
        out << YAML::Flow << YAML::BeginSeq;
        for (auto const& item : node.items) {
            write(out, item);
        }
        out << YAML::EndSeq;
        break;
    case ConfigNode::Kind::map:
        out << YAML::BeginMap;
        for (auto const& entry : node.entries) {
            out << YAML::Key << entry.key << YAML::Value;
            write(out, entry);
        }
        out << YAML::EndMap;
        break;
    }
}

} // namespace

ConfigNode const* ConfigNode::entry(std::string_view name) const {
    auto const found = std::find_if(entries.begin(), entries.end(),
                                    [&](ConfigNode const& one) { return one.key == name; });
    return found == entries.end() ? nullptr : &*found;
}

ConfigNode const* ConfigNode::find(std::string_view path) const {
    auto const dot = path.find('.');
    auto const* const first = entry(path.substr(0, dot));
    return first == nullptr || dot == std::string_view::npos ? first
                                                             : first->find(path.substr(dot + 1));
}

std::vector<std::string> ConfigNode::keys() const {
    std::vector<std::string> all;
    for (auto const& one : entries) {
        all.push_back(one.key);
    }
    return all;
}

void ConfigNode::append(std::string name, ConfigNode value, Place name_place) {
    value.key = std::move(name);
    value.key_place = std::move(name_place);
    entries.push_back(std::move(value));
}

bool is_key(std::string_view text) {
    auto const is_allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), is_allowed);
}

std::string described(ConfigNode const& node) {
    switch (node.kind) {
    case ConfigNode::Kind::nothing:
        return "no value";
    case ConfigNode::Kind::scalar:
        return shown(node.text);
    case ConfigNode::Kind::list:
        return "a list";
    case ConfigNode::Kind::map:
        return "a map";
    }
    return "";
}

void lay_over(ConfigNode& below, ConfigNode above) {
    if (below.kind != ConfigNode::Kind::map || above.kind != ConfigNode::Kind::map ||
        above.replaces) {
        below = std::move(above);
        return;
    }
    std::unordered_map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row != below.entries.size(); ++row) {
        rows.emplace(below.entries[row].key, row);
    }
    for (auto& entry : above.entries) {
        if (auto const found = rows.find(entry.key); found != rows.end()) {
            auto& present = below.entries[found->second];
            present.key_place = entry.key_place;
            lay_over(present, std::move(entry));
        } else {
            below.entries.push_back(std::move(entry));
        }
    }
}

void lay_over_at(ConfigNode& below, std::string_view path, ConfigNode above) {
    while (!path.empty()) {
        auto const dot = path.rfind('.');
        auto const first = dot == std::string_view::npos ? 0 : dot + 1;
        auto const place = above.place;
        ConfigNode outer{.kind = ConfigNode::Kind::map, .place = place};
        outer.append(std::string{path.substr(first)}, std::move(above), place);
        above = std::move(outer);
        path = path.substr(0, first == 0 ? 0 : dot);
    }
    lay_over(below, std::move(above));
}

std::string yaml_text(ConfigNode const& tree) {
    YAML::Emitter out;
    write(out, tree);
    expects(out.good(), "a tree can be written as YAML");
    return std::string{out.c_str()} + "\n";
}

} // namespace talentsim
