#include "engine/io/scenario_settings.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/io/nearest_name.hpp"
#include "engine/io/yaml_parser.hpp"

namespace talentsim {

namespace {

void lay_over_setting(ConfigNode& scenario, ScenarioState state, std::string const& setting,
                      Mistakes& mistakes) {
    Place const command_line;
    auto const equals = setting.find('=');
    auto const path = setting.substr(0, equals);
    if (equals == std::string::npos) {
        mistakes.add(command_line, path.empty() ? shown(path) : path, "no value (PATH=VALUE)");
        return;
    }
    if (path.empty()) {
        mistakes.add(command_line, "",
                     fmt::format("{} names nothing (PATH=VALUE)", shown(setting)));
        return;
    }
    if (std::find(scenario_keys().begin(), scenario_keys().end(), path) != scenario_keys().end()) {
        mistakes.add(command_line, path, "is no parameter (a key of scenario files)");
        return;
    }
    auto const found = known_path(path, command_line, mistakes);
    auto value = parse_yaml(setting.substr(equals + 1), command_line, path, mistakes);
    if (!found || !value ||
        (state == ScenarioState::whole &&
         !has_agent(scenario, *found, command_line, path, mistakes))) {
        return;
    }
    if (found->branch->parameter == nullptr && value->kind != ConfigNode::Kind::map) {
        mistakes.add(command_line, path,
                     fmt::format("{} for a section (one of its parameters, as in {})",
                                 described(*value), first_parameter_below(*found->branch, path)));
        return;
    }
    lay_over_at(scenario, path, std::move(*value));
}

} // namespace

std::vector<std::string> const& scenario_keys() {
    static std::vector<std::string> const keys{"title", "description", "extends", "policies",
                                               "changes"};
    return keys;
}

std::optional<ParameterPath> known_path(std::string const& path, Place const& place,
                                        Mistakes& mistakes) {
    if (path.find('*') != std::string::npos) {
        mistakes.add(place, path, "names no country or firm (its key in place of *)");
        return std::nullopt;
    }
    auto found = find_parameter(path);
    if (!found) {
        mistakes.add_slow(place, path, [path] {
            return fmt::format("unknown parameter (nearest: {})", nearest_parameter(path));
        });
    }
    return found;
}

bool has_agent(ConfigNode const& scenario, ParameterPath const& path, Place const& place,
               std::string const& text, Mistakes& mistakes) {
    return has_agent(
        scenario, [&](std::string const& entry) { return scenario.find(entry) != nullptr; }, path,
        place, text, mistakes);
}

bool has_agent(ConfigNode const& scenario, std::function<bool(std::string const&)> const& is_there,
               ParameterPath const& path, Place const& place, std::string const& text,
               Mistakes& mistakes) {
    bool const is_agent = !path.entries.empty() && !path.entries[0].starts_with("simulation.");
    if (!is_agent || is_there(path.entries[0])) {
        return true;
    }
    if (!mistakes.spoil(path.entries[0])) {
        mistakes.add_slow(place, text, [&scenario, wanted = path.entries[0], key = path.keys[0]] {
            auto const section = split_path(wanted).front();
            auto const* const present = scenario.entry(section);
            auto const nearest = present == nullptr ? "" : nearest_name(key, present->keys());
            return nearest.empty()
                       ? fmt::format("the scenario has no {} (one of its {})", wanted, section)
                       : fmt::format("the scenario has no {} (nearest: {}.{})", wanted, section,
                                     nearest);
        });
    }
    return false;
}

void lay_over_settings(ConfigNode& scenario, ScenarioState state,
                       std::vector<std::string> const& settings, Mistakes& mistakes) {
    for (auto const& setting : settings) {
        lay_over_setting(scenario, state, setting, mistakes);
    }
}

void lay_over_option(ConfigNode& scenario, std::string const& name, std::string const& value,
                     Mistakes& mistakes) {
    auto const path = "simulation." + name;
    if (auto tree = parse_yaml(value, Place::own_option("--" + name), path, mistakes)) {
        lay_over_at(scenario, path, std::move(*tree));
    }
}

} // namespace talentsim
