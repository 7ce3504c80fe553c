#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace talentsim {

/// A pool divided by weights in whole units: each claim gets the whole part of its quota, and those
/// with the largest remainders one unit more until the pool is used up.
///
/// Goes over the claims twice, in any order and in any parts, and stores none of them: `count`
/// each, then `settle`, then ask for the `share` of each. Sharing out what is then `left` among the
/// few claims on the line, by remainder, is up to the caller. Source: Hamilton's method of largest
/// remainders; Balinski & Young (1982), "Fair representation".
class Apportionment {
  public:
    Apportionment() = default;

    /// @param pool     units, in [0, 2^50)
    /// @param weights  sum of the weights of all claims, exact to a part in 2^50 / pool, so that
    ///                 whole parts cannot add up to more than the pool
    Apportionment(std::int64_t pool, double weights) noexcept
        : pool_{weights > 0.0 ? pool : 0},
          per_weight_{weights > 0.0 ? static_cast<double>(pool) / weights : 0.0} {}

    void count(double weight) noexcept {
        Quota const quota = quota_of(weight);
        whole_parts_ += quota.units;
        ++claims_[quota.bucket];
    }

    /// Take over what another one, of the same pool, has counted.
    void merge(Apportionment const& other) noexcept;

    /// Draw the line, all claims having been counted.
    void settle() noexcept;

    struct Share {
        std::int64_t units = 0;
        bool is_on_the_line = false; ///< one unit more goes to some of these
        double remainder = 0.0;
    };

    [[nodiscard]] Share share(double weight) const noexcept {
        Quota const quota = quota_of(weight);
        return {.units = quota.units + (quota.bucket >= line_ ? 1 : 0),
                .is_on_the_line = left_ > 0 && quota.bucket + 1 == line_,
                .remainder = quota.remainder};
    }

    /// Units to go to the claims on the line with the largest remainders; fewer than there are.
    [[nodiscard]] std::int64_t left() const noexcept { return left_; }

  private:
    static constexpr std::size_t n_buckets = 64;

    struct Quota {
        std::int64_t units;
        double remainder; ///< in [0, 1)
        std::size_t bucket;
    };

    [[nodiscard]] Quota quota_of(double weight) const noexcept {
        double const quota = weight * per_weight_;
        auto const units = static_cast<std::int64_t>(quota);
        double const remainder = quota - static_cast<double>(units);
        return {.units = units,
                .remainder = remainder,
                .bucket = static_cast<std::size_t>(remainder * n_buckets)};
    }

    std::int64_t pool_ = 0;
    double per_weight_ = 0.0;
    std::int64_t whole_parts_ = 0; ///< of the quotas counted, summed
    std::int64_t left_ = 0;
    std::size_t line_ = n_buckets; ///< claims in buckets from here on get a unit more
    std::array<std::uint32_t, n_buckets> claims_{};
};

/// Units for claims that stand in a list.
///
/// @param weights   >= 0; shape [claims]
/// @param priority  priority(i) of claim i, all different: the lower goes first where remainders
/// tie
/// @returns units; shape [claims]; their sum is exactly the pool, unless no weight is positive
[[nodiscard]] std::vector<std::int64_t>
apportion(std::int64_t pool, std::span<double const> weights,
          std::function<std::uint64_t(std::size_t)> const& priority);

} // namespace talentsim
