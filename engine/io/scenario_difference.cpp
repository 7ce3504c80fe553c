#include "engine/io/scenario_difference.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

#include "engine/core/error.hpp"
#include "engine/io/yaml_parser.hpp"

namespace talentsim {

namespace {

using Flat = std::map<std::string, std::string>;

std::string in_line(ConfigNode const& node) {
    std::vector<std::string> parts;
    for (auto const& item : node.items) {
        parts.push_back(in_line(item));
    }
    for (auto const& entry : node.entries) {
        parts.push_back(fmt::format("{}: {}", entry.key, in_line(entry)));
    }
    if (node.kind == ConfigNode::Kind::scalar) {
        return node.quoted ? fmt::format("\"{}\"", node.text) : node.text;
    }
    bool const is_list = node.kind == ConfigNode::Kind::list;
    return fmt::format("{}{}{}", is_list ? '[' : '{', fmt::join(parts, ", "), is_list ? ']' : '}');
}

/// Dated changes are compared as a whole, so that `{add: 1}` does not become a path.
bool is_operation(ConfigNode const& node) {
    return node.kind == ConfigNode::Kind::map && node.entries.size() == 1 &&
           (node.entries[0].key == "add" || node.entries[0].key == "multiply");
}

void flatten(ConfigNode const& node, std::string const& path, Flat& out) {
    if (node.kind != ConfigNode::Kind::map || is_operation(node)) {
        out[path] = in_line(node);
        return;
    }
    for (auto const& entry : node.entries) {
        flatten(entry, path.empty() ? entry.key : path + "." + entry.key, out);
    }
}

Flat flat(std::string const& resolved) {
    Mistakes mistakes;
    auto const tree = parse_yaml(resolved, Place::whole_file("resolved"), "", mistakes);
    expects(tree.has_value() && mistakes.empty(), "a resolved scenario is YAML");
    Flat rows;
    flatten(*tree, "", rows);
    return rows;
}

std::string at(Flat const& rows, std::string const& path) {
    auto const found = rows.find(path);
    return found == rows.end() ? "(not set)" : found->second;
}

} // namespace

std::vector<ScenarioDifference> differences(std::string const& first, std::string const& second) {
    auto const rows_of_first = flat(first);
    auto const rows_of_second = flat(second);
    auto paths = rows_of_first;
    paths.insert(rows_of_second.begin(), rows_of_second.end());
    std::vector<ScenarioDifference> all;
    for (auto const& [path, text] : paths) {
        ScenarioDifference row{path, at(rows_of_first, path), at(rows_of_second, path)};
        if (row.first != row.second) {
            all.push_back(std::move(row));
        }
    }
    return all;
}

} // namespace talentsim
