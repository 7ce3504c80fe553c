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
    auto const name = printable(*file);
    return line == 0 ? name : fmt::format("{}:{}:{}", name, line, column);
}

std::string printable(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; }, '?');
    return name;
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

std::string Mistakes::Mistake::line() const {
    bool const says_key = !key.empty() && place.option == nullptr;
    auto const* const before_key = place.on_command_line() ? " " : ": ";
    auto const words = find_words ? find_words() : what;
    return says_key ? fmt::format("{}{}{}: {}", place.text(), before_key, key, words)
                    : fmt::format("{}: {}", place.text(), words);
}

void Mistakes::add(Place const& place, std::string const& key, std::string what) {
    mistakes_.push_back({place, key, std::move(what), {}});
    if (!key.empty()) {
        paths_.insert(key);
    }
}

void Mistakes::add_slow(Place const& place, std::string const& key,
                        std::function<std::string()> what) {
    add(place, key, "");
    mistakes_.back().find_words = std::move(what);
}

bool Mistakes::concern(std::string_view path) const {
    if (spoil(path)) {
        return true;
    }
    auto const below = fmt::format("{}.", path);
    auto const first = paths_.lower_bound(below);
    return first != paths_.end() && first->starts_with(below);
}

bool Mistakes::spoil(std::string_view path) const {
    if (paths_.contains(path)) {
        return true;
    }
    auto const dot = path.rfind('.');
    return dot != std::string_view::npos && spoil(path.substr(0, dot));
}

void Mistakes::throw_if_any() const {
    if (mistakes_.empty()) {
        return;
    }
    std::map<std::string, std::size_t> turn; // of a file: the order in which it was first blamed
    using Order = std::tuple<std::size_t, int, int, std::size_t>;
    std::vector<Order> order; // the last of each is the mistake
    order.reserve(mistakes_.size());
    for (std::size_t i = 0; i != mistakes_.size(); ++i) {
        auto const& place = mistakes_[i].place;
        auto const turn_of_place = place.on_command_line()
                                       ? mistakes_.size()
                                       : turn.emplace(*place.file, turn.size()).first->second;
        order.emplace_back(turn_of_place, place.line, place.column, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::string> lines;
    for (auto const& one : order) {
        if (lines.size() == most_told) {
            auto const left = order.size() - most_told;
            lines.push_back(fmt::format("and {} more mistake{}", left, left == 1 ? "" : "s"));
            break;
        }
        lines.push_back(mistakes_[std::get<3>(one)].line());
    }
    throw InputError{fmt::format("{}", fmt::join(lines, "\n"))};
}

} // namespace talentsim
