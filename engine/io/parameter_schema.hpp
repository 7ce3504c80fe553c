#pragma once

#include <string>

namespace talentsim {

/// JSON Schema (draft 2020-12) of a scenario, made from the table of parameters: keys, types,
/// bounds and words, with meaning, unit, default and source as descriptions. Editors complete and
/// check scenarios by it; what several parameters get wrong together only the reader finds.
[[nodiscard]] std::string scenario_schema();

} // namespace talentsim
