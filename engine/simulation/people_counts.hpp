#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/exact_sum.hpp"
#include "engine/model/market.hpp"
#include "engine/model/standing.hpp"
#include "engine/simulation/pay_histogram.hpp"

namespace talentsim {

/// What the indicators count of people besides the census: pay by country and tier, and how long
/// the staff of a firm has been there. Counted once, and kept along with the changes of each month.
class PeopleCounts {
  public:
    /// Months after which somebody counts as retained.
    static constexpr Month retention_months = 24;

    /// Count everybody.
    ///
    /// @param last_month  the month that has just ended
    PeopleCounts(Market const& market, Month last_month);

    /// The next month has passed, with these changes.
    void pass_month(std::vector<StandingChange> const& changes);

    /// People with a job by pay; shape [PayHistogram::bins].
    [[nodiscard]] std::span<std::uint32_t const> pay_bins(CountryRow country, Tier tier) const {
        return {pay_bins_.data() + cell(country, tier) * PayHistogram::bins, PayHistogram::bins};
    }

    /// Sum of pay of those with a job.
    [[nodiscard]] MoneySum pay_sum(CountryRow country, Tier tier) const {
        return pay_sums_[cell(country, tier)];
    }

    /// Staff who have been at this firm for retention_months or more.
    [[nodiscard]] std::int64_t retained(FirmRow firm) const { return retained_[firm]; }

    friend bool operator==(PeopleCounts const&, PeopleCounts const&) = default;

  private:
    [[nodiscard]] static std::size_t cell(CountryRow country, Tier tier) {
        return country.at() * n_tiers + static_cast<std::size_t>(tier);
    }

    void count(Standing const& somebody, int one);

    Month last_month_;
    std::vector<std::uint32_t> pay_bins_; ///< (country, tier, bin)
    std::vector<MoneySum> pay_sums_;      ///< (country, tier)
    FirmColumn<std::int64_t> retained_;
    /// Staff who began in one of the last retention_months months; (firm, month of beginning modulo
    /// retention_months).
    std::vector<std::int32_t> recent_;
};

} // namespace talentsim
