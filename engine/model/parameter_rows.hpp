#pragma once

#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

// The rows of the parameter table, section by section. To add a parameter, add a field to
// parameters.hpp and a row here; the reader, `describe` and the JSON Schema follow.

[[nodiscard]] std::vector<Parameter> simulation_rows();
[[nodiscard]] std::vector<Parameter> mechanisms_rows();
[[nodiscard]] std::vector<Parameter> population_rows();
[[nodiscard]] std::vector<Parameter> search_rows();
[[nodiscard]] std::vector<Parameter> offers_rows();
[[nodiscard]] std::vector<Parameter> utility_rows();
[[nodiscard]] std::vector<Parameter> production_rows();
[[nodiscard]] std::vector<Parameter> budgets_rows();
[[nodiscard]] std::vector<Parameter> finance_rows();
[[nodiscard]] std::vector<Parameter> countries_rows();
[[nodiscard]] std::vector<Parameter> firms_rows();
[[nodiscard]] std::vector<Parameter> fringe_rows();
/// Compute bought, export controls, breakthroughs, loss of stars; their switches too.
[[nodiscard]] std::vector<Parameter> compute_rows();
[[nodiscard]] std::vector<Parameter> ties_rows();
[[nodiscard]] std::vector<Parameter> contacts_rows();
[[nodiscard]] std::vector<Parameter> visas_rows();
/// Contracts that vest, and grants to the whole staff; their switches too.
[[nodiscard]] std::vector<Parameter> contract_rows();
/// Drives, and their switch.
[[nodiscard]] std::vector<Parameter> drives_rows();
/// Rumours about terms, and their switch.
[[nodiscard]] std::vector<Parameter> rumours_rows();
/// Of the sites that firms have in other countries.
[[nodiscard]] std::vector<Parameter> sites_rows();
/// Acquisitions, faculty and start-ups of one's own; their switches too.
[[nodiscard]] std::vector<Parameter> deals_rows();

} // namespace talentsim
