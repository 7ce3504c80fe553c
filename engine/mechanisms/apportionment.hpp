#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace talentsim {

/// One claim on a pool that is divided in whole units.
struct Claim {
    double weight = 0.0;    ///< share claimed, relative to the others' [-]; >= 0
    std::int64_t units = 0; ///< result
};

/// What the whole part of a quota leaves over.
struct Remainder {
    double size = 0.0;
    std::uint32_t claim = 0;
};

/// Divide a pool by weights in whole units: each claim gets the whole part of its quota, and those
/// with the largest remainders one unit more until the pool is used up. Claims of equal weight get
/// the same up to one unit; the sum is exactly the pool, unless no weight is positive.
///
/// Linear in the number of claims, on average.
/// @param priority  priority(i) of claim i: the lower goes first where remainders tie; asked for
/// then
///                  only, and must differ between claims
/// @param scratch   work space, reused between calls
/// Source: Hamilton's method of largest remainders; Balinski & Young (1982), "Fair representation".
void apportion(std::int64_t pool, std::span<Claim> claims,
               std::function<std::uint64_t(std::size_t)> const& priority,
               std::vector<Remainder>& scratch);

} // namespace talentsim
