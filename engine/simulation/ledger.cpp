#include "engine/simulation/ledger.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numeric>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/phases/census.hpp"
#include "engine/phases/compute_grants.hpp"
#include "engine/phases/compute_pools.hpp"
#include "engine/phases/drives.hpp"
#include "engine/phases/vesting.hpp"
#include "engine/simulation/variables.hpp"

namespace talentsim {

namespace {

/// Room for the rounding of products and quotients, relative.
constexpr double rounding = 1e-9;

bool exceeds(double amount, double limit) { return amount > limit + rounding * std::abs(limit); }

/// False for NaN and negative numbers; infinity stands for no limit.
bool is_sound(double x) { return x >= 0.0; }

} // namespace

void Ledger::breach(Month month, std::string_view promise, std::string const& numbers) const {
    throw RunError{fmt::format("month {}: a promise of the model is broken: {}: {}",
                               first_.plus(month).text(), promise, numbers)};
}

void Ledger::check_plans(Market const& market, Month month) {
    FirmTable const& firms = market.firms;
    most_heads_.resize(firms.size());
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        for (double const amount : {firms.budget[row], firms.productivity[row], firms.compute[row],
                                    firms.output[row], firms.price_of_talent[row]}) {
            if (!is_sound(amount)) {
                breach(month, "nothing is NaN or negative",
                       fmt::format("{} has budget {} USD/year, productivity {}, compute {} H100e, "
                                   "output {} USD/year, price of talent {} USD/year",
                                   firms.name[row], firms.budget[row], firms.productivity[row],
                                   firms.compute[row], firms.output[row],
                                   firms.price_of_talent[row]));
            }
        }
        DriveTeam const team = team_of(market, row);
        TalentSum talent = firms.talent[row];
        talent -= team.talent;
        double const claimed = firms.price_of_talent[row] * talent.value() / firms.scale[row];
        if (std::isfinite(firms.price_of_talent[row]) && exceeds(claimed, firms.budget[row])) {
            breach(month, "the price of talent times talent is at most the budget",
                   fmt::format("{} would pay {:.2f} USD/year out of {:.2f}", firms.name[row],
                               claimed, firms.budget[row]));
        }
        most_heads_[row] = firms.staff[row] + firms.open_seats[row] + firms.pending[row];
    }
    check_pools(market, month);
    check_drive_plans(market, month);
}

void Ledger::check_drive_plans(Market const& market, Month month) {
    FirmTable const& firms = market.firms;
    DriveTable const& drives = market.drives;
    most_in_team_.resize(drives.size());
    std::vector<double> pledged(firms.size(), 0.0);
    for (DriveHire const& hire : drives.hires) {
        pledged[hire.firm.at()] += hire.gpus_served;
    }
    for (std::size_t d = 0; d != drives.size(); ++d) {
        DriveRow const row{d};
        FirmRow const firm = drives.firm[row];
        most_heads_[firm] += drives.open_seats[row];
        most_in_team_[row] = drives.team[row] + drives.open_seats[row];
        double const promised =
            pledged[firm.at()] +
            drives.gpus_on_offer[row] * static_cast<double>(drives.open_seats[row]);
        double const pool = firms.compute[firm] * firms.scale[firm];
        if (exceeds(promised, pool)) {
            breach(month, "pledges of compute sum to no more than the pool",
                   fmt::format("{} pledges {} of {} H100e", firms.name[firm], promised, pool));
        }
    }
}

