#include <algorithm>
#include <tuple>

#include "engine/core/hash.hpp"
#include "engine/core/math.hpp"

#include "tests/second_engine/plain_contracts.hpp"
#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_utility.hpp"

// docs/model.md, "Acquisitions", "Teachers who leave" and "Start-ups of one's own".

namespace talentsim::plain {

namespace {

Firm& firm_named(std::string const& name, PlainWorld& world) {
    for (Firm& firm : world.firms) {
        if (firm.name == name) {
            return firm;
        }
    }
    throw ContractViolation("a firm of the scenario");
}

using Team = std::vector<Person*>;

/// The best of the staff who have not signed elsewhere.
Team core_team(AcquisitionParameters const& deal, std::uint32_t key, Firm const& target,
               PlainWorld& world, Now const& now) {
    Team team;
    for (auto& [identity, person] : world.people) {
        bool const has_signed = person.promise.firm != nullptr && person.promise.is_granted;
        if (person.employer == &target && !has_signed) {
            team.push_back(&person);
        }
    }
    auto const rank = [&](Person const* one) {
        return std::tuple{-one->log_talent,
                          now.words(one->identity, Draw::acquisition_rank, key)[0], one->identity};
    };
    std::sort(team.begin(), team.end(),
              [&](Person const* a, Person const* b) { return rank(a) < rank(b); });
    auto const most =
        rounded_by_chance(deal.core_team * target.scale, now.words(key, Draw::acquisition)[0]);
    while (static_cast<std::int64_t>(team.size()) > most) {
        team.pop_back();
    }
    return team;
}

/// U of the job at the start-up, what would be forfeited by leaving included.
double worth_of_staying(Person const& person, PlainWorld const& world, Now const& now) {
    return utility_of_job(person, *person.employer, person.pay + forfeit_of(person, world, now),
                          world, now);
}

double offered(Person const& person, AcquisitionParameters const& deal) {
    return person.pay * (1.0 + deal.premium);
}

bool is_accepted(AcquisitionParameters const& deal, std::uint32_t key, Team const& team,
                 Firm const& bidder, PlainWorld const& world, Now const& now) {
    if (deal.acceptance_probability) {
        return happens(*deal.acceptance_probability, now.words(key, Draw::acquisition)[1]);
    }
    int majority = 0; // yeas less nays
    for (Person const* const person : team) {
        bool const is_for = utility_of_job(*person, bidder, offered(*person, deal), world, now) >
                            worth_of_staying(*person, world, now);
        majority += is_for ? 1 : -1;
    }
    return majority > 0;
}

/// All move, each to a contract that was bargained against the old one.
void take_over(AcquisitionParameters const& deal, Team const& team, Firm& bidder,
               PlainWorld const& world, Now const& now, Events& events) {
    std::vector<Bid> bids;
    for (Person const* const person : team) {
        Bid bid;
        bid.firm = &bidder;
        bid.pay = offered(*person, deal);
        bid.second = worth_of_staying(*person, world, now);
        bids.push_back(bid);
    }
    for (std::size_t i = 0; i != team.size(); ++i) {
        Person& person = *team[i];
        --person.employer->seats_acquired;
        ++bidder.seats_acquired;
        ++bidder.acquired;
        person.premiums.push_back({.firm = &bidder,
                                   .since = now.month,
                                   .until = now.month + static_cast<Month>(deal.retention_months),
                                   .pay_with = bids[i].pay,
                                   .pay_without = person.pay});
        take_job(person, bids[i], world, now, events);
    }
}

void make_offer(std::string const& name, AcquisitionParameters const& deal, PlainWorld& world,
                Now const& now, Events& events) {
    std::uint32_t const key = name_hash(name);
    Firm& bidder = firm_named(deal.bidder, world);
    Team const team = core_team(deal, key, firm_named(deal.target, world), world, now);
    MoneySum asked;
    for (Person const* const person : team) {
        asked += MoneySum{offered(*person, deal)};
    }
    bool const can_pay = asked.value() / bidder.scale <= bidder.free_money;
    if (team.empty() || !(deal.acceptance_probability || can_pay)) {
        return;
    }
    if (is_accepted(deal, key, team, bidder, world, now)) {
        take_over(deal, team, bidder, world, now, events);
        return;
    }
    ++events.refused_acquisitions;
    for (Person const* const person : team) {
        world.to_approach.emplace(person->identity, &bidder);
    }
}

/// What nothing has happened to ends.
void end_premiums(Person& person, Month month) {
    for (Person::Premium const& premium : person.premiums) {
        bool const is_as_agreed = person.employer == premium.firm &&
                                  person.since == premium.since && person.pay == premium.pay_with;
        if (premium.until <= month && is_as_agreed) {
            person.pay = premium.pay_without;
        }
    }
    std::erase_if(person.premiums,
                  [&](Person::Premium const& premium) { return premium.until <= month; });
}

} // namespace

void acquire(Now const& now, PlainWorld& world, Events& events) {
    for (Firm& firm : world.firms) {
        firm.acquired = 0;
    }
    for (auto& [identity, person] : world.people) {
        end_premiums(person, now.month);
    }
    if (!now.parameters.mechanisms.acquisitions) {
        return;
    }
    SimulationParameters const& run = now.parameters.simulation;
    CalendarMonth const today = run.start.plus(now.month - static_cast<int>(run.burn_in_months));
    for (auto const& [name, deal] : now.parameters.acquisitions) {
        if (deal.month == today) {
            make_offer(name, deal, world, now, events);
        }
    }
}

void look_at_faculties(Now const& now, PlainWorld& world) {
    FacultyParameters const& faculty = now.parameters.faculty;
    for (Country& country : world.countries) {
        country.graduates_factor = 1.0;
        if (!now.parameters.mechanisms.faculty ||
            now.month < now.parameters.simulation.burn_in_months) {
            continue;
        }
        double talent = 0.0;
        for (Firm const& firm : world.firms) {
            if (firm.country == &country && firm.sector == Sector::universities) {
                talent += firm.talent.value() / world.scale;
            }
        }
        if (country.usual_faculty == 0.0) {
            country.usual_faculty = talent;
            country.faculty = talent;
            continue;
        }
        country.faculty += (talent - country.faculty) / faculty.lag_months;
        double const ratio = std::max(country.faculty / country.usual_faculty, 1e-12);
        country.graduates_factor = exp(faculty.elasticity * log(ratio));
    }
}

void close_start_ups(Now const& now, PlainWorld& world) {
    for (auto& [identity, person] : world.people) {
        if (person.founds_until <= now.month) {
            person.founds_until = 0;
        }
    }
}

} // namespace talentsim::plain
