#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/cli/all_mistakes.hpp"
#include "engine/cli/build_info.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/estimate.hpp"
#include "engine/cli/option_values.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/scorecard_table.hpp"
#include "engine/cli/stop_signal.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/io/facts_reader.hpp"
#include "engine/simulation/ensemble.hpp"

namespace talentsim {

namespace {

/// What the command line asks for.
struct ScorecardRequest {
    ScenarioRequest scenario;
    std::filesystem::path facts =
        std::filesystem::path{build_info().scenarios} / "facts" / "stylised_facts.yaml";
    std::optional<std::string> threads_text;
    std::string command_line;
};

FirmCountries firm_countries_of(Parameters const& parameters) {
    FirmCountries countries;
    for (auto const& [key, firm] : parameters.firms) {
        countries[key] = firm.country;
    }
    return countries;
}

void run(Scenario const& scenario, RunDescription const& description, std::size_t threads,
         std::string const& command_line, Scorecard& scorecard) {
    StopSignal const signal;
    Progress progress{is_terminal(stderr) ? ProgressMode::automatic : ProgressMode::never,
                      ProgressPlace::terminal,
                      [](std::string_view text) { print_error("{}", text); }};
    progress.begin(description);
    try {
        run_ensemble(scenario.parameters, scenario.changes, description,
                     {.threads = threads,
                      .visit = Visit::parallel,
                      .on_month = [&] { progress.month_done(); },
                      .stop = &signal.flag()},
                     scorecard);
    } catch (Interrupted const&) {
        progress.end();
        throw StoppedBySignal{
            signal.signal(),
            fmt::format("stopped before the end. From the start again: {}", command_line)};
    }
    progress.end();
}

void obey(ScorecardRequest const& request) {
    AllMistakes mistakes;
    std::optional<Scenario> scenario;
    std::vector<StylisedFact> facts;
    mistakes.attempt([&] { scenario = read_scenario(request.scenario); });
    mistakes.attempt([&] { facts = read_facts(request.facts); });
    std::size_t const threads = read_threads(request.threads_text, mistakes);
    if (scenario) {
        mistakes.attempt([&] {
            must_fit(estimate_size(scenario->parameters, threads), request.scenario.file.string());
        });
    }
    mistakes.throw_if_any();
    for (auto const& warning : scenario->warnings) {
        print_error("{}\n", warning);
    }
    auto const description = describe_run(scenario->parameters, scenario->title, false);
    Scorecard scorecard{std::move(facts), firm_countries_of(scenario->parameters)};
    run(*scenario, description, threads, request.command_line, scorecard);
    print("{}", scorecard_table(description, scorecard.scored(),
                                is_terminal(stdout) ? TableStyle::terminal : TableStyle::plain));
}

} // namespace

void add_scorecard(CLI::App& app, std::string const& command_line) {
    auto* const command = app.add_subcommand(
        "scorecard", "Compare a scenario with stylised facts of the real market");
    auto const request = std::make_shared<ScorecardRequest>();
    request->command_line = command_line;
    add_scenario_options(*command, request->scenario);
    command
        ->add_option_function<std::string>(
            "--facts", [request](std::string const& path) { request->facts = path; },
            "File of stylised facts; those that came with the program if not given")
        ->type_name("FILE");
    add_threads_option(*command, request->threads_text);
    command->callback([request] { obey(*request); });
}

} // namespace talentsim
