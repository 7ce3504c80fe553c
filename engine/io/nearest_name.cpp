#include "engine/io/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace talentsim {

namespace {

constexpr std::size_t longest = 128;

std::size_t difference(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

} // namespace

std::size_t spelling_distance(std::string_view a, std::string_view b) {
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    // Rows of the table of distances between the first i letters of a and the first j of b.
    std::array<std::array<std::size_t, longest + 1>, 3> rows{};
    std::iota(rows[0].begin(), rows[0].begin() + static_cast<std::ptrdiff_t>(b.size()) + 1,
              std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        auto const& last = rows[(i + 2) % 3];
        auto const& before_last = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return rows[a.size() % 3][b.size()];
}

std::string nearest_name(std::string_view name, std::vector<std::string> const& known) {
    std::string nearest;
    auto smallest = std::numeric_limits<std::size_t>::max();
    for (auto const& candidate : known) {
        if (difference(std::min(name.size(), longest), std::min(candidate.size(), longest)) >=
            smallest) {
            continue; // so many letters at least must be added or dropped
        }
        if (auto const distance = spelling_distance(name, candidate); distance < smallest) {
            smallest = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace talentsim
