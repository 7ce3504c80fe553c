#pragma once

#include "engine/core/random.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// Give a row its person: identity, talent, tastes and mission drawn from the identity alone;
/// jobless since `month`. The tier is set from the market's thresholds.
///
/// Draws   Draw::talent (1 block), Draw::utility_weight (1 block per weight with a spread),
///         Draw::mission (2 blocks)
void bring_to_life(Market& market, ResearcherRow row, Identity identity, CountryRow origin,
                   CountryRow location, Month month, Parameters const& parameters,
                   RandomKey const& key);

/// Make a person jobless from this month on.
void end_job(Market& market, ResearcherRow row, Month month);

/// Somebody has come to live where they are now: at home, by a visa of this programme, or (with
/// none, or one that does not end) for good.
void take_residence(Market& market, ResearcherRow row, VisaRow visa, Month month);

/// A job that was agreed upon and has not begun will not, or now does.
void forget_pending(Market& market, ResearcherRow row);

/// Free a row whose person has left the world of work.
void remove(Market& market, ResearcherRow row);

} // namespace talentsim
