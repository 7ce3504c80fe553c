#pragma once

#include "tests/second_engine/plain_world.hpp"

namespace talentsim::plain {

/// Somebody with talent, tastes and mission drawn from the identity alone: jobless, in the country
/// of origin.
[[nodiscard]] Person newborn(Identity identity, Country& origin, PlainWorld const& world,
                             Now const& now);

/// For another, for joblessness, or for good: of stars the firm takes note.
void leave_employer(Person& person);

/// From this month on.
void make_jobless(Person& person, Month month);

} // namespace talentsim::plain
