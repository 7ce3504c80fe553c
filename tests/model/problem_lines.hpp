#pragma once

#include <string>
#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim::test {

/// Problems as a user reads them, one per line.
inline std::string lines_of(std::vector<ParameterProblem> const& problems) {
    std::string all;
    for (auto const& problem : problems) {
        all += (all.empty() ? "" : "\n") + problem.path + ": " + problem.what;
    }
    return all;
}

} // namespace talentsim::test
