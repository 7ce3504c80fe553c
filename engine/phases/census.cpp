#include "engine/phases/census.hpp"

#include <cmath>
#include <vector>

namespace talentsim {

namespace {

/// What is counted of one firm.
struct StaffCount {
    std::array<std::int64_t, n_tiers> by_tier{};
    MoneySum payroll;
    TalentSum talent;
    TalentSum log_talent;

    void add(StaffCount const& other) {
        for (std::size_t tier = 0; tier != n_tiers; ++tier) {
            by_tier[tier] += other.by_tier[tier];
        }
        payroll += other.payroll;
        talent += other.talent;
        log_talent += other.log_talent;
    }
};

struct Counts {
    Census census;
    std::vector<StaffCount> firms;
};

void merge(Counts& total, Counts const& part) {
    auto const add = [](CountByTier& to, CountByTier const& from) {
        for (std::size_t i = 0; i != to.all().size(); ++i) {
            to.all()[i] += from.all()[i];
        }
    };
    add(total.census.headcount, part.census.headcount);
    add(total.census.employed, part.census.employed);
    total.census.faulty += part.census.faulty;
    for (std::size_t f = 0; f != total.firms.size(); ++f) {
        total.firms[f].add(part.firms[f]);
    }
}

/// False for NaN too.
bool is_amount(double x) { return x >= 0.0 && x < std::numeric_limits<double>::infinity(); }

void count(Market const& market, ResearcherRow row, Counts& counts) {
    ResearcherTable const& people = market.researchers;
    if (!people.is_present(row)) {
        return;
    }
    CountryRow const here = people.location[row];
    Tier const tier = people.tier[row];
    if (here.at() >= market.countries.size()) {
        ++counts.census.faulty;
        return;
    }
    ++counts.census.headcount.at(here, tier);
    if (!people.is_employed(row)) {
        return;
    }
    FirmRow const employer = people.employer[row];
    if (employer.at() >= market.firms.size() || !is_amount(people.pay[row]) ||
        !is_amount(people.talent_units[row])) {
        ++counts.census.faulty;
        return;
    }
    ++counts.census.employed.at(here, tier);
    StaffCount& staff = counts.firms[employer.at()];
    ++staff.by_tier[static_cast<std::size_t>(tier)];
    staff.payroll += MoneySum{people.pay[row]};
    staff.talent += TalentSum{people.talent_units[row]};
    staff.log_talent += TalentSum{people.log_talent[row]};
}

} // namespace

Census take_census(Market& market, Visit order) {
    std::size_t const countries = market.countries.size();
    auto const fresh = [&] {
        return Counts{
            .census = {.headcount = CountByTier{countries}, .employed = CountByTier{countries}},
            .firms = std::vector<StaffCount>(market.firms.size())};
    };
    auto counts = tally<Counts>(
        order, market.researchers.size(), fresh,
        [&](std::size_t i, Counts& mine) { count(market, ResearcherRow{i}, mine); }, merge);

    FirmTable& firms = market.firms;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        StaffCount const& counted = counts.firms[f];
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

} // namespace talentsim