void Ledger::check_pools(Market const& market, Month month) const {
    FirmTable const& firms = market.firms;
    CountryTable const& countries = market.countries;
    std::vector<double> used(countries.size(), 0.0);
    std::vector<double> owned(countries.size(), 0.0);
    std::vector<double> parts(firms.size(), 0.0); // by head of a group
    std::vector<double> pools(firms.size(), 0.0);
    OwnPools own{firms};
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        own.count(row, static_cast<double>(firms.staff[row]) / firms.scale[row]);
    }
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const real_firms = firms.scale[row] / market.scale;
        double const part =
            own.part_of(row, static_cast<double>(firms.staff[row]) / firms.scale[row]);
        used[firms.country[row].at()] += real_firms * firms.compute[row];
        owned[firms.country[row].at()] += real_firms * part;
        parts[firms.head_of(row).at()] += part;
        pools[firms.head_of(row).at()] += firms.own_gpus[row];
    }
    for (std::size_t f = 0; f != firms.size(); ++f) {
        if (exceeds(parts[f], pools[f])) {
            breach(month, "compute of a parent and its sites is at most their pools",
                   fmt::format("{} and its sites have {} of {} H100e", firms.name[FirmRow{f}],
                               parts[f], pools[f]));
        }
    }
    for (std::size_t c = 0; c != countries.size(); ++c) {
        CountryRow const row{c};
        BySector const& apart = countries.sector_gpus[row];
        owned[c] += std::accumulate(apart.begin(), apart.end(), countries.public_gpus[row]);
        if (exceeds(used[c], owned[c])) {
            breach(month, "compute in use is at most the pools of a country",
                   fmt::format("{} uses {} of {} H100e", countries.code[row], used[c], owned[c]));
        }
    }
}

void Ledger::check_offers(Market const& market, Contests const& contests, Month month) const {
    ResearcherTable const& people = market.researchers;
    for (Contest const& contest : contests.contests) {
        for (std::uint32_t k = 0; k != contest.bids; ++k) {
            Bid const& bid = contests.bids[contest.first + k];
            double const free_money =
                money_for(market, market.firms.free_money[bid.firm], bid.drive);
            if (!(bid.cap >= 0.0) || exceeds(bid.cap, free_money) || exceeds(bid.pay, bid.cap)) {
                breach(month, "no offer is above free money",
                       fmt::format("{} offers {:.2f} USD/year, at most {:.2f}, with {:.2f} free",
                                   market.firms.name[bid.firm], bid.pay, bid.cap, free_money));
            }
            if (bid.is_ranked && exceeds(bid.least_pay, bid.pay)) {
                breach(month, "no offer is below what is asked for, as far as the cap allows",
                       fmt::format("{} would pay {:.2f} USD/year, and is asked for {:.2f}",
                                   market.firms.name[bid.firm], bid.pay, bid.least_pay));
            }
        }
        if (contest.fallback == Fallback::is_kept) {
            FirmRow const employer = people.employer[contest.who];
            double const limit = people.pay[contest.who] + market.firms.free_money[employer];
            if (exceeds(contest.fallback_pay, limit)) {
                breach(month, "no counteroffer is above present pay and free money",
                       fmt::format("{} counters with {:.2f} USD/year and has {:.2f}",
                                   market.firms.name[employer], contest.fallback_pay, limit));
            }
        }
    }
}

void Ledger::check_counts(Market const& market, Census const& before, Census const& after,
                          MonthFlows const& flows, Month month) const {
    if (after.faulty > 0) {
        breach(month, "nothing is NaN or negative, and everybody is somewhere",
               fmt::format("{} researchers have an impossible place or pay", after.faulty));
    }
    check_people(market, before, after, flows, month);
    check_heads(market, after, month);
}

void Ledger::check_people(Market const& market, Census const& before, Census const& after,
                          MonthFlows const& flows, Month month) const {
    std::size_t const countries = market.countries.size();
    for (std::size_t c = 0; c != countries; ++c) {
        for (std::size_t t = 0; t != n_tiers; ++t) {
            CountryRow const here{c};
            auto const tier = static_cast<Tier>(t);
            std::int64_t arrivals = 0;
            std::int64_t departures = 0;
            for (std::size_t d = 0; d != countries; ++d) {
                arrivals += flows.migration[(d * countries + c) * n_tiers + t];
                departures += flows.migration[(c * countries + d) * n_tiers + t];
            }
            std::int64_t const expected = before.headcount.at(here, tier) +
                                          flows.entries.at(here, tier) -
                                          flows.exits.at(here, tier) + arrivals - departures;
            if (expected != after.headcount.at(here, tier)) {
                breach(month, "stock' = stock + entries - exits + net migration",
                       fmt::format("{}, tier {}: {} + {} - {} + {} - {} = {}, but {} are counted",
                                   market.countries.code[here], tier_names.at(t),
                                   before.headcount.at(here, tier), flows.entries.at(here, tier),
                                   flows.exits.at(here, tier), arrivals, departures, expected,
                                   after.headcount.at(here, tier)));
            }
        }
    }
}

