#pragma once

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// Copy the parameters in force into the tables, each firm and country with its own value or the
/// more general one. Stocks (GPU pools) get the difference to the value last read, so that a dated
/// change delivers once; where compute has to be ordered, what is added goes to gpus_ordered.
///
/// Reads   parameters
/// Writes  the columns under "Parameters in force"; own_gpus of firms; public_gpus,
///         output_factor, site_output_factor, sector_shares and bloc of countries; gpus_ordered of
///         both; what take_up_visas, take_up_contracts and take_up_drives write
/// Draws   nothing
/// Keeps   a parameter set to what it was changes not one bit
void take_up_terms(Market& market, Parameters const& parameters);

} // namespace talentsim
