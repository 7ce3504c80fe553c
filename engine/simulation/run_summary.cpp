#include "engine/simulation/run_summary.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "engine/core/units.hpp"
#include "engine/simulation/pooled_median.hpp"

namespace talentsim {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t n_tiers = tier_names.size();
constexpr std::size_t best_tiers = 2; // S and A

/// The cells of a variable; null if it was not recorded.
template <class Number>
std::vector<Number> const* cells(std::vector<Values> const& values, char const* name) {
    std::size_t const index = variable_index(name);
    if (index >= values.size()) {
        return nullptr;
    }
    auto const* const found = std::get_if<std::vector<Number>>(&values[index]);
    return found == nullptr || found->empty() ? nullptr : found;
}

auto const* counts(MonthRecord const& record, char const* name) {
    return cells<std::int64_t>(record.values, name);
}

double sum(std::vector<std::int64_t> const& all) {
    return static_cast<double>(std::accumulate(all.begin(), all.end(), std::int64_t{0}));
}

/// Sum of a row of tiers.
double sum_of_row(std::vector<std::int64_t> const& all, std::size_t row) {
    auto const begin = all.begin() + static_cast<std::ptrdiff_t>(row * n_tiers);
    return static_cast<double>(
        std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(n_tiers), std::int64_t{0}));
}

bool is_fringe(std::string const& firm, std::vector<std::string> const& countries) {
    return std::any_of(countries.begin(), countries.end(),
                       [&](std::string const& country) { return firm == country + "-fringe"; });
}

} // namespace

void Spread::include(double value) {
    if (std::isnan(value)) {
        return;
    }
    ++replicates;
    if (replicates == 1) {
        mean = low = high = value;
        return;
    }
    mean += (value - mean) / static_cast<double>(replicates);
    low = std::min(low, value);
    high = std::max(high, value);
}

void RunSummary::Mean::add(double amount, double per) {
    sum += amount;
    weight += per;
}

double RunSummary::Mean::value() const { return weight > 0.0 ? sum / weight : nothing; }

void RunSummary::begin(RunDescription const& run) {
    figures_ = {};
    figures_.run = run;
    named_.clear();
    named_among_every_.clear();
    Coordinates const& at = run.coordinates;
    for (std::string const& code : at.countries) {
        figures_.countries.emplace_back().code = code;
    }
    for (std::size_t f = 0; f != at.firms.size(); ++f) {
        if (!is_fringe(at.firms[f], at.countries)) {
            auto const found = std::find(at.every_firm.begin(), at.every_firm.end(), at.firms[f]);
            named_.push_back(f);
            named_among_every_.push_back(static_cast<std::size_t>(found - at.every_firm.begin()));
            figures_.firms.emplace_back().key = at.firms[f];
        }
    }
}

bool RunSummary::is_last(MonthRecord const& record) const {
    return record.time + 1 == figures_.run.coordinates.months;
}

bool RunSummary::is_in_last_year(MonthRecord const& record) const {
    return record.time + months_per_year >= figures_.run.coordinates.months;
}

void RunSummary::month_done(std::size_t /*replicate*/, MonthRecord const& record) {
    if (record.time == 0) {
        now_ = {};
        now_.countries.resize(figures_.countries.size());
        now_.firms.resize(figures_.firms.size());
    }
    add_people(record);
    add_flows(record);
    add_rates(record);
    add_firms(record);
    if (is_last(record)) {
        add_tiers(record);
    }
}

void RunSummary::add_people(MonthRecord const& record) {
    auto const* const headcount = counts(record, "headcount");
    auto const* const employed = counts(record, "employed");
    for (std::size_t c = 0; c != now_.countries.size(); ++c) {
        Country& country = now_.countries[c];
        double const residents = headcount == nullptr ? nothing : sum_of_row(*headcount, c);
        country.first = record.time == 0 ? residents : country.first;
        country.last = residents;
    }
    if (headcount == nullptr) {
        return;
    }
    figures_.researcher_months += sum(*headcount);
    if (employed == nullptr || !is_in_last_year(record)) {
        return;
    }
    now_.unemployed.add(sum(*headcount) - sum(*employed), sum(*headcount));
    for (std::size_t cell = 0; cell != headcount->size(); ++cell) {
        auto const residents = static_cast<double>((*headcount)[cell]);
        double const jobless = residents - static_cast<double>((*employed)[cell]);
        now_.countries[cell / n_tiers].unemployed.add(jobless, residents);
        now_.unemployed_by_tier.at(cell % n_tiers).add(jobless, residents);
    }
}

void RunSummary::add_flows(MonthRecord const& record) {
    auto const* const headcount = counts(record, "headcount");
    auto const* const flow = counts(record, "flow");
    if (headcount == nullptr || flow == nullptr) {
        return;
    }
    std::size_t const n = now_.countries.size();
    for (std::size_t c = 0; c != n; ++c) {
        double in = 0.0;
        double out = 0.0;
        double net_best = 0.0;
        double best = 0.0;
        for (std::size_t other = 0; other != n; ++other) {
            in += sum_of_row(*flow, other * n + c);
            out += sum_of_row(*flow, c * n + other);
            for (std::size_t tier = 0; tier != best_tiers; ++tier) {
                net_best += static_cast<double>((*flow)[(other * n + c) * n_tiers + tier] -
                                                (*flow)[(c * n + other) * n_tiers + tier]);
            }
        }
        for (std::size_t tier = 0; tier != best_tiers; ++tier) {
            best += static_cast<double>((*headcount)[c * n_tiers + tier]);
        }
        double const resident_years = sum_of_row(*headcount, c) / months_per_year;
        now_.countries[c].inflow.add(in, resident_years);
        now_.countries[c].outflow.add(out, resident_years);
        now_.countries[c].net_inflow.add(in - out, resident_years);
        now_.countries[c].net_inflow_best.add(net_best, best / months_per_year);
    }
}

