#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace talentsim {

/// Whether the command line begins with a command, or asks for help or the version.
///
/// @throws InputError that says what it begins with, with the nearest command and all of them
void must_begin_with_command(CLI::App const& app, int argc, char const* const* argv);

/// What is wrong with a command line that the library refuses, in our grammar: every unknown word,
/// or every argument that is missing.
///
/// @param app  after the attempt to parse
[[nodiscard]] std::string complaint_about(CLI::App const& app, CLI::ParseError const& error);

} // namespace talentsim
