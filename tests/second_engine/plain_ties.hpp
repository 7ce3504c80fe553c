#pragma once

#include "tests/second_engine/plain_world.hpp"

namespace talentsim::plain {

/// Those whom somebody knows and who still work or could, the latest acquaintance first.
[[nodiscard]] std::vector<Person const*> acquaintances_of(Person const& person,
                                                          PlainWorld const& world);

/// RD: the mean of max(0, pay - own pay)/own pay over those whom somebody knows.
[[nodiscard]] double deprivation_of(Person const& person, PlainWorld const& world);

/// How many of those whom somebody knows work at a firm.
[[nodiscard]] double friends_at(Person const& person, Firm const& firm, PlainWorld const& world);

} // namespace talentsim::plain