void RunSummary::add_rates(MonthRecord const& record) {
    auto const add = [&](Mean& rate, char const* name) {
        auto const* const events = counts(record, name);
        if (events != nullptr && now_.employed_before) {
            rate.add(sum(*events), *now_.employed_before / months_per_year);
        }
    };
    add(now_.job_to_job, "moves");
    add(now_.raises, "raises");
    add(now_.separations, "separations");
    add(now_.counteroffers, "counteroffers");
    if (auto const* const employed = counts(record, "employed")) {
        now_.employed_before = sum(*employed);
    }
}

void RunSummary::add_firms(MonthRecord const& record) {
    auto const* staff = counts(record, "firm_staff");
    auto const* retention = cells<double>(record.values, "firm_retention_24");
    auto const* rows = &named_;
    if (figures_.run.every_firm && staff == nullptr && retention == nullptr) {
        staff = cells<std::int64_t>(record.every_firm, "firm_staff");
        retention = cells<double>(record.every_firm, "firm_retention_24");
        rows = &named_among_every_;
    }
    for (std::size_t f = 0; f != now_.firms.size(); ++f) {
        Firm& firm = now_.firms[f];
        std::size_t const row = (*rows)[f];
        double const people = staff == nullptr ? nothing : sum_of_row(*staff, row);
        firm.first = record.time == 0 ? people : firm.first;
        firm.last = people;
        if (retention != nullptr && is_in_last_year(record) && !std::isnan((*retention)[row])) {
            firm.retention.add((*retention)[row], 1.0);
        }
    }
}

void RunSummary::add_tiers(MonthRecord const& record) {
    auto const* const headcount = counts(record, "headcount");
    auto const* const employed = counts(record, "employed");
    auto const* const pay = cells<double>(record.values, "pay_quantile");
    std::size_t const countries = now_.countries.size();
    if (headcount == nullptr) {
        return;
    }
    if (figures_.tiers[0].headcount.replicates == 0) { // the first replicate chooses for all
        auto const largest =
            std::max_element(now_.countries.begin(), now_.countries.end(),
                             [](Country const& a, Country const& b) { return a.last < b.last; });
        figures_.largest_country = static_cast<std::size_t>(largest - now_.countries.begin());
    }
    for (std::size_t tier = 0; tier != n_tiers; ++tier) {
        double residents = 0.0;
        std::vector<double> weights;
        std::vector<double> quantiles;
        for (std::size_t c = 0; c != countries; ++c) {
            std::size_t const cell = c * n_tiers + tier;
            residents += static_cast<double>((*headcount)[cell]);
            if (employed != nullptr && pay != nullptr) {
                auto const row =
                    pay->begin() + static_cast<std::ptrdiff_t>(cell * quantile_levels.size());
                weights.push_back(static_cast<double>((*employed)[cell]));
                quantiles.insert(quantiles.end(), row, row + quantile_levels.size());
            }
        }
        TierFigures& figures = figures_.tiers.at(tier);
        figures.headcount.include(residents);
        figures.median_pay.include(pooled_median(weights, quantiles));
        if (!weights.empty()) {
            constexpr std::size_t median = quantile_levels.size() / 2;
            figures.median_pay_here.include(
                quantiles[figures_.largest_country * quantile_levels.size() + median]);
        }
    }
}

void RunSummary::replicate_done(std::size_t /*replicate*/, ReplicateRecord const& /*record*/) {
    for (std::size_t c = 0; c != now_.countries.size(); ++c) {
        Country const& country = now_.countries[c];
        CountryFigures& figures = figures_.countries[c];
        figures.first.include(country.first);
        figures.last.include(country.last);
        figures.inflow.include(country.inflow.value());
        figures.outflow.include(country.outflow.value());
        figures.net_inflow.include(country.net_inflow.value());
        figures.net_inflow_best.include(country.net_inflow_best.value());
        figures.unemployed.include(country.unemployed.value());
    }
    for (std::size_t f = 0; f != now_.firms.size(); ++f) {
        Firm const& firm = now_.firms[f];
        FirmFigures& figures = figures_.firms[f];
        figures.first.include(firm.first);
        figures.last.include(firm.last);
        figures.change.include(firm.last - firm.first);
        figures.retention.include(firm.retention.value());
    }
    for (std::size_t tier = 0; tier != n_tiers; ++tier) {
        figures_.tiers.at(tier).unemployed.include(now_.unemployed_by_tier.at(tier).value());
    }
    figures_.unemployed.include(now_.unemployed.value());
    figures_.job_to_job.include(now_.job_to_job.value());
    figures_.raises.include(now_.raises.value());
    figures_.separations.include(now_.separations.value());
    figures_.counteroffers.include(now_.counteroffers.value());
}

void RunSummary::end() {}

} // namespace talentsim
