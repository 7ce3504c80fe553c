#include "engine/mechanisms/apportionment.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace talentsim {

void Apportionment::merge(Apportionment const& other) noexcept {
    whole_parts_ += other.whole_parts_;
    for (std::size_t bucket = 0; bucket != n_buckets; ++bucket) {
        claims_[bucket] += other.claims_[bucket];
    }
}

void Apportionment::settle() noexcept {
    left_ = pool_ - whole_parts_;
    while (line_ > 0 && claims_[line_ - 1] <= left_) {
        left_ -= claims_[--line_];
    }
}

std::vector<std::int64_t> apportion(std::int64_t pool, std::span<double const> weights,
                                    std::function<std::uint64_t(std::size_t)> const& priority) {
    Apportionment apportionment{pool, std::accumulate(weights.begin(), weights.end(), 0.0)};
    for (double const weight : weights) {
        apportionment.count(weight);
    }
    apportionment.settle();
    std::vector<std::int64_t> units;
    units.reserve(weights.size());
    std::vector<std::size_t> line;
    for (std::size_t i = 0; i != weights.size(); ++i) {
        auto const share = apportionment.share(weights[i]);
        units.push_back(share.units);
        if (share.is_on_the_line) {
            line.push_back(i);
        }
    }
    auto const rank = [&](std::size_t i) {
        return std::tuple{-apportionment.share(weights[i]).remainder, priority(i)};
    };
    std::sort(line.begin(), line.end(),
              [&](std::size_t i, std::size_t k) { return rank(i) < rank(k); });
    for (std::size_t k = 0; k != static_cast<std::size_t>(apportionment.left()); ++k) {
        ++units[line[k]];
    }
    return units;
}

} // namespace talentsim
