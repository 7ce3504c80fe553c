#pragma once

#include <optional>
#include <string>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Whether a parameter has a value when nobody sets it, other than empty text.
[[nodiscard]] bool has_default(ParameterInfo const& info);

/// In one paragraph: meaning, unit, what is accepted, default, source, when it may change.
[[nodiscard]] std::string summary_of(ParameterInfo const& info);

/// What there is to say about whatever stands at a path: a parameter in full, the parameters of a
/// section (all of them for an empty path) line by line, or a variable of the output. Nothing if
/// there is no such thing.
[[nodiscard]] std::optional<std::string> description_of(std::string const& path);

/// The parameter or variable of the output whose name comes nearest.
[[nodiscard]] std::string nearest_description(std::string const& path);

} // namespace talentsim
