#pragma once

#include "tests/second_engine/plain_world.hpp"

namespace talentsim::plain {

/// The same market as plain objects: where a plain world begins.
[[nodiscard]] PlainWorld plain_world_of(Market const& market);

} // namespace talentsim::plain
