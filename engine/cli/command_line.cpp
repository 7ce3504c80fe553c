#include "engine/cli/command_line.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string_view>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/nearest_name.hpp"

namespace talentsim {

namespace {

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

std::vector<std::string> commands_of(CLI::App const& app) {
    std::vector<std::string> names;
    for (CLI::App const* const command : app.get_subcommands([](auto const*) { return true; })) {
        names.push_back(command->get_name());
    }
    return names;
}

std::vector<std::string> options_of(CLI::App const& command) {
    std::vector<std::string> names;
    for (CLI::Option const* const option : command.get_options()) {
        for (std::string const& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

/// What a command takes besides options, as its help shows it.
std::string arguments_of(CLI::App const& command) {
    std::vector<std::string> names;
    for (CLI::Option const* const option : command.get_options()) {
        if (option->get_positional()) {
            names.push_back(option->get_type_name());
        }
    }
    return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, " "));
}

/// The command that the words were for; the application itself if for none.
CLI::App const& command_in(CLI::App const& app) {
    auto const all = app.get_subcommands();
    return all.empty() ? app : *all.front();
}

std::string word_too_many(CLI::App const& command, std::string const& word) {
    return fmt::format("{}: is one word too many for {} (it takes {}, and options)", shown(word),
                       command.get_name(), arguments_of(command));
}

std::string unknown_word(CLI::App const& command, std::string const& word) {
    if (is_option(word)) {
        constexpr std::size_t slip_of_the_pen = 2;
        auto const name = word.substr(0, word.find('='));
        auto const nearest = nearest_name(name, options_of(command));
        auto const help = command.get_parent() == nullptr
                              ? "talentsim --help"
                              : fmt::format("talentsim {} --help", command.get_name());
        return spelling_distance(name, nearest) <= slip_of_the_pen && name.starts_with("--")
                   ? fmt::format("{}: unknown option of {} (nearest: {})", name, command.get_name(),
                                 nearest)
                   : fmt::format("{}: unknown option of {} (one of those that {} lists)", name,
                                 command.get_name(), help);
    }
    return word_too_many(command, word);
}

std::vector<std::string> unknown_words(CLI::App const& app, CLI::App const& command) {
    constexpr bool in_commands = true;
    std::vector<std::string> lines;
    bool is_value = false;   // of an unknown option
    bool has_options = true; // until -- ends them
    for (std::string const& word : app.remaining(in_commands)) {
        if (!has_options) {
            lines.push_back(word_too_many(command, word));
            continue;
        }
        if (word == "--") {
            has_options = false;
            continue;
        }
        if (is_option(word) || !is_value) {
            lines.push_back(unknown_word(command, word));
        }
        is_value = is_option(word) && word.find('=') == std::string::npos;
    }
    return lines;
}

std::vector<std::string> missing_arguments(CLI::App const& command) {
    std::vector<std::string> lines;
    for (CLI::Option const* const option : command.get_options()) {
        if (option->get_required() && option->count() == 0) {
            lines.push_back(fmt::format("{}: is missing (talentsim {} {})", option->get_type_name(),
                                        command.get_name(), arguments_of(command)));
        }
    }
    return lines;
}

/// An option without its value, with a value too many, or given again.
std::string wrong_number_of_values(CLI::App const& command, std::string_view problem) {
    std::string name{problem.substr(0, problem.find_first_of(": "))};
    if (!name.starts_with('-')) { // as flags are called
        name.insert(0, "--");
    }
    for (CLI::Option const* const option : command.get_options()) {
        if (!option->check_name(name)) {
            continue;
        }
        if (option->get_items_expected_max() == 0) {
            return fmt::format("{}: is followed by a value (nothing but {})", name, name);
        }
        return option->count() > 1
                   ? fmt::format("{}: is given {} times (once)", name, option->count())
                   : fmt::format("{}: no value follows ({})", name, option->get_type_name());
    }
    return std::string{problem};
}

} // namespace

void must_begin_with_command(CLI::App const& app, int argc, char const* const* argv) {
    auto const names = commands_of(app);
    auto const accepted = fmt::format("one of {}; talentsim --help", fmt::join(names, ", "));
    if (argc < 2) {
        throw InputError{fmt::format("talentsim: no command is given ({})", accepted)};
    }
    std::string const first = argv[1];
    if (is_option(first)) {
        for (CLI::Option const* const option : app.get_options()) {
            if (option->check_name(first)) {
                return;
            }
        }
        throw InputError{unknown_word(app, first)};
    }
    if (std::find(names.begin(), names.end(), first) == names.end()) {
        throw InputError{fmt::format("{}: unknown command (nearest: {}; {})", shown(first),
                                     nearest_name(first, names), accepted)};
    }
}

std::string complaint_about(CLI::App const& app, CLI::ParseError const& error) {
    CLI::App const& command = command_in(app);
    std::vector<std::string> lines = unknown_words(app, command);
    if (dynamic_cast<CLI::RequiredError const*>(&error) != nullptr) {
        for (std::string& line : missing_arguments(command)) {
            lines.push_back(std::move(line));
        }
    } else if (dynamic_cast<CLI::ExtrasError const*>(&error) == nullptr) {
        lines.push_back(wrong_number_of_values(command, error.what()));
    }
    return lines.empty() ? error.what() : fmt::format("{}", fmt::join(lines, "\n"));
}

} // namespace talentsim
