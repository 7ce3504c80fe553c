#include "engine/cli/commands.hpp"

namespace talentsim {

namespace {

/// Options that are other words for `--set simulation.NAME=VALUE`.
void add_simulation_option(CLI::App& command, ScenarioRequest& request, std::string const& name,
                           std::string const& meaning) {
    command
        .add_option_function<std::string>(
            "--" + name,
            [&request, name](std::string const& value) {
                request.simulation_options.emplace_back(name, value);
            },
            meaning)
        ->type_name("N");
}

} // namespace

void add_scenario_options(CLI::App& command, ScenarioRequest& request) {
    command.add_option("scenario", request.file, "Scenario file (YAML)")
        ->required()
        ->type_name("SCENARIO");
    command
        .add_option("--policy", request.policies,
                    "Policy file; several take effect from left to right")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false) // what follows its value is not for it
        ->type_name("FILE");
    add_set_option(command, request.sets);
    add_simulation_option(command, request, "seed", "Seed of the random numbers");
    add_simulation_option(command, request, "replicates", "Independent worlds to simulate");
    add_simulation_option(command, request, "months", "Months to simulate");
    add_simulation_option(command, request, "scale",
                          "Share of the world's researchers to simulate");
}

void add_set_option(CLI::App& command, std::vector<std::string>& sets) {
    command.add_option("--set", sets, "Set a parameter, as in search.home_share=0.9")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false) // what follows its value is not for it
        ->type_name("PATH=VALUE");
}

} // namespace talentsim
