#include "engine/io/policy_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <unordered_set>

#include "engine/io/config_files.hpp"
#include "engine/io/nearest_name.hpp"

namespace talentsim {

namespace {

using Kind = ConfigNode::Kind;
using Operation = DatedChange::Operation;

std::vector<std::string> const operations{"set", "add", "multiply"};

bool is_number(ParameterInfo const& info) {
    return info.type == ParameterType::number || info.type == ParameterType::whole_number;
}

/// Reads the changes of one parameter.
class ChangeReader {
  public:
    ChangeReader(ConfigNode const& entry, ParameterPath path, PolicyContext const& context,
                 FigureSources& sources, Mistakes& mistakes)
        : name_{entry.key},
          path_{std::move(path)},
          context_{context},
          sources_{sources},
          mistakes_{mistakes} {}

    [[nodiscard]] std::vector<PlacedChange> read(ConfigNode const& months) && {
        if (months.kind != Kind::map) {
            complain(months.place,
                     "{} (months with what holds from then on, as in 2025-12: {{add: 1}})",
                     described(months));
            return {};
        }
        for (auto const& entry : months.entries) {
            read_month(entry);
        }
        return std::move(changes_);
    }

  private:
    [[nodiscard]] ParameterInfo const& info() const { return path_.branch->parameter->info; }

    template <class... Facts>
    void complain(Place const& place, fmt::format_string<Facts...> what, Facts&&... facts) {
        mistakes_.add(place, name_, fmt::format(what, std::forward<Facts>(facts)...));
    }

    void read_month(ConfigNode const& entry) {
        auto const month = calendar_month(entry.key);
        if (!month) {
            complain(entry.key_place, "{} is not a month (a month like 2024-01)", shown(entry.key));
            return;
        }
        auto const end = context_.start.plus(context_.months);
        if (context_.months > 0 && (*month < context_.start || *month >= end)) {
            complain(entry.key_place, "{} is outside the simulated months ({} to {})", entry.key,
                     context_.start.text(), end.plus(-1).text());
            return;
        }
        auto const& items = entry.items;
        bool const is_sequence =
            !items.empty() && std::all_of(items.begin(), items.end(), [](ConfigNode const& item) {
                return item.kind == Kind::map;
            });
        if (!is_sequence) {
            read_change(*month, entry);
            return;
        }
        for (auto const& item : items) {
            read_change(*month, item);
        }
    }

    void read_change(CalendarMonth month, ConfigNode const& node) {
        if (node.kind != Kind::map) {
            put(month, Operation::set, node);
            return;
        }
        auto const first = node.entries.empty() ? "" : node.entries.front().key;
        auto const word = std::find(operations.begin(), operations.end(), first);
        if (node.entries.size() != 1 || word == operations.end()) {
            complain(node.place, "{} (a value, {{add: x}} or {{multiply: x}})",
                     node.entries.size() == 1 ? shown(first) + " is no operation"
                                              : fmt::format("a map of {}", node.entries.size()));
            return;
        }
        put(month, static_cast<Operation>(word - operations.begin()), node.entries.front());
    }

    void put(CalendarMonth month, Operation operation, ConfigNode const& node) {
        if (operation != Operation::set && !is_number(info())) {
            complain(node.place, "{} has no number to act on ({})",
                     operations[static_cast<std::size_t>(operation)], accepted_by(info()));
            return;
        }
        auto const read = operation == Operation::set   ? read_value(node, info(), context_.rates)
                          : operation == Operation::add ? read_amount(node, info(), context_.rates)
                                                        : read_amount(node, {}, context_.rates);
        if (!read.problem.empty()) {
            complain(node.place, "{}", read.problem);
            return;
        }
        if (std::holds_alternative<std::monostate>(read.value)) {
            return;
        }
        sources_.add(fmt::format("{}@{}", name_, month.text()), info(), node);
        changes_.push_back({{.month = month,
                             .parameter = path_.branch->parameter,
                             .keys = path_.keys,
                             .operation = operation,
                             .value = read.value,
                             .place = node.place.text()},
                            node.place});
    }

