#include "engine/io/mistakes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <tuple>

#include "engine/core/error.hpp"

namespace talentsim {

Place Place::whole_file(std::string name) {
    return {.file = std::make_shared<std::string const>(std::move(name))};
}

Place Place::own_option(std::string name) {
    return {.option = std::make_shared<std::string const>(std::move(name))};
}

std::string Place::text() const {
    if (on_command_line()) {
        return option == nullptr ? "--set" : *option;
    }
    return line == 0 ? *file : fmt::format("{}:{}:{}", *file, line, column);
}

std::string on_one_line(std::string_view text) {
    auto const is_blank = [](unsigned char c) { return c <= ' ' || c == 0x7F; };
    while (!text.empty() && is_blank(static_cast<unsigned char>(text.back()))) {
        text.remove_suffix(1);
    }
    while (!text.empty() && is_blank(static_cast<unsigned char>(text.front()))) {
        text.remove_prefix(1);
    }
    std::string line{text};
    std::replace_if(line.begin(), line.end(), is_blank, ' ');
    return line;
}

std::string shown(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string kept{text.substr(0, longest)};
    if (text.size() > longest) {
        while (!kept.empty() && (static_cast<unsigned char>(kept.back()) & 0x80U) != 0) {
            kept.pop_back(); // not half a character
        }
        kept += "...";
    }
    return fmt::format("'{}'", on_one_line(kept));
}

bool on_one_path(std::string_view a, std::string_view b) {
    auto const& longer = a.size() < b.size() ? b : a;
    auto const& shorter = a.size() < b.size() ? a : b;
    return longer.starts_with(shorter) &&
           (longer.size() == shorter.size() || longer[shorter.size()] == '.');
}

void Mistakes::add(Place const& place, std::string const& key, std::string const& what) {
    bool const says_key = !key.empty() && place.option == nullptr;
    auto const* const before_key = place.on_command_line() ? " " : ": ";
    mistakes_.push_back({place, says_key
                                    ? fmt::format("{}{}{}: {}", place.text(), before_key, key, what)
                                    : fmt::format("{}: {}", place.text(), what)});
    if (!key.empty()) {
        paths_.push_back(key);
    }
}

bool Mistakes::concern(std::string_view path) const {
    return std::any_of(paths_.begin(), paths_.end(),
                       [&](std::string const& wrong) { return on_one_path(path, wrong); });
}

bool Mistakes::spoil(std::string_view path) const {
    return std::any_of(paths_.begin(), paths_.end(), [&](std::string const& wrong) {
        return wrong.size() <= path.size() && on_one_path(path, wrong);
    });
}

void Mistakes::throw_if_any() const {
    if (mistakes_.empty()) {
        return;
    }
    std::map<std::string, std::size_t> turn; // of a file: the order in which it was first blamed
    auto const turn_of = [&](Place const& place) {
        return place.on_command_line() ? mistakes_.size() : turn.at(*place.file);
    };
    for (auto const& one : mistakes_) {
        if (!one.place.on_command_line()) {
            turn.emplace(*one.place.file, turn.size());
        }
    }
    auto sorted = mistakes_;
    std::stable_sort(sorted.begin(), sorted.end(), [&](Mistake const& a, Mistake const& b) {
        return std::tuple{turn_of(a.place), a.place.line, a.place.column} <
               std::tuple{turn_of(b.place), b.place.line, b.place.column};
    });
    std::vector<std::string> lines;
    lines.reserve(sorted.size());
    for (auto const& one : sorted) {
        lines.push_back(one.line);
    }
    throw InputError{fmt::format("{}", fmt::join(lines, "\n"))};
}

} // namespace talentsim
