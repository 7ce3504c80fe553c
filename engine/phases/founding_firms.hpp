#pragma once

#include <vector>

#include "engine/core/random.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// The row of the country with this code; the table has it.
[[nodiscard]] CountryRow row_of(CountryTable const& countries, std::string const& code);

/// A quantity of the whole world in the simulated part of it, rounded by a chance that belongs to
/// its name.
[[nodiscard]] std::int64_t scaled(double amount, double scale, std::string const& name,
                                  RandomKey const& key);

/// Fill the tables of countries and firms: who they are and what they are at founding. Firms have
/// no staff yet.
void found_countries(Market& market, Parameters const& parameters);
void found_firms(Market& market, Parameters const& parameters, RandomKey const& key);

/// Set founding talent, compute, revenue and budget of every firm, from its staff target and the
/// mean talent of the population.
void found_books(Market& market, Parameters const& parameters);

} // namespace talentsim
