#include "engine/mechanisms/apportionment.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/exact_sum.hpp"

namespace talentsim {

void apportion(std::int64_t pool, std::span<Claim> claims,
               std::function<std::uint64_t(std::size_t)> const& priority,
               std::vector<std::uint32_t>& scratch) {
    TalentSum sum; // exact, so that the order of claims does not show in the last bit
    for (Claim const& claim : claims) {
        sum += TalentSum{claim.weight};
    }
    double const total = sum.value();
    if (total <= 0.0 || pool <= 0) {
        for (Claim& claim : claims) {
            claim.units = 0;
        }
        return;
    }

    double const per_weight = static_cast<double>(pool) / total;
    std::int64_t left = pool;
    for (Claim& claim : claims) {
        // Rounding of the quota must not hand out more than there is.
        claim.units = std::min(static_cast<std::int64_t>(claim.weight * per_weight), left);
        left -= claim.units;
    }
    auto const extra =
        static_cast<std::ptrdiff_t>(std::min(left, static_cast<std::int64_t>(claims.size())));
    if (extra == 0) {
        return;
    }

    scratch.resize(claims.size());
    std::iota(scratch.begin(), scratch.end(), 0U);
    auto const remainder = [&](std::uint32_t i) {
        return claims[i].weight * per_weight - static_cast<double>(claims[i].units);
    };
    auto const goes_first = [&](std::uint32_t i, std::uint32_t j) {
        double const one = remainder(i);
        double const other = remainder(j);
        return one != other ? one > other : priority(i) < priority(j);
    };
    std::nth_element(scratch.begin(), scratch.begin() + extra - 1, scratch.end(), goes_first);
    for (std::ptrdiff_t k = 0; k != extra; ++k) {
        ++claims[scratch[static_cast<std::size_t>(k)]].units;
    }
}

} // namespace talentsim
