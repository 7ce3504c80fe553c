#include "engine/io/nearest_name.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace talentsim {

std::size_t spelling_distance(std::string_view a, std::string_view b) {
    constexpr std::size_t longest = 128;
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    // Rows of the table of distances between the first i letters of a and the first j of b.
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last = std::exchange(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

std::string nearest_name(std::string_view name, std::vector<std::string> const& known) {
    std::string nearest;
    auto smallest = std::numeric_limits<std::size_t>::max();
    for (auto const& candidate : known) {
        if (auto const distance = spelling_distance(name, candidate); distance < smallest) {
            smallest = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace talentsim
