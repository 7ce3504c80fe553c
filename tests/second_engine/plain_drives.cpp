#include "tests/second_engine/plain_drives.hpp"

#include <algorithm>
#include <tuple>

#include "engine/core/hash.hpp"

// docs/model.md, "Drives".

namespace talentsim::plain {

namespace {

/// Somebody of a team, who is still in the world of work.
bool is_working(Identity identity, Contract const& contract, PlainWorld const& world) {
    return world.people.contains(identity) && contract.begun.has_value();
}

CalendarMonth in_the_calendar(Now const& now) {
    SimulationParameters const& run = now.parameters.simulation;
    return run.start.plus(now.month - static_cast<int>(run.burn_in_months));
}

void plan_seats_and_money(Drive& drive, PlainWorld const& world, Now const& now) {
    DriveParameters const& given = drive.terms;
    Firm const& firm = *drive.firm;
    Team const team = team_of(firm, world);
    CalendarMonth const month = in_the_calendar(now);
    bool const is_on =
        given.start <= month && month < given.start.plus(static_cast<int>(given.months));
    auto const words = now.key.words({.who = name_hash(drive.name), .why = Draw::drive_size});
    std::int64_t const seats = rounded_by_chance(given.seats * firm.scale, words[0]);
    drive.open_seats = is_on && seats > team.heads ? seats - team.heads : 0;
    drive.list_length = rounded_by_chance(given.list_length * firm.scale, words[1]);
    drive.money = std::max(0.0, given.budget - team.payroll.value() / firm.scale);
    drive.extra_pay = given.seats == 0.0 ? 0.0 : given.budget / given.seats;
    drive.gpus_on_offer = 0.0;
}

/// Of the pool, of simulated people: what the team has, what new hires would have, and the rest.
void plan_pledges(Drive& drive, PlainWorld const& world, Now const& now) {
    Firm& firm = *drive.firm;
    Team const team = team_of(firm, world);
    if (drive.open_seats == 0 && team.heads == 0) {
        return;
    }
    double pool = firm.compute * firm.scale;
    for (auto const& [identity, contract] : oldest_first(drive)) {
        double const served = std::min(pool, contract.gpus);
        drive.team.at(identity).gpus_served = served;
        pool -= served;
    }
    if (drive.open_seats > 0) {
        auto const seats = static_cast<double>(drive.open_seats);
        drive.gpus_on_offer = std::min(drive.terms.gpus_per_head, pool / seats);
        pool = std::max(0.0, pool - drive.gpus_on_offer * seats);
    }
    std::int64_t heads = firm.staff + firm.pending + drive.open_seats;
    if (now.parameters.budgets.seats == Limit::limited) {
        heads += firm.open_seats;
    }
    firm.gpus_per_head = pool / firm.scale / std::max(1.0, static_cast<double>(heads) / firm.scale);
}

} // namespace

Drive const* drive_of(Firm const& firm, PlainWorld const& world) {
    for (Drive const& drive : world.drives) {
        if (drive.firm == &firm) {
            return &drive;
        }
    }
    return nullptr;
}

Drive const* drive_for(Person const& person, Firm const& firm, PlainWorld const& world) {
    Drive const* const drive = drive_of(firm, world);
    return drive != nullptr && drive->list.contains(person.identity) ? drive : nullptr;
}

Team team_of(Firm const& firm, PlainWorld const& world) {
    Team team;
    Drive const* const drive = drive_of(firm, world);
    if (drive == nullptr) {
        return team;
    }
    for (auto const& [identity, contract] : drive->team) {
        Person const& person = world.people.at(identity);
        ++team.heads;
        if (is_working(identity, contract, world)) {
            ++team.on_staff;
            team.talent += TalentSum{person.talent_units};
            team.payroll += MoneySum{person.pay};
        } else {
            team.payroll += MoneySum{person.promise.pay};
        }
    }
    return team;
}

double paid_by_drive(Firm const& firm, PlainWorld const& world) {
    Drive const* const drive = drive_of(firm, world);
    return drive == nullptr
               ? 0.0
               : std::min(team_of(firm, world).payroll.value() / firm.scale, drive->terms.budget);
}

double pledged_gpus(Person const& person, Firm const& firm, PlainWorld const& world) {
    Drive const* const drive = drive_of(firm, world);
    if (drive == nullptr) {
        return 0.0;
    }
    if (person.employer == &firm) {
        auto const contract = drive->team.find(person.identity);
        bool const is_by_drive =
            contract != drive->team.end() && contract->second.begun == person.since;
        return is_by_drive ? contract->second.gpus_served : 0.0;
    }
    return drive->list.contains(person.identity) ? drive->gpus_on_offer : 0.0;
}

std::vector<std::pair<Identity, Contract>> oldest_first(Drive const& drive) {
    std::vector<std::pair<Identity, Contract>> team(drive.team.begin(), drive.team.end());
    std::stable_sort(team.begin(), team.end(), [](auto const& a, auto const& b) {
        return a.second.agreed < b.second.agreed; // within a month by identity, as they stand
    });
    return team;
}

void plan_drives(Now const& now, PlainWorld& world) {
    for (Drive& drive : world.drives) {
        drive.list.clear();
        plan_seats_and_money(drive, world, now);
        plan_pledges(drive, world, now);
    }
}

void close_drives(PlainWorld& world) {
    for (Drive& drive : world.drives) {
        for (auto& [identity, contract] : drive.team) {
            auto const found = world.people.find(identity);
            if (!contract.begun && found != world.people.end() &&
                found->second.employer == drive.firm) {
                contract.begun = found->second.since;
            }
        }
        std::erase_if(drive.team, [&](auto const& entry) {
            auto const& [identity, contract] = entry;
            auto const found = world.people.find(identity);
            if (found == world.people.end()) {
                return true;
            }
            Person const& person = found->second;
            bool const works =
                contract.begun && person.employer == drive.firm && person.since == *contract.begun;
            bool const waits = !contract.begun && person.promise.firm == drive.firm;
            return !works && !waits;
        });
    }
}

} // namespace talentsim::plain
