#pragma once

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Firms look at whom their rivals have hired last month, and fear to be left out.
///
/// Reads   firms: star_hires, staff_by_tier
/// Writes  firms: fear
/// Draws   nothing
/// Keeps   fear >= 0
void look_at_rivals(Market& market, Parameters const& parameters);

/// By which a firm values talent more than it adds: 1 + omega [-].
[[nodiscard]] double urgency_of(FirmTable const& firms, FirmRow row, Parameters const& parameters);

} // namespace talentsim
