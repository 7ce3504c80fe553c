#include "engine/cli/option_values.hpp"

#include <fmt/format.h>

#include "engine/core/parallel.hpp"
#include "engine/io/parameter_value.hpp"

namespace talentsim {

namespace {

constexpr double most_threads = 1024;

template <class Value>
std::optional<Value> value_of(char const* option, std::string const& text,
                              ParameterInfo const& info, AllMistakes& mistakes) {
    auto const read = read_value({.kind = ConfigNode::Kind::scalar, .text = text}, info, {});
    if (!read.problem.empty()) {
        mistakes.add(fmt::format("{}: {}", option, read.problem));
        return std::nullopt;
    }
    return std::get<Value>(read.value);
}

} // namespace

void add_threads_option(CLI::App& command, std::optional<std::string>& text) {
    command.add_option("--threads", text, "Threads to use; all if not given")->type_name("N");
}

std::size_t read_threads(std::optional<std::string> const& text, AllMistakes& mistakes) {
    if (!text) {
        return available_threads();
    }
    ParameterInfo info;
    info.type = ParameterType::whole_number;
    info.bounds = within(1, most_threads);
    return static_cast<std::size_t>(
        value_of<double>("--threads", *text, info, mistakes).value_or(1));
}

std::optional<std::size_t> place_among(char const* option, std::string const& text,
                                       std::vector<std::string> const& words,
                                       AllMistakes& mistakes) {
    ParameterInfo info;
    info.type = ParameterType::choice;
    info.words = words;
    auto const word = value_of<std::string>(option, text, info, mistakes);
    if (!word) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), *word) - words.begin());
}

} // namespace talentsim