void Ledger::check_heads(Market const& market, Census const& after, Month month) const {
    FirmTable const& firms = market.firms;
    std::int64_t staff = 0;
    std::int64_t employed = 0;
    std::int64_t acquired = 0;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        staff += firms.staff[row];
        acquired += firms.seats_acquired[row];
        std::int64_t const most = most_heads_[row] + firms.acquired[row];
        if (firms.staff[row] > most) {
            breach(month, "heads are at most staff and open seats",
                   fmt::format("{} has {} people in {} places", firms.name[row], firms.staff[row],
                               most));
        }
    }
    for (std::int64_t const people : after.employed.all()) {
        employed += people;
    }
    if (acquired != 0) {
        breach(month, "seats acquired are seats given up",
               fmt::format("{} seats came with core teams beyond those that went", acquired));
    }
    if (staff != employed) {
        breach(month, "one employer each",
               fmt::format("{} people have a job, but firms have a staff of {}", employed, staff));
    }
    for (std::size_t d = 0; d != market.drives.size(); ++d) {
        DriveRow const row{d};
        if (market.drives.team[row] > most_in_team_[row]) {
            breach(month, "the team of a drive is at most its seats",
                   fmt::format("the drive {} has {} people in {} seats", market.drives.name[row],
                               market.drives.team[row], most_in_team_[row]));
        }
    }
}

void Ledger::check_recount(Market const& market, Census const& kept, Month month) const {
    std::string_view const promise = "counts kept along with changes are those of the people";
    Counts const counted = count_everybody(market, order_);
    if (!(counted.census == kept)) {
        breach(month, promise,
               "heads or jobs by country and tier differ from a count of everybody");
    }
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        StaffCount const& fresh = counted.staff[row];
        if (!(fresh == staff_count(market.firms, row))) {
            breach(month, promise,
                   fmt::format("{} has a payroll of {:.2f} USD/year and {:.4f} units of talent in "
                               "its books, and its staff {:.2f} and {:.4f}",
                               market.firms.name[row], market.firms.payroll[row].value(),
                               market.firms.talent[row].value(), fresh.payroll.value(),
                               fresh.talent.value()));
        }
    }
}

void Ledger::check_retention(Market const& market, Month month) const {
    if (!market.contracts.is_kept) {
        return;
    }
    FirmTable const& firms = market.firms;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        bool const is_over = firms.retention_month[row] == month && firms.free_money[row] < 0.0;
        if (is_over || !is_sound(firms.retention_owed[row])) {
            breach(month, "retention grants go no further than free money",
                   fmt::format("{} owes {:.2f} USD, and has {:.2f} USD/year free", firms.name[row],
                               firms.retention_owed[row], firms.free_money[row]));
        }
    }
}

void Ledger::check_equity(Market const& market, Month month) const {
    ContractTable const& contracts = market.contracts;
    auto const is_possible = [&](ResearcherRow row) {
        auto const granted = static_cast<double>(contracts.equity[row]);
        if (!market.researchers.is_employed(row)) {
            return granted == 0.0;
        }
        bool const has_vested = month - contracts.granted[row] >= contracts.vesting_months;
        double const unvested = unvested_equity(market, row, month);
        return is_sound(unvested) && unvested <= granted * contracts.equity_level &&
               contracts.granted[row] <= month && (unvested == 0.0 || !has_vested);
    };
    auto const faulty = tally<std::int64_t>(
        order_, contracts.is_kept ? market.researchers.size() : 0, [] { return std::int64_t{0}; },
        [&](std::size_t i, std::int64_t& count) { count += is_possible(ResearcherRow{i}) ? 0 : 1; },
        [](std::int64_t& total, std::int64_t part) { total += part; });
    if (faulty > 0) {
        breach(month, "equity is never negative, vests in its time, and is held by the employed",
               fmt::format("{} people hold what they cannot", faulty));
    }
}

