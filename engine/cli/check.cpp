#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/output.hpp"

namespace talentsim {

namespace {

std::string counted(std::size_t n, char const* one, char const* several) {
    return fmt::format("{} {}", n, n == 1 ? one : several);
}

std::string summary_of(Scenario const& scenario) {
    auto const& parameters = scenario.parameters;
    auto const& run = parameters.simulation;
    auto const& sources = scenario.sources;
    return fmt::format(
        "{}: {}, {}, {} from {}; {}: {} cite a source, {} are assumed, {} say nothing; {}{}{}",
        scenario.title, counted(parameters.countries.size(), "country", "countries"),
        counted(parameters.firms.size(), "named firm", "named firms"),
        counted(static_cast<std::size_t>(run.months), "month", "months"), run.start.text(),
        counted(sources.cited.size() + sources.assumed.size() + sources.silent.size(), "figure",
                "figures"),
        sources.cited.size(), sources.assumed.size(), sources.silent.size(),
        counted(scenario.policy_titles.size(), "policy", "policies"),
        scenario.policy_titles.empty() ? "" : ": ", fmt::join(scenario.policy_titles, ", "));
}

} // namespace

void add_check(CLI::App& app) {
    auto* const command =
        app.add_subcommand("check", "Find every mistake of a scenario and its policies; no run");
    auto const request = std::make_shared<ScenarioRequest>();
    add_scenario_options(*command, *request);
    command->callback([request] {
        auto const scenario = read_scenario(*request);
        for (auto const& warning : scenario.warnings) {
            print_error("{}\n", warning);
        }
        if (!scenario.sources.silent.empty()) {
            print_error("figures that cite no source and are not said to be assumed: {}\n",
                        fmt::join(scenario.sources.silent, ", "));
        }
        print("{}\n", summary_of(scenario));
    });
}

} // namespace talentsim
