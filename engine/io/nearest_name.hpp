#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentsim {

/// Letters to insert, drop or replace, or neighbours to swap, to turn one name into the other.
/// Names are compared by their first 128 bytes. Source: Damerau (1964), "A technique for computer
/// detection and correction of spelling errors", as the optimal string alignment distance.
[[nodiscard]] std::size_t spelling_distance(std::string_view a, std::string_view b);

/// The known name with the smallest spelling distance, the first of several; empty if none is
/// known.
[[nodiscard]] std::string nearest_name(std::string_view name,
                                       std::vector<std::string> const& known);

} // namespace talentsim
