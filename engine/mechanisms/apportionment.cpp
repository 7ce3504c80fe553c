#include "engine/mechanisms/apportionment.hpp"

#include <algorithm>
#include <array>

#include "engine/core/exact_sum.hpp"

namespace talentsim {

namespace {

constexpr std::size_t n_buckets = 256;

} // namespace

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
    // Only the remainders next to the last unit need sorting: the others are told apart by bucket.
    double const per_weight = static_cast<double>(pool) / (sum.value() * largest);
    auto const remainder = [&](Claim const& claim) {
        return claim.weight * per_weight - static_cast<double>(claim.units);
    };
    auto const bucket = [](double part) {
        return static_cast<std::size_t>(std::clamp(part, 0.0, 1.0) * (n_buckets - 1));
    };
    std::array<std::int64_t, n_buckets> filled{};
    std::int64_t left = pool;
    for (Claim& claim : claims) {
        // Rounding of the quota must not hand out more than there is.
        claim.units = std::min(static_cast<std::int64_t>(claim.weight * per_weight), left);
        left -= claim.units;
        ++filled[bucket(remainder(claim))];
    }
    std::int64_t extra = std::min(left, static_cast<std::int64_t>(claims.size()));
    std::size_t above = n_buckets; // buckets from here on get a unit each
    while (above > 0 && filled[above - 1] <= extra) {
        extra -= filled[--above];
    }
    scratch.clear();
    for (std::uint32_t i = 0; i != claims.size(); ++i) {
        double const part = remainder(claims[i]);
        if (bucket(part) >= above) {
            ++claims[i].units;
        } else if (bucket(part) + 1 == above) {
            scratch.push_back({.size = part, .claim = i});
        }
    }
    if (extra == 0) {
        return;
    }
    std::nth_element(scratch.begin(), scratch.begin() + (extra - 1), scratch.end(),
                     [&](Remainder const& a, Remainder const& b) {
                         return a.size != b.size ? a.size > b.size
                                                 : priority(a.claim) < priority(b.claim);
                     });
    for (std::int64_t k = 0; k != extra; ++k) {
        ++claims[scratch[static_cast<std::size_t>(k)].claim].units;
    }
}

} // namespace talentsim
