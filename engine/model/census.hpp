#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/exact_sum.hpp"
#include "engine/core/ids.hpp"
#include "engine/model/market.hpp"

namespace talentsim {

/// Counts of people by country and tier.
class CountByTier {
  public:
    explicit CountByTier(std::size_t countries = 0) : counts_(countries * n_tiers, 0) {}

    [[nodiscard]] std::int64_t& at(CountryRow country, Tier tier) {
        return counts_[country.at() * n_tiers + static_cast<std::size_t>(tier)];
    }

    [[nodiscard]] std::int64_t at(CountryRow country, Tier tier) const {
        return counts_[country.at() * n_tiers + static_cast<std::size_t>(tier)];
    }

    /// All counts, country by country, tiers S to C within.
    [[nodiscard]] std::vector<std::int64_t> const& all() const noexcept { return counts_; }

    [[nodiscard]] std::vector<std::int64_t>& all() noexcept { return counts_; }

    friend bool operator==(CountByTier const&, CountByTier const&) = default;

  private:
    std::vector<std::int64_t> counts_;
};

/// What is counted of the staff of one firm.
struct StaffCount {
    std::array<std::int64_t, n_tiers> by_tier{}; ///< [persons]
    MoneySum payroll;                            ///< [USD/year]
    TalentSum talent;                            ///< sum of theta^h
    TalentSum log_talent;                        ///< sum of ln(theta)

    friend bool operator==(StaffCount const&, StaffCount const&) = default;
};

/// People counted where they are, apart from the counts that firms keep of their staff.
struct Census {
    CountByTier headcount; ///< residents, with and without a job
    CountByTier employed;
    std::int64_t faulty = 0; ///< rows with an impossible state, for the ledger

    friend bool operator==(Census const&, Census const&) = default;
};

} // namespace talentsim
