#include "engine/model/market.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"

namespace talentsim {

namespace {

/// Every column of a table, so that no list of columns is written twice.
template <class Table, class Action>
void for_each_column(Table& t, Action const& action) requires
    std::is_same_v<std::remove_const_t<Table>, ResearcherTable> {
    action(t.identity);
    action(t.log_talent);
    action(t.talent_units);
    action(t.pay);
    action(t.best_outside);
    action(t.gpu_grant);
    action(t.employer);
    action(t.since);
    action(t.born);
    action(t.weights);
    action(t.mission);
    action(t.origin);
    action(t.location);
    action(t.tier);
    action(t.residence);
    action(t.visa);
    action(t.came_by);
    action(t.visa_since);
    action(t.pending);
    action(t.pending_move);
}

template <class Value>
void add_to(BitsHash& hash, Value const& value) {
    hash.add(value);
}

void add_to(BitsHash& hash, Mission const& value) {
    hash.add(std::array{value.x(), value.y(), value.z()});
}

/// One member after another: what lies between them has no fixed bits.
void add_to(BitsHash& hash, PendingMove const& value) {
    hash.add(value.pay);
    hash.add(value.best_outside);
    hash.add(value.firm);
    hash.add(value.month);
    hash.add(value.visa);
}

template <class... Columns>
void resize_all(std::size_t rows, Columns&... columns) {
    (columns.resize(rows), ...);
}

} // namespace

void ResearcherTable::resize(std::size_t rows) {
    for_each_column(*this, [rows](auto& column) { column.resize(rows); });
}

std::size_t ResearcherTable::bytes() const noexcept {
    std::size_t total = 0;
    for_each_column(*this, [&total](auto const& column) { total += column.bytes(); });
    return total;
}

std::uint64_t ResearcherTable::hash_sum(std::size_t begin, std::size_t end) const {
    // One column after another for all rows: a hash waits for the word before, but not for another.
    std::array<BitsHash, hash_block> hashes{};
    for_each_column(*this, [&](auto const& column) {
        for (std::size_t i = begin; i != end; ++i) {
            add_to(hashes[i - begin], column[ResearcherRow{i}]);
        }
    });
    std::uint64_t sum = 0;
    for (std::size_t i = begin; i != end; ++i) {
        sum += is_present(ResearcherRow{i}) ? hashes[i - begin].value() : 0;
    }
    return sum;
}

void FirmTable::resize(std::size_t rows) {
    resize_all(rows, name, key, country, kind, scale, talent_exponent, founding_staff,
               founding_talent, founding_budget, founding_compute, compute_share, founding_revenue,
               unit_value, draw_weight, counteroffer_probability, autonomy, mission, posted_pay,
               posted_share, escalation_step, chief_executive_probability, gpus_set, productivity,
               own_gpus, compute, budget, output, staff_by_tier, staff, payroll, talent, log_talent,
               open_seats, price_of_talent, free_money, gpus_per_head, peer_quality, layoff_share,
               gpus_worn, fear, seats_cut, automated, layoff_probability, laid_off, star_hires,
               sector, gpus_ordered, founding_breakthroughs, breakthroughs, output_left_by_stars,
               recruiter_capacity, secrecy, sponsor, pending, pending_payroll, equity_risk,
               equity_per_pay, front_equity_per_pay, poached, retention_month, retention_owed,
               parent, sites, acquired, seats_acquired);
}

FirmRow FirmTable::named(std::string_view wanted) const {
    auto const found = std::find(name.begin(), name.end(), wanted);
    expects(found != name.end(), "the world has no firm of this name");
    return FirmRow{found - name.begin()};
}

void CountryTable::resize(std::size_t rows) {
    resize_all(rows, code, number, talent_exponent, pay_to_value, home_bias, outside_pay, graduates,
               public_gpus_set, public_gpus, mean_price_of_talent, home_value, outside_value,
               pay_subsidy, return_grant, output_factor, gpus_ordered, controlled_gpus_delivered,
               sector_gpus, sector_shares, bloc, national_income, non_compete_months, visas,
               site_output_factor, faculty, faculty_reference, graduates_factor, venture_money,
               venture_value);
    graduates_factor.assign(rows, 1.0);
    auto const n = static_cast<Eigen::Index>(rows);
    moving_cost = Eigen::MatrixXd::Zero(n, n);
    study_abroad = Eigen::MatrixXd::Zero(n, n);
}

void VisaTable::resize(std::size_t rows) {
    resize_all(rows, name, key, country, terms, admits, pay_to_value, places_left);
}

void DriveTable::resize(std::size_t rows) {
    resize_all(rows, name, key, firm, terms, first, end, looks_into, team, team_on_staff,
               team_payroll, team_talent, open_seats, money, extra_pay, gpus_on_offer);
}

Tier tier_of(double log_talent, Market const& market) {
    for (std::size_t tier = 0; tier != market.tier_thresholds.size(); ++tier) {
        if (log_talent > market.tier_thresholds[tier]) {
            return static_cast<Tier>(tier);
        }
    }
    return Tier::c;
}

} // namespace talentsim
