#pragma once

#include <string>
#include <vector>

#include "engine/cli/text_table.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

/// The laws of a preset, a row each: theory beside what was found, and whether the law holds.
[[nodiscard]] std::string law_table(Preset const& preset, std::vector<Law> const& laws,
                                    TableStyle style);

} // namespace talentsim