void Ledger::check_rumours(Market const& market, Month month) const {
    RumourTable const& rumours = market.rumours;
    auto const faulty = tally<std::int64_t>(
        order_, rumours.is_kept ? market.researchers.size() : 0, [] { return std::int64_t{0}; },
        [&](std::size_t i, std::int64_t& count) {
            ResearcherRow const row{i};
            auto const worth = static_cast<double>(rumours.worth[row]);
            count += is_sound(worth) && rumours.heard[row] <= month ? 0 : 1;
        },
        [](std::int64_t& total, std::int64_t part) { total += part; });
    if (faulty > 0) {
        breach(month, "what is heard of others' terms is never negative, and not of the future",
               fmt::format("{} people have heard what they cannot", faulty));
    }
}

void Ledger::check_visas(Market const& market, MonthFlows const& flows, int calendar_month,
                         Month month) {
    VisaTable const& visas = market.visas;
    granted_.resize(visas.size(), 0);
    most_granted_.resize(visas.size(), 0.0);
    for (std::size_t v = 0; v != visas.size(); ++v) {
        VisaParameters const& terms = visas.terms[VisaRow{v}];
        bool const is_draw = terms.type == VisaType::lottery || terms.type == VisaType::weighted;
        if (!is_draw && terms.type != VisaType::quota) {
            granted_[v] = 0; // has no cap
            continue;
        }
        if (terms.draw_month == calendar_month) {
            granted_[v] = 0;
            most_granted_[v] = 0.0;
        }
        granted_[v] += flows.visas.selected[v];
        // Fractions of a place may be rounded up, in either stage.
        double const regular =
            std::ceil(terms.cap * (is_draw ? terms.over_selection : 1.0) * market.scale);
        double const advanced =
            is_draw ? std::ceil(terms.advanced_cap * terms.over_selection * market.scale) : 0.0;
        most_granted_[v] = std::max(most_granted_[v], regular + advanced);
        if (static_cast<double>(granted_[v]) > most_granted_[v]) {
            breach(month, "visas of a year are at most cap times over-selection",
                   fmt::format("{} has granted {} of {}", visas.name[VisaRow{v}], granted_[v],
                               most_granted_[v]));
        }
    }
}

void Ledger::check_grants(Market const& market, Month month) const {
    using Sums = std::vector<MilliGpu>;
    ResearcherTable const& people = market.researchers;
    Sums const granted = tally<Sums>(
        order_, people.size(), [&] { return Sums(market.firms.size(), 0); },
        [&](std::size_t i, Sums& sums) {
            ResearcherRow const row{i};
            if (people.is_employed(row)) {
                sums[people.employer[row].at()] += people.gpu_grant[row];
            }
        },
        [](Sums& total, Sums const& part) {
            for (std::size_t f = 0; f != total.size(); ++f) {
                total[f] += part[f];
            }
        });
    for (std::size_t f = 0; f != granted.size(); ++f) {
        MilliGpu const pool = grantable(market.firms, FirmRow{f});
        if (granted[f] < 0 || granted[f] > pool) {
            breach(month, "grants of compute sum to no more than the pool",
                   fmt::format("{} grants {} of {} H100e", market.firms.name[FirmRow{f}],
                               static_cast<double>(granted[f]) / milli_gpus_per_gpu,
                               static_cast<double>(pool) / milli_gpus_per_gpu));
        }
    }
}

} // namespace talentsim
