#pragma once

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Compute is ordered, bought by governments, and delivered, as far as export controls license it.
///
/// What dated changes have added is ordered, and due production.delivery_lag_months later. What
/// governments buy is due in the month of the purchase: a share for the operator, the best of the
/// candidates, and the rest for the public pool. Where a cap binds, all orders of a country are
/// licensed to the same degree; beyond it substitutes are bought or the rest waits.
///
/// Reads   parameters; firms and countries: gpus_ordered, country
/// Writes  gpu_orders; gpus_ordered of both; firms: own_gpus; countries: public_gpus, sector_gpus,
///         controlled_gpus_delivered
/// Draws   nothing
/// Keeps   no deliveries under export control beyond the cap
void deliver_compute(Market& market, Parameters const& parameters, Step const& step);

} // namespace talentsim
