#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/io/scenario_reader.hpp"

namespace talentsim {

// Each command adds itself to the application: its options, and what it does, which happens while
// the command line is parsed. Mistakes of the user are thrown as InputError.

void add_check(CLI::App& app);
void add_describe(CLI::App& app);
void add_diff(CLI::App& app);
/// @param command_line  of this process, to be found in the results
void add_run(CLI::App& app, std::string const& command_line);
/// @param command_line  of this process, to be told again when it is stopped
void add_scorecard(CLI::App& app, std::string const& command_line);
void add_show(CLI::App& app);
void add_validate(CLI::App& app);

/// The option `--set`.
void add_set_option(CLI::App& command, std::vector<std::string>& sets);

/// Options that every command with a scenario has: the file, `--policy`, `--set`, and `--seed`,
/// `--replicates`, `--months` and `--scale`.
void add_scenario_options(CLI::App& command, ScenarioRequest& request);

} // namespace talentsim