    std::string const& name_;
    ParameterPath path_;
    PolicyContext const& context_;
    FigureSources& sources_;
    Mistakes& mistakes_;
    std::vector<PlacedChange> changes_;
};

// Costs are for people to read: whatever they hold is kept as text.
void flatten(ConfigNode const& node, std::string const& path,
             std::vector<std::pair<std::string, std::string>>& out) {
    if (node.kind == Kind::scalar) {
        out.emplace_back(path, node.text);
    }
    for (auto const& item : node.items) {
        flatten(item, path, out);
    }
    for (auto const& entry : node.entries) {
        flatten(entry, path.empty() ? entry.key : path + "." + entry.key, out);
    }
}

std::vector<std::string> read_sources(ConfigNode const& node, Mistakes& mistakes) {
    std::vector<std::string> sources;
    if (node.kind != Kind::list) {
        mistakes.add(node.place, "sources", fmt::format("{} (a list of text)", described(node)));
    }
    for (auto const& item : node.items) {
        if (is_text(item, "sources", "text", mistakes)) {
            sources.push_back(item.text);
        }
    }
    return sources;
}

/// The countries, firms and the like of a scenario, as countries.KOR.
std::unordered_set<std::string> agents_of(ConfigNode const& scenario) {
    std::unordered_set<std::string> agents;
    for (auto const& section : scenario.entries) {
        for (auto const& entry : section.entries) {
            agents.insert(fmt::format("{}.{}", section.key, entry.key));
        }
    }
    return agents;
}

/// What to write in place of a section: the parameter that the first entry of its map is for, with
/// all keys of its path in one, if it leads to one.
std::string refusal_of_section(ConfigNode const& written, ParameterBranch const& section) {
    auto path = written.key;
    auto const* branch = &section;
    for (auto const* node = &written; branch != nullptr && branch->parameter == nullptr;) {
        if (node->entries.empty()) {
            branch = nullptr;
            break;
        }
        node = &node->entries.front();
        path += "." + node->key;
        branch = branch->child(node->key);
    }
    return branch == nullptr
               ? fmt::format("is a section (one of its parameters, as in {})",
                             first_parameter_below(section, written.key))
               : fmt::format("is a section (the path of a parameter in one: {}: {{...}})", path);
}

} // namespace

std::vector<PlacedChange> read_changes(ConfigNode const& changes, PolicyContext const& context,
                                       FigureSources& sources, Mistakes& mistakes) {
    std::vector<PlacedChange> all;
    if (changes.kind != Kind::map) {
        mistakes.add(
            changes.place, "changes",
            fmt::format("{} (parameters with months, or {{}} for none)", described(changes)));
        return all;
    }
    auto const agents = agents_of(context.scenario);
    for (auto const& entry : changes.entries) {
        auto path = known_path(entry.key, entry.key_place, mistakes);
        if (!path) {
            continue;
        }
        if (context.state == ScenarioState::whole) {
            (void)has_agent(
                context.scenario, [&](std::string const& one) { return agents.contains(one); },
                *path, entry.key_place, entry.key, mistakes);
        }
        auto const* const parameter = path->branch->parameter;
        if (parameter == nullptr) {
            mistakes.add(entry.key_place, entry.key, refusal_of_section(entry, *path->branch));
            continue;
        }
        if (parameter->info.timing == ParameterTiming::founding) {
            mistakes.add(entry.key_place, entry.key,
                         "is read only when the world is founded (a parameter that can change "
                         "later)");
        }
        ChangeReader reader{entry, *std::move(path), context, sources, mistakes};
        auto read = std::move(reader).read(entry);
        std::move(read.begin(), read.end(), std::back_inserter(all));
    }
    return all;
}

Policy read_policy(ConfigNode const& file, PolicyContext const& context, FigureSources& sources,
                   Mistakes& mistakes) {
    Policy policy;
    auto const whole = Place::whole_file(*file.place.file);
    if (file.entry("title") == nullptr) {
        mistakes.add(whole, "title", "is missing (text)");
    }
    if (file.entry("changes") == nullptr) {
        mistakes.add(whole, "changes", "is missing (parameters with months, or {} for none)");
    }
    for (auto const& entry : file.entries) {
        auto const& key = entry.key;
        if (key == "title" || key == "description") {
            if (is_text(entry, key, "text", mistakes)) {
                (key == "title" ? policy.title : policy.description) =
                    key == "title" ? on_one_line(entry.text) : entry.text;
            }
        } else if (key == "sources") {
            policy.sources = read_sources(entry, mistakes);
        } else if (key == "cost") {
            flatten(entry, "", policy.cost);
        } else if (key == "changes") {
            policy.changes = read_changes(entry, context, sources, mistakes);
        } else if (parameter_tree().child(key) != nullptr) {
            mistakes.add(entry.key_place, key, "belongs to a scenario (a policy, with changes)");
        } else {
            mistakes.add(entry.key_place, key,
                         fmt::format("unknown key (nearest: {})",
                                     nearest_name(key, {"title", "description", "sources", "cost",
                                                        "changes"})));
        }
    }
    return policy;
}

} // namespace talentsim
