#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <optional>
#include <vector>

#include "engine/cli/build_info.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/option_values.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/core/error.hpp"
#include "engine/core/parallel.hpp"
#include "engine/io/nearest_name.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

/// Times the people of the scenario that --full simulates.
constexpr double full_size = 10.0;

constexpr std::size_t widest_law = 76;

struct Choices {
    std::vector<std::string> names;
    std::vector<std::string> sets;
    std::optional<std::string> threads_text;
    bool is_full = false;
};

std::vector<Preset> chosen(std::vector<std::string> const& names, AllMistakes& mistakes) {
    std::vector<std::string> known;
    for (Preset const& preset : presets()) {
        known.emplace_back(preset.name);
    }
    std::vector<Preset> found;
    for (std::string const& name : names) {
        auto const place = std::find(known.begin(), known.end(), name);
        if (place == known.end()) {
            mistakes.add(fmt::format("{}: unknown preset (nearest: {}; one of {})", name,
                                     nearest_name(name, known), fmt::join(known, ", ")));
            continue;
        }
        found.push_back(presets()[static_cast<std::size_t>(place - known.begin())]);
    }
    return names.empty() ? std::vector<Preset>(presets().begin(), presets().end()) : found;
}

std::string number(double value) {
    if (std::isnan(value)) {
        return "none"; // nobody whom it could be measured on
    }
    return std::abs(value - std::round(value)) < 1e-12 && std::abs(value) < 1e9
               ? fmt::format("{:.0f}", value)
               : fmt::format("{:.6g}", value);
}

std::string distance(Law const& law) {
    if (law.standard_error > 0.0) {
        return fmt::format("{:+.2f} s.e.", (law.found - law.theory) / law.standard_error);
    }
    return law.is_bound ? "" : fmt::format("{:+.2g}", law.found - law.theory);
}

/// @returns whether all laws hold
bool show(Preset const& preset, std::vector<Law> const& laws) {
    TextTable table{{fmt::format("{} ({})", preset.name, preset.source), "theory", "simulated",
                     "s.e.", "off by", "verdict"},
                    widest_law};
    bool hold = true;
    for (Law const& law : laws) {
        hold = hold && law.holds();
        table.add({law.what, (law.is_bound ? "> " : "") + number(law.theory), number(law.found),
                   law.standard_error > 0.0 ? fmt::format("{:.2g}", law.standard_error) : "exact",
                   distance(law), law.holds() ? "holds" : "FAILS"});
    }
    print("{}\n", table.text(is_terminal(stdout) ? TableStyle::terminal : TableStyle::plain));
    return hold;
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
            worlds.push_back(std::move(parameters));
        });
    }
    mistakes.throw_if_any();
    ThreadLimit const limit{threads};
    std::size_t laws = 0;
    std::vector<std::string_view> failed;
    for (std::size_t i = 0; i != selected.size(); ++i) {
        auto const found = selected[i].check(worlds[i]);
        laws += found.size();
        if (!show(selected[i], found)) {
            failed.push_back(selected[i].name);
        }
    }
    print("An estimate may miss by four standard errors; what is exact may not miss.\n");
    if (!failed.empty()) {
        throw RunError{fmt::format("laws that do not hold in: {}", fmt::join(failed, ", "))};
    }
    print("All {} laws of {} presets hold.\n", laws, selected.size());
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
