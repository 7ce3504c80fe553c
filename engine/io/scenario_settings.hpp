#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/io/config_tree.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/parameter_tree.hpp"

namespace talentsim {

/// Whether all files of a scenario could be read. If not, countries and firms may be missing from
/// it, and nobody is told so.
enum class ScenarioState { whole, partly_read };

/// Lay what `--set PATH=VALUE` says over a scenario, in order; VALUE is YAML in flow style. A path
/// must lead to a parameter, or to a section if VALUE is a map, and the countries and firms that it
/// names must be in the scenario.
void lay_over_settings(ConfigNode& scenario, ScenarioState state,
                       std::vector<std::string> const& settings, Mistakes& mistakes);

/// Lay `--NAME VALUE`, which stands for `--set simulation.NAME=VALUE`, over a scenario.
void lay_over_option(ConfigNode& scenario, std::string const& name, std::string const& value,
                     Mistakes& mistakes);

/// Keys of a scenario that are no sections of parameters.
[[nodiscard]] std::vector<std::string> const& scenario_keys();

/// Where a path leads; a mistake if nowhere.
[[nodiscard]] std::optional<ParameterPath> known_path(std::string const& path, Place const& place,
                                                      Mistakes& mistakes);

/// Whether the country or firm that a path names first is in the scenario; a mistake if not.
/// Maps inside a country, as study_abroad, may get new keys. The scenario must outlive the
/// mistakes.
[[nodiscard]] bool has_agent(ConfigNode const& scenario, ParameterPath const& path,
                             Place const& place, std::string const& text, Mistakes& mistakes);

/// The same for many paths.
///
/// @param is_there  whether the scenario has an entry such as countries.KOR
[[nodiscard]] bool has_agent(ConfigNode const& scenario,
                             std::function<bool(std::string const&)> const& is_there,
                             ParameterPath const& path, Place const& place, std::string const& text,
                             Mistakes& mistakes);

} // namespace talentsim
