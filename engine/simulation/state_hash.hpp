#pragma once

#include <cstdint>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"

namespace talentsim {

/// A number that two markets share if every researcher and every firm is in the same state, bit for
/// bit, in whatever rows: results compare what is observed, this what is there. Differences escape
/// it with probability 2^-64.
///
/// Sums of hashes modulo 2^64, so that neither rows nor order of visits show. Costs a pass over
/// every column.
[[nodiscard]] std::uint64_t state_hash(Market const& market, Visit order);

} // namespace talentsim
