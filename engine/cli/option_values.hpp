#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/cli/all_mistakes.hpp"

namespace talentsim {

// Values of options are read as those of parameters are, so that mistakes in them read alike and
// come together with all others.

/// The option `--threads`, as text; nothing where it is not given.
void add_threads_option(CLI::App& command, std::optional<std::string>& text);

/// The number of threads asked for; all that there are where none is.
[[nodiscard]] std::size_t read_threads(std::optional<std::string> const& text,
                                       AllMistakes& mistakes);

/// Where a word stands among those accepted; nothing, and a mistake more, if nowhere.
[[nodiscard]] std::optional<std::size_t> place_among(char const* option, std::string const& text,
                                                     std::vector<std::string> const& words,
                                                     AllMistakes& mistakes);

/// One of some words, whose order is that of the values of Choice; as it was where none is given.
template <class Choice>
void read_choice(char const* option, std::optional<std::string> const& text,
                 std::vector<std::string> const& words, Choice& choice, AllMistakes& mistakes) {
    if (!text) {
        return;
    }
    if (auto const place = place_among(option, *text, words, mistakes)) {
        choice = static_cast<Choice>(*place);
    }
}

} // namespace talentsim
