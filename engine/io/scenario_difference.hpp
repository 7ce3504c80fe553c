#pragma once

#include <string>
#include <vector>

namespace talentsim {

/// A path at which two scenarios differ, and what each says there; `(not set)` where one says
/// nothing.
struct ScenarioDifference {
    std::string path;
    std::string first;
    std::string second;
};

/// Where two scenarios differ, by path.
///
/// @param first, second  canonical texts, as in Scenario::resolved
[[nodiscard]] std::vector<ScenarioDifference> differences(std::string const& first,
                                                          std::string const& second);

} // namespace talentsim
