#pragma once

#include <cstddef>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <string>
#include <vector>

namespace talentsim {

/// The first keys of a section, for telling what would have been accepted.
template <class Entry>
[[nodiscard]] std::string keys_of(std::map<std::string, Entry> const& entries) {
    constexpr std::size_t most_told = 20;
    std::vector<std::string> known;
    for (auto const& [key, rest] : entries) {
        if (known.size() == most_told) {
            known.emplace_back("...");
            break;
        }
        known.push_back(key);
    }
    return fmt::format("{}", fmt::join(known, ", "));
}

} // namespace talentsim
