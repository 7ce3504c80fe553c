#pragma once

#include "engine/core/parallel.hpp"
#include "engine/core/random.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// The world before its first month: firms at founding size, residents drawn and dealt to the firms
/// of their country in random order, founding contracts at a share of the cap.
///
/// At a scale below 1, named firms keep their number and shrink; unnamed ones keep their size and
/// become fewer. Either way a firm's books are kept at full scale.
///
/// Draws   Draw::rounding, fringe_premium, origin, first_employer, age, and those of bring_to_life,
///         found_ties and found_contracts
[[nodiscard]] Market found_market(Parameters const& parameters, RandomKey const& key, Visit order);

/// The countries and firms of that world, before anybody lives there.
[[nodiscard]] Market found_economy(Parameters const& parameters, RandomKey const& key);

/// Researchers that found_market will make, to within one per country.
[[nodiscard]] double expected_researchers(Parameters const& parameters);

} // namespace talentsim
