#pragma once

#include <filesystem>
#include <vector>

#include "engine/simulation/stylised_fact.hpp"

namespace talentsim {

/// Read a file of stylised facts (docs/formats/facts.md), in the order in which they stand there.
///
/// @throws InputError with every mistake on a line of its own, as
///         `FILE:LINE:COLUMN: key: what was found (what is accepted)`
[[nodiscard]] std::vector<StylisedFact> read_facts(std::filesystem::path const& file);

} // namespace talentsim
