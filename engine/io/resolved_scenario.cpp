#include "engine/io/resolved_scenario.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/io/parameter_tree.hpp"

namespace talentsim {

namespace {

using Kind = ConfigNode::Kind;

ConfigNode scalar(std::string text, ParameterType type) {
    return {.kind = Kind::scalar, .text = std::move(text), .quoted = type == ParameterType::text};
}

ConfigNode node_of(ParameterValue const& value, ParameterType type) {
    auto const* const numbers = std::get_if<std::vector<double>>(&value);
    if (numbers == nullptr) {
        return scalar(text_of(value), type);
    }
    ConfigNode list{.kind = Kind::list};
    for (double const number : *numbers) {
        list.items.push_back(scalar(fmt::format("{}", number), type));
    }
    return list;
}

void sort_keys(ConfigNode& map) {
    std::sort(map.entries.begin(), map.entries.end(),
              [](ConfigNode const& a, ConfigNode const& b) { return a.key < b.key; });
}

class Resolver {
  public:
    explicit Resolver(Parameters const& parameters) : parameters_{parameters} {}

    /// @param written  what the user wrote at this place; null if nothing
    [[nodiscard]] ConfigNode section(ParameterBranch const& branch, ConfigNode const* written) {
        ConfigNode map{.kind = Kind::map};
        for (auto const& child : branch.children) {
            if (child.key != "*") {
                add(map, child.key, child,
                    written == nullptr ? nullptr : written->entry(child.key));
            } else if (written != nullptr) {
                for (auto const& entry : written->entries) {
                    keys_.push_back(entry.key);
                    add(map, entry.key, child, &entry);
                    keys_.pop_back();
                }
            }
        }
        sort_keys(map);
        return map;
    }

  private:
    /// @param entry  what the user wrote under the key; null if nothing
    void add(ConfigNode& map, std::string const& key, ParameterBranch const& branch,
             ConfigNode const* entry) {
        if (branch.parameter == nullptr) {
            auto below = section(branch, entry);
            if (!below.entries.empty()) {
                map.append(key, std::move(below));
            }
            return;
        }
        auto const value = branch.parameter->get(parameters_, keys_);
        if (!std::holds_alternative<std::monostate>(value)) {
            map.append(key, node_of(value, branch.parameter->info.type));
        }
    }

    Parameters const& parameters_;
    std::vector<std::string> keys_;
};

ConfigNode node_of(DatedChange const& change) {
    auto value = node_of(change.value, change.parameter->info.type);
    if (change.operation == DatedChange::Operation::set) {
        return value;
    }
    bool const is_sum = change.operation == DatedChange::Operation::add;
    ConfigNode map{.kind = Kind::map};
    map.append(is_sum ? "add" : "multiply", std::move(value));
    return map;
}

/// Changes of one parameter in one month, of which there may be several in a row.
ConfigNode node_of(std::vector<DatedChange const*> const& changes) {
    if (changes.size() == 1) {
        return node_of(*changes.front());
    }
    ConfigNode list{.kind = Kind::list};
    for (auto const* const change : changes) {
        auto item = node_of(*change);
        if (change->operation == DatedChange::Operation::set) {
            ConfigNode map{.kind = Kind::map};
            map.append("set", std::move(item));
            item = std::move(map);
        }
        list.items.push_back(std::move(item));
    }
    return list;
}

ConfigNode node_of(std::vector<DatedChange> const& changes) {
    std::map<std::string, std::map<CalendarMonth, std::vector<DatedChange const*>>> grouped;
    for (auto const& change : changes) {
        grouped[change.path()][change.month].push_back(&change);
    }
    ConfigNode map{.kind = Kind::map};
    for (auto const& [path, months] : grouped) {
        ConfigNode by_month{.kind = Kind::map};
        for (auto const& [month, in_month] : months) {
            by_month.append(month.text(), node_of(in_month));
        }
        map.append(path, std::move(by_month));
    }
    return map;
}

} // namespace

std::string resolved_text(ConfigNode const& scenario, Parameters const& parameters,
                          std::vector<DatedChange> const& changes) {
    auto tree = Resolver{parameters}.section(parameter_tree(), &scenario);
    if (!changes.empty()) {
        tree.append("changes", node_of(changes));
        sort_keys(tree);
    }
    return yaml_text(tree);
}

} // namespace talentsim
