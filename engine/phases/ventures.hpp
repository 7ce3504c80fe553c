#pragma once

#include "engine/model/market.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Whether somebody may found a start-up: of a tier that investors back, in a country where they
/// do, and not on a visa, which would end.
[[nodiscard]] bool may_found(Market const& market, Parameters const& parameters, ResearcherRow who);

/// Somebody without an employer builds a start-up until a month, and hears no offers before.
void begin_venture(Market& market, ResearcherRow who, Month until);

/// Founders whose time is over are without a job like others.
///
/// Reads   ventures; researchers: identity, location
/// Writes  researchers: pending, pending_move; ventures
/// Draws   nothing
void end_ventures(Market& market, Month month);

} // namespace talentsim
