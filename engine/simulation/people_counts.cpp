#include "engine/simulation/people_counts.hpp"

namespace talentsim {

namespace {

std::size_t place_of(FirmRow firm, Month began) {
    Month const turn = began % PeopleCounts::retention_months;
    return firm.at() * PeopleCounts::retention_months +
           static_cast<std::size_t>(turn < 0 ? turn + PeopleCounts::retention_months : turn);
}

} // namespace

PeopleCounts::PeopleCounts(Market const& market, Month last_month)
    : last_month_{last_month},
      pay_bins_(market.countries.size() * n_tiers * PayHistogram::bins, 0),
      pay_sums_(market.countries.size() * n_tiers),
      retained_(market.firms.size(), 0),
      recent_(market.firms.size() * retention_months, 0) {
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        count(standing_of(market.researchers, ResearcherRow{i}), 1);
    }
}

void PeopleCounts::count(Standing const& somebody, int one) {
    if (!somebody.is_employed()) {
        return;
    }
    std::size_t const here = cell(somebody.location, somebody.tier);
    std::uint32_t& bin = pay_bins_[here * PayHistogram::bins + PayHistogram::bin_of(somebody.pay)];
    bin = static_cast<std::uint32_t>(static_cast<int>(bin) + one);
    pay_sums_[here].add(one, MoneySum{somebody.pay});
    if (somebody.since <= last_month_ - retention_months) {
        retained_[somebody.employer] += one;
    } else {
        recent_[place_of(somebody.employer, somebody.since)] += one;
    }
}

void PeopleCounts::pass_month(std::vector<StandingChange> const& changes) {
    ++last_month_;
    // Who began retention_months ago is retained now, and leaves the place to who begins now.
    for (std::size_t f = 0; f != retained_.size(); ++f) {
        std::int32_t& oldest = recent_[place_of(FirmRow{f}, last_month_)];
        retained_[FirmRow{f}] += oldest;
        oldest = 0;
    }
    for (StandingChange const& change : changes) {
        count(change.before, -1);
        count(change.after, 1);
    }
}

} // namespace talentsim
