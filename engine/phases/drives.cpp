#include "engine/phases/drives.hpp"

#include <tuple>

#include "engine/core/hash.hpp"

namespace talentsim {

namespace {

std::vector<std::uint8_t> countries_looked_into(CountryTable const& countries,
                                                DriveParameters const& drive) {
    bool const is_for_some = std::any_of(drive.countries.begin(), drive.countries.end(),
                                         [](auto const& country) { return country.second; });
    std::vector<std::uint8_t> looks_into;
    looks_into.reserve(countries.size());
    for (std::string const& code : countries.code) {
        auto const said = drive.countries.find(code);
        bool const is_sought = said == drive.countries.end() ? !is_for_some : said->second;
        looks_into.push_back(is_sought ? 1 : 0);
    }
    return looks_into;
}

RandomKey::Words sizes_drawn(DriveTable const& drives, DriveRow drive, Step const& step) {
    return step.key.words({.who = drives.key[drive], .why = Draw::drive_size});
}

void plan_hiring(Market& market, DriveRow drive, Step const& step) {
    DriveTable& drives = market.drives;
    DriveParameters const& terms = drives.terms[drive];
    double const scale = market.firms.scale[drives.firm[drive]];
    bool const is_on = step.month >= drives.first[drive] && step.month < drives.end[drive];
    std::int64_t const seats =
        rounded_by_chance(terms.seats * scale, sizes_drawn(drives, drive, step)[0]);
    drives.open_seats[drive] = is_on ? std::max(seats - drives.team[drive], std::int64_t{0}) : 0;
    drives.money[drive] = std::max(terms.budget - drives.team_payroll[drive].value() / scale, 0.0);
    drives.extra_pay[drive] = terms.seats > 0.0 ? terms.budget / terms.seats : 0.0;
}

/// The pool is spoken for by the team, then by who is hired now; everybody shares the rest.
void plan_compute(Market& market, DriveRow drive, std::vector<DriveHire*> const& oldest_first,
                  Limit seats) {
    DriveTable& drives = market.drives;
    FirmTable& firms = market.firms;
    FirmRow const firm = drives.firm[drive];
    std::int64_t const open = drives.open_seats[drive];
    drives.gpus_on_offer[drive] = 0.0;
    if (open == 0 && drives.team[drive] == 0) {
        return;
    }
    double const scale = firms.scale[firm];
    double left = firms.compute[firm] * scale;
    for (DriveHire* const hire : oldest_first) {
        if (hire->firm == firm) {
            hire->gpus_served = std::min(hire->gpus, left);
            left -= hire->gpus_served;
        }
    }
    if (open > 0) {
        auto const heads = static_cast<double>(open);
        drives.gpus_on_offer[drive] = std::min(drives.terms[drive].gpus_per_head, left / heads);
        left = std::max(left - drives.gpus_on_offer[drive] * heads, 0.0);
    }
    std::int64_t const ordinary = seats == Limit::unlimited ? 0 : firms.open_seats[firm];
    auto const heads =
        static_cast<double>(firms.staff[firm] + firms.pending[firm] + ordinary + open) / scale;
    firms.gpus_per_head[firm] = left / scale / std::max(heads, 1.0);
}

bool works_there(DriveHire const& hire, ResearcherTable const& people) {
    return people.identity[hire.who] == hire.identity && people.employer[hire.who] == hire.firm;
}

/// The jobs of those who waited and have begun began when they did.
void note_beginnings(std::vector<DriveHire>& hires, ResearcherTable const& people) {
    for (DriveHire& hire : hires) {
        if (!hire.is_on_staff() && works_there(hire, people)) {
            hire.since = people.since[hire.who];
        }
    }
}

/// Whether a drive's hire is still there, in the job it was, or on the way.
bool remains(DriveHire const& hire, ResearcherTable const& people) {
    if (hire.is_on_staff()) {
        return works_there(hire, people) && people.since[hire.who] == hire.since;
    }
    return people.identity[hire.who] == hire.identity &&
           people.pending[hire.who] != Pending::none &&
           people.pending_move[hire.who].firm == hire.firm;
}

void count_teams(DriveTable& drives, ResearcherTable const& people) {
    drives.team.assign(drives.size(), 0);
    drives.team_on_staff.assign(drives.size(), 0);
    drives.team_payroll.assign(drives.size(), {});
    drives.team_talent.assign(drives.size(), {});
    for (DriveHire const& hire : drives.hires) {
        DriveRow const drive = drives.of_firm[hire.firm];
        ++drives.team[drive];
        drives.team_payroll[drive] +=
            MoneySum{hire.is_on_staff() ? people.pay[hire.who] : people.pending_move[hire.who].pay};
        if (hire.is_on_staff()) {
            ++drives.team_on_staff[drive];
            drives.team_talent[drive] += TalentSum{people.talent_units[hire.who]};
        }
    }
}

} // namespace

void found_drives(Market& market, Parameters const& parameters) {
    if (!parameters.mechanisms.drives || parameters.drives.empty()) {
        return;
    }
    DriveTable& drives = market.drives;
    FirmTable const& firms = market.firms;
    drives.resize(parameters.drives.size());
    drives.of_firm.assign(firms.size(), DriveRow{});
    std::size_t d = 0;
    for (auto const& [name, given] : parameters.drives) {
        DriveRow const row{d++};
        drives.name[row] = name;
        drives.key[row] = name_hash(name);
        drives.firm[row] = firms.named(given.firm);
        drives.of_firm[drives.firm[row]] = row;
    }
}

void take_up_drives(Market& market, Parameters const& parameters) {
    DriveTable& drives = market.drives;
    CalendarMonth const first = parameters.simulation.in_calendar(0);
    for (std::size_t d = 0; d != drives.size(); ++d) {
        DriveRow const row{d};
        DriveParameters const& given = parameters.drives.at(drives.name[row]);
        drives.terms[row] = given;
        drives.first[row] = given.start.months_since_year_0 - first.months_since_year_0;
        drives.end[row] = drives.first[row] + static_cast<Month>(given.months);
        drives.looks_into[row] = countries_looked_into(market.countries, given);
    }
}

void plan_drives(Market& market, Parameters const& parameters, Step const& step) {
    DriveTable& drives = market.drives;
    drives.listed.clear();
    auto const oldest_first = by_date_of_contract(drives.hires);
    for (std::size_t d = 0; d != drives.size(); ++d) {
        plan_hiring(market, DriveRow{d}, step);
        plan_compute(market, DriveRow{d}, oldest_first, parameters.budgets.seats);
    }
}

void note_drive_hires(Market& market, Contests const& contests, Matching const& matching,
                      Month month) {
    DriveTable& drives = market.drives;
    if (drives.listed.empty()) {
        return;
    }
    for (std::size_t c = 0; c != contests.contests.size(); ++c) {
        if (matching[c] == no_bid || !contests.bids[matching[c]].drive.exists()) {
            continue;
        }
        Bid const& bid = contests.bids[matching[c]];
        ResearcherRow const who = contests.contests[c].who;
        drives.hires.push_back({.identity = market.researchers.identity[who],
                                .gpus = drives.gpus_on_offer[bid.drive],
                                .who = who,
                                .firm = bid.firm,
                                .agreed = month});
    }
}

void close_drives(Market& market) {
    DriveTable& drives = market.drives;
    if (drives.empty()) {
        return;
    }
    note_beginnings(drives.hires, market.researchers);
    std::erase_if(drives.hires,
                  [&](DriveHire const& hire) { return !remains(hire, market.researchers); });
    std::sort(drives.hires.begin(), drives.hires.end(), [](DriveHire const& a, DriveHire const& b) {
        return std::tuple{a.who, a.firm} < std::tuple{b.who, b.firm};
    });
    count_teams(drives, market.researchers);
}

std::vector<DriveHire*> by_date_of_contract(std::vector<DriveHire>& hires) {
    std::vector<DriveHire*> order;
    order.reserve(hires.size());
    for (DriveHire& hire : hires) {
        order.push_back(&hire);
    }
    std::sort(order.begin(), order.end(), [](DriveHire const* a, DriveHire const* b) {
        return std::tuple{a->agreed, a->identity} < std::tuple{b->agreed, b->identity};
    });
    return order;
}

std::int64_t list_length(Market const& market, DriveRow drive, Step const& step) {
    DriveTable const& drives = market.drives;
    double const scale = market.firms.scale[drives.firm[drive]];
    return rounded_by_chance(drives.terms[drive].list_length * scale,
                             sizes_drawn(drives, drive, step)[1]);
}

DriveTeam team_of(Market const& market, FirmRow firm) {
    DriveTable const& drives = market.drives;
    DriveRow const drive = drives.at(firm);
    if (!drive.exists()) {
        return {};
    }
    double const payroll = drives.team_payroll[drive].value() / market.firms.scale[firm];
    return {.heads = drives.team[drive],
            .on_staff = drives.team_on_staff[drive],
            .talent = drives.team_talent[drive],
            .paid_by_drive = std::min(payroll, drives.terms[drive].budget)};
}

} // namespace talentsim
