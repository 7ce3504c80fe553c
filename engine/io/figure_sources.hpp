#pragma once

#include <string>
#include <vector>

#include "engine/io/config_tree.hpp"
#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Where the figures in the files of a scenario come from, by the comments at the ends of their
/// lines. Figures are numbers that say something about the world, so not the seed, the months and
/// the like; those given on the command line and defaults are not among them.
struct FigureSources {
    std::vector<std::string> cited;   ///< paths whose comment names something
    std::vector<std::string> assumed; ///< paths whose comment begins with `assumed`
    std::vector<std::string> silent;  ///< paths without a comment

    void add(std::string path, ParameterInfo const& info, ConfigNode const& value);
};

} // namespace talentsim
