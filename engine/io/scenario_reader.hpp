#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/config_files.hpp"
#include "engine/io/figure_sources.hpp"
#include "engine/model/dated_change.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// What the command line says about a scenario.
struct ScenarioRequest {
    std::filesystem::path file{};
    std::vector<std::string> sets{};               ///< `PATH=VALUE`; of one path the last holds
    std::vector<std::filesystem::path> policies{}; ///< besides those that the scenario names
    /// Name and value of options that are for one parameter of `simulation` each, as `months` of
    /// `--months`. They hold over `sets`.
    std::vector<std::pair<std::string, std::string>> simulation_options{};
};

/// A scenario with everything it rests on, checked.
struct Scenario {
    std::string title; ///< the name of the file without its ending, where the scenario has none
    std::string description;
    Parameters parameters;
    /// By month; in a month those of the scenario come first, then those of its policies, then
    /// those of the request's policies.
    std::vector<DatedChange> changes;
    std::vector<std::string> policy_titles;
    /// What each policy says it costs: dotted key and text, as written.
    std::vector<std::vector<std::pair<std::string, std::string>>> policy_costs;
    std::vector<SourceFile> files; ///< every file that was read, as written
    /// The canonical text of parameters and changes: see engine/io/resolved_scenario.hpp.
    std::string resolved;
    FigureSources sources;
    std::vector<std::string> warnings;
};

/// Read a scenario, the files it extends, settings and policies. Values hold in the order extended
/// file, scenario, settings; then changes take effect month by month.
///
/// @throws InputError with every mistake on a line of its own, as
///         `FILE:LINE:COLUMN: key: what was found (what is accepted)`
[[nodiscard]] Scenario read_scenario(ScenarioRequest const& request);

} // namespace talentsim
