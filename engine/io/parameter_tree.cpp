#include "engine/io/parameter_tree.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_set>

#include "engine/core/error.hpp"
#include "engine/io/config_tree.hpp"
#include "engine/io/nearest_name.hpp"

namespace talentsim {

namespace {

ParameterBranch make_tree() {
    ParameterBranch root;
    for (auto const& parameter : parameter_table()) {
        auto* branch = &root;
        for (auto const& key : split_path(parameter.info.path)) {
            auto found = std::find_if(branch->children.begin(), branch->children.end(),
                                      [&](ParameterBranch const& one) { return one.key == key; });
            if (found == branch->children.end()) {
                branch->children.push_back({.key = key});
                found = std::prev(branch->children.end());
            }
            branch = &*found;
        }
        expects(branch->children.empty(), "no parameter is a section too");
        branch->parameter = &parameter;
    }
    return root;
}

/// The path of a row with the parts of the user's path for each `*` that they reach.
std::string with_keys_of(std::vector<std::string> const& wanted, std::string const& row) {
    auto parts = split_path(row);
    for (std::size_t i = 0; i != std::min(parts.size(), wanted.size()); ++i) {
        if (parts[i] == "*" && is_key(wanted[i])) {
            parts[i] = wanted[i];
        }
    }
    return fmt::format("{}", fmt::join(parts, "."));
}

/// The parameter whose last key is spelt most like this one.
std::string nearest_by_last_key(std::string_view key) {
    std::vector<std::string> last_keys;
    for (auto const& parameter : parameter_table()) {
        last_keys.push_back(split_path(parameter.info.path).back());
    }
    auto const nearest = nearest_name(key, last_keys);
    auto const at = std::find(last_keys.begin(), last_keys.end(), nearest) - last_keys.begin();
    return parameter_table()[static_cast<std::size_t>(at)].info.path;
}

} // namespace

ParameterBranch const* ParameterBranch::child(std::string_view name) const {
    auto const found =
        std::find_if(children.begin(), children.end(), [&](ParameterBranch const& one) {
            return one.key == name || (one.key == "*" && is_key(name));
        });
    return found == children.end() ? nullptr : &*found;
}

bool ParameterBranch::may_be_list() const {
    // Of what happens once, as against countries and firms, which are known by their keys.
    constexpr std::array<std::string_view, 4> named{"acquisitions", "drives", "purchases", "visas"};
    return std::find(named.begin(), named.end(), key) != named.end();
}

std::vector<std::string> ParameterBranch::keys() const {
    std::vector<std::string> all;
    for (auto const& one : children) {
        if (one.key != "*") {
            all.push_back(one.key);
        }
    }
    return all;
}

ParameterBranch const& parameter_tree() {
    static ParameterBranch const tree = make_tree();
    return tree;
}

std::vector<std::string> split_path(std::string_view path) {
    std::vector<std::string> parts;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
        parts.emplace_back(path.substr(0, dot));
        path.remove_prefix(dot + 1);
    }
    parts.emplace_back(path);
    return parts;
}

std::optional<ParameterPath> find_parameter(std::string_view path) {
    ParameterPath found{.branch = &parameter_tree()};
    std::string so_far;
    for (auto const& key : split_path(path)) {
        found.branch = found.branch->child(key);
        if (found.branch == nullptr) {
            return std::nullopt;
        }
        so_far += (so_far.empty() ? "" : ".") + key;
        if (found.branch->key == "*") {
            found.keys.push_back(key);
            found.entries.push_back(so_far);
        }
    }
    return found;
}

bool ends_a_parameter(std::string const& key) {
    static std::unordered_set<std::string> const last_keys = [] {
        std::unordered_set<std::string> keys;
        for (auto const& parameter : parameter_table()) {
            keys.insert(split_path(parameter.info.path).back());
        }
        return keys;
    }();
    return last_keys.contains(key);
}

std::string first_parameter_below(ParameterBranch const& section, std::string path) {
    auto const* branch = &section;
    while (!branch->children.empty()) {
        branch = &branch->children.front();
        path += "." + branch->key;
    }
    return path;
}

std::string nearest_parameter(std::string_view path) {
    auto const wanted = split_path(path);
    std::vector<std::string> alike;
    std::vector<std::string> all;
    for (auto const& parameter : parameter_table()) {
        auto const candidate = with_keys_of(wanted, parameter.info.path);
        all.push_back(candidate);
        if (split_path(parameter.info.path).back() == wanted.back()) {
            alike.push_back(candidate);
        }
    }
    if (alike.empty() && wanted.size() == 1) {
        return nearest_by_last_key(path);
    }
    return nearest_name(path, alike.empty() ? all : alike);
}

} // namespace talentsim
