#include "engine/phases/census.hpp"

#include <limits>

namespace talentsim {

namespace {

void merge(Counts& total, Counts const& part) {
    auto const add = [](CountByTier& to, CountByTier const& from) {
        for (std::size_t i = 0; i != to.all().size(); ++i) {
            to.all()[i] += from.all()[i];
        }
    };
    add(total.census.headcount, part.census.headcount);
    add(total.census.employed, part.census.employed);
    total.census.faulty += part.census.faulty;
    for (std::size_t f = 0; f != total.staff.size(); ++f) {
        StaffCount& to = total.staff[FirmRow{f}];
        StaffCount const& from = part.staff[FirmRow{f}];
        for (std::size_t tier = 0; tier != n_tiers; ++tier) {
            to.by_tier[tier] += from.by_tier[tier];
        }
        to.payroll += from.payroll;
        to.talent += from.talent;
        to.log_talent += from.log_talent;
    }
}

/// False for NaN too.
bool is_amount(double x) { return x >= 0.0 && x < std::numeric_limits<double>::infinity(); }

/// What can be counted of somebody.
enum class Countable : std::uint8_t { nothing, location, employer };

/// @param faulty  one more on return where the standing is impossible
Countable countable(Standing const& one, Market const& market, std::int64_t& faulty) {
    if (!one.is_present()) {
        return Countable::nothing;
    }
    if (one.location.at() >= market.countries.size()) {
        ++faulty;
        return Countable::nothing;
    }
    if (!one.is_employed()) {
        return Countable::location;
    }
    if (one.employer.at() >= market.firms.size() || !is_amount(one.pay) ||
        !is_amount(one.talent_units)) {
        ++faulty;
        return Countable::location;
    }
    return Countable::employer;
}

void count(Market const& market, ResearcherRow row, Counts& counts) {
    Standing const one = standing_of(market.researchers, row);
    auto const what = countable(one, market, counts.census.faulty);
    if (what == Countable::nothing) {
        return;
    }
    ++counts.census.headcount.at(one.location, one.tier);
    if (what == Countable::location) {
        return;
    }
    ++counts.census.employed.at(one.location, one.tier);
    StaffCount& staff = counts.staff[one.employer];
    ++staff.by_tier[static_cast<std::size_t>(one.tier)];
    staff.payroll += MoneySum{one.pay};
    staff.talent += TalentSum{one.talent_units};
    staff.log_talent += TalentSum{one.log_talent};
}

/// One side of a change: somebody comes (one is 1) or goes (one is -1).
void recount(Market& market, Census& census, Standing const& somebody, int one) {
    std::int64_t faulty = 0;
    auto const what = countable(somebody, market, faulty);
    census.faulty += one * faulty;
    if (what == Countable::nothing) {
        return;
    }
    census.headcount.at(somebody.location, somebody.tier) += one;
    if (what == Countable::location) {
        return;
    }
    census.employed.at(somebody.location, somebody.tier) += one;
    FirmTable& firms = market.firms;
    FirmRow const employer = somebody.employer;
    firms.staff_by_tier[employer][static_cast<std::size_t>(somebody.tier)] += one;
    firms.staff[employer] += one;
    firms.payroll[employer].add(one, MoneySum{somebody.pay});
    firms.talent[employer].add(one, TalentSum{somebody.talent_units});
    firms.log_talent[employer].add(one, TalentSum{somebody.log_talent});
}

} // namespace

Counts count_everybody(Market const& market, Visit order) {
    std::size_t const countries = market.countries.size();
    auto const fresh = [&] {
        return Counts{
            .census = {.headcount = CountByTier{countries}, .employed = CountByTier{countries}},
            .staff = FirmColumn<StaffCount>(market.firms.size())};
    };
    return tally<Counts>(
        order, market.researchers.size(), fresh,
        [&](std::size_t i, Counts& mine) { count(market, ResearcherRow{i}, mine); }, merge);
}

StaffCount staff_count(FirmTable const& firms, FirmRow firm) {
    return {.by_tier = firms.staff_by_tier[firm],
            .payroll = firms.payroll[firm],
            .talent = firms.talent[firm],
            .log_talent = firms.log_talent[firm]};
}

Census take_census(Market& market, Visit order) {
    auto counts = count_everybody(market, order);
    FirmTable& firms = market.firms;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        StaffCount const& counted = counts.staff[row];
        firms.staff_by_tier[row] = counted.by_tier;
        firms.staff[row] = 0;
        for (std::int64_t const heads : counted.by_tier) {
            firms.staff[row] += heads;
        }
        firms.payroll[row] = counted.payroll;
        firms.talent[row] = counted.talent;
        firms.log_talent[row] = counted.log_talent;
    }
    return std::move(counts.census);
}

void update_census(Market& market, Census& census, std::vector<StandingChange> const& changes) {
    for (StandingChange const& change : changes) {
        recount(market, census, change.before, -1);
        recount(market, census, change.after, 1);
    }
}

} // namespace talentsim
