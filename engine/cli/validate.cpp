#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <optional>
#include <vector>

#include "engine/cli/build_info.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/estimate.hpp"
#include "engine/cli/option_values.hpp"
#include "engine/cli/verdict.hpp"
#include "engine/core/parallel.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/nearest_name.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

/// Times the people of the scenario that --full simulates.
constexpr double full_size = 10.0;

struct Choices {
    std::vector<std::string> names;
    std::vector<std::string> sets;
    std::optional<std::string> threads_text;
    bool is_full = false;
};

/// A word as it is, and anything else in quotes.
std::string named(std::string const& name) {
    bool const is_word = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    });
    return is_word ? name : shown(name);
}

std::vector<Preset> chosen(std::vector<std::string> const& names, AllMistakes& mistakes) {
    std::vector<std::string> known;
    for (Preset const& preset : presets()) {
        known.emplace_back(preset.name);
    }
    std::vector<Preset> found;
    for (std::string const& name : names) {
        auto const place = std::find(known.begin(), known.end(), name);
        if (place == known.end()) {
            mistakes.add(fmt::format("{}: unknown preset (nearest: {}; one of {})", named(name),
                                     nearest_name(name, known), fmt::join(known, ", ")));
            continue;
        }
        found.push_back(presets()[static_cast<std::size_t>(place - known.begin())]);
    }
    return names.empty() ? std::vector<Preset>(presets().begin(), presets().end()) : found;
}

/// Whether its laws have a theory, and the machine holds its worlds.
void must_be_possible(Preset const& preset, Parameters const& parameters, std::string const& file,
                      AllMistakes& mistakes) {
    for (ParameterProblem const& problem : preset.problems(parameters)) {
        mistakes.add(fmt::format("{}: {}: {}", preset.name, problem.path, problem.what));
    }
    if (preset.worlds > 0.0) {
        // One at a time on all threads, and per person what is remembered to tell the months apart.
        constexpr double bytes_of_panel = 100.0;
        Parameters single = parameters;
        single.simulation.replicates = 1;
        RunEstimate estimate = estimate_size(single, 1);
        estimate.memory *= preset.worlds;
        estimate.memory += bytes_of_panel * estimate.researchers;
        mistakes.attempt([&] { must_fit(estimate, file); });
    }
}

void validate(Choices const& choices) {
    AllMistakes mistakes;
    auto const selected = chosen(choices.names, mistakes);
    std::size_t const threads = read_threads(choices.threads_text, mistakes);
    std::vector<Parameters> worlds;
    for (Preset const& preset : selected) {
        auto const file = std::filesystem::path{build_info().scenarios} / "presets" /
                          fmt::format("{}.yaml", preset.name);
        mistakes.attempt([&] {
            Parameters parameters =
                read_scenario({.file = file, .sets = choices.sets, .policies = {}}).parameters;
            if (choices.is_full && parameters.population.researchers) {
                *parameters.population.researchers *= full_size;
            }
            must_be_possible(preset, parameters, file.string(), mistakes);
            worlds.push_back(std::move(parameters));
        });
    }
    mistakes.throw_if_any();
    ThreadLimit const limit{threads};
    print_verdict(selected, worlds);
}

} // namespace

void add_validate(CLI::App& app) {
    auto* const command = app.add_subcommand(
        "validate", "Compare the engine with closed forms: theory beside simulation");
    auto const choices = std::make_shared<Choices>();
    command->add_option("preset", choices->names, "Presets; all of them if left out")
        ->type_name("PRESET");
    add_set_option(*command, choices->sets);
    add_threads_option(*command, choices->threads_text);
    command->add_flag("--full", choices->is_full, "Simulate ten times as many people")
        ->disable_flag_override();
    command->callback([choices] { validate(*choices); });
}

} // namespace talentsim
