#include "engine/mechanisms/apportionment.hpp"

#include <algorithm>

#include "engine/core/exact_sum.hpp"

namespace talentsim {

void apportion(std::int64_t pool, std::span<Claim> claims,
               std::function<std::uint64_t(std::size_t)> const& priority,
               std::vector<Remainder>& scratch) {
    double largest = 0.0;
    for (Claim const& claim : claims) {
        largest = std::max(largest, claim.weight);
    }
    if (largest <= 0.0 || pool <= 0) {
        for (Claim& claim : claims) {
            claim.units = 0;
        }
        return;
    }
    TalentSum sum; // exact, so that the order of claims does not show in the last bit
    for (Claim const& claim : claims) {
        sum += TalentSum{claim.weight / largest};
    }
    double const per_weight = static_cast<double>(pool) / (sum.value() * largest);
    std::int64_t left = pool;
    scratch.clear();
    for (std::uint32_t i = 0; i != claims.size(); ++i) {
        Claim& claim = claims[i];
        double const quota = claim.weight * per_weight;
        // Rounding of the quota must not hand out more than there is.
        claim.units = std::min(static_cast<std::int64_t>(quota), left);
        left -= claim.units;
        scratch.push_back({.size = quota - static_cast<double>(claim.units), .claim = i});
    }
    auto const extra =
        static_cast<std::ptrdiff_t>(std::min(left, static_cast<std::int64_t>(claims.size())));
    if (extra == 0) {
        return;
    }
    std::nth_element(scratch.begin(), scratch.begin() + extra - 1, scratch.end(),
                     [&](Remainder const& a, Remainder const& b) {
                         return a.size != b.size ? a.size > b.size
                                                 : priority(a.claim) < priority(b.claim);
                     });
    for (std::ptrdiff_t k = 0; k != extra; ++k) {
        ++claims[scratch[static_cast<std::size_t>(k)].claim].units;
    }
}

} // namespace talentsim
