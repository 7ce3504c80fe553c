#include "engine/cli/commands.hpp"

namespace talentsim {

void add_scenario_options(CLI::App& command, ScenarioRequest& request) {
    command.add_option("scenario", request.file, "Scenario file (YAML)")->required();
    command
        .add_option("--policy", request.policies,
                    "Policy file; several take effect from left to right")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FILE");
    add_set_option(command, request.sets);
}

void add_set_option(CLI::App& command, std::vector<std::string>& sets) {
    command.add_option("--set", sets, "Set a parameter, as in search.home_share=0.9")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("PATH=VALUE");
}

} // namespace talentsim
