#include <algorithm>
#include <tuple>
#include <utility>

#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_ties.hpp"

// docs/model.md, "Recruiters", "Referrals" and "Acquisitions".

namespace talentsim::plain {

namespace {

/// Graduates of the month have bridges, and who lost the job in it waits.
bool is_approachable(Person const& person, Now const& now) {
    bool const is_newly_jobless = person.employer == nullptr && person.since == now.month;
    bool const is_graduate = month_of_entry(person.identity) == now.month;
    return !is_newly_jobless || (!is_graduate && now.parameters.search.same_month);
}

void bring_together(Person const& person, Firm& firm, Meetings& meetings, Events& events) {
    auto& met = meetings[person.identity];
    if (std::find(met.begin(), met.end(), &firm) == met.end()) {
        met.push_back(&firm);
        events.contacts_of_employed += person.employer == nullptr ? 0 : 1;
    }
}

/// Everybody of a tier and those above whom firms can approach, the best first.
std::vector<Person*> ranking(LowestTier lowest, PlainWorld& world, Now const& now) {
    std::vector<Person*> best;
    for (auto& [identity, person] : world.people) {
        if (static_cast<int>(person.tier) <= static_cast<int>(lowest) &&
            is_approachable(person, now)) {
            best.push_back(&person);
        }
    }
    std::sort(best.begin(), best.end(), [&](Person const* a, Person const* b) {
        auto const rank = [&](Person const* one) {
            return std::tuple{-one->log_talent, now.words(one->identity, Draw::recruiting_rank)[0],
                              one->identity};
        };
        return rank(a) < rank(b);
    });
    return best;
}

bool sees(Firm const& firm, Person const& person, Now const& now) {
    double const secrecy = person.employer == nullptr ? 0.0 : person.employer->secrecy;
    return !are_one_group(person.employer, &firm) &&
           happens(now.parameters.recruiting.visibility * (1.0 - secrecy),
                   now.words(person.identity, Draw::visibility, firm.key)[0]);
}

enum class Circle { at_home, from_home, elsewhere };

/// In which circle, as seen from a country, somebody is looked for.
Circle circle_of(Person const& person, Country const* country) {
    if (person.location == country) {
        return Circle::at_home;
    }
    return person.origin == country ? Circle::from_home : Circle::elsewhere;
}

Circle circle_drawn(std::uint32_t word, double home_share) {
    if (happens(home_share, word)) {
        return Circle::at_home;
    }
    return happens(0.5 * (1.0 + home_share), word) ? Circle::from_home : Circle::elsewhere;
}

/// Whether a drive seeks people who live there.
bool looks_into(DriveParameters const& drive, std::string const& country) {
    auto const said = drive.countries.find(country);
    if (said != drive.countries.end()) {
        return said->second;
    }
    return std::none_of(drive.countries.begin(), drive.countries.end(),
                        [](auto const& other) { return other.second; });
}

bool is_sought(Person const& person, Drive const& drive, DriveParameters const& given) {
    Firm const& firm = *drive.firm;
    if (are_one_group(person.employer, &firm) || person.promise.firm == &firm ||
        !looks_into(given, person.location->code)) {
        return false;
    }
    double const match = static_cast<double>(person.mission.dot(firm.mission));
    return given.mission_match == -1.0 || match >= given.mission_match;
}

} // namespace

void approach_by_drives(Now const& now, PlainWorld& world, Meetings& meetings, Events& events) {
    for (Drive& drive : world.drives) {
        DriveParameters const& given = drive.terms;
        if (drive.open_seats == 0) {
            continue;
        }
        std::int64_t written = 0;
        for (Person const* const person : ranking(given.lowest_tier, world, now)) {
            if (written == drive.list_length || !is_sought(*person, drive, given)) {
                continue;
            }
            ++written;
            if (given.chief_executive || sees(*drive.firm, *person, now)) {
                drive.list.insert(person->identity);
                bring_together(*person, *drive.firm, meetings, events);
            }
        }
    }
}

void recruit(Now const& now, PlainWorld& world, Meetings& meetings, Events& events) {
    if (!now.parameters.mechanisms.target_lists) {
        return;
    }
    auto const best = ranking(now.parameters.recruiting.lowest_tier, world, now);
    for (Firm& firm : world.firms) {
        if (firm.open_seats == 0) {
            continue;
        }
        auto const contacts = rounded_by_chance(firm.recruiter_capacity * firm.scale,
                                                now.words(firm.key, Draw::recruiter_capacity)[0]);
        std::map<Circle, std::int64_t> left;
        for (std::uint32_t contact = 0; contact != contacts; ++contact) {
            ++left[circle_drawn(now.words(firm.key, Draw::recruiter_place, contact)[0],
                                now.parameters.search.home_share)];
        }
        for (Person const* const person : best) {
            std::int64_t& here = left[circle_of(*person, firm.country)];
            if (here > 0 && sees(firm, *person, now)) {
                bring_together(*person, firm, meetings, events);
                --here;
            }
        }
    }
}

void refer(Now const& now, PlainWorld& world, Meetings& meetings, Events& events) {
    if (!now.parameters.mechanisms.referrals) {
        return;
    }
    for (Identity const identity : world.recent_hires) {
        auto const hire = world.people.find(identity);
        if (hire == world.people.end() || hire->second.employer == nullptr ||
            hire->second.since != now.month - 1 || hire->second.employer->open_seats == 0) {
            continue; // left again, or has no seat to offer
        }
        std::uint32_t named = 0;
        for (Person const* const former : acquaintances_of(hire->second, world)) {
            if (are_one_group(former->employer, hire->second.employer) ||
                !is_approachable(*former, now) || named == now.parameters.referrals.names) {
                continue;
            }
            if (happens(now.parameters.referrals.probability,
                        now.words(identity, Draw::referral, named++)[0])) {
                bring_together(*former, *hire->second.employer, meetings, events);
            }
        }
    }
}

void approach(Now const& now, PlainWorld& world, Meetings& meetings, Events& events) {
    auto const to_approach = std::move(world.to_approach);
    world.to_approach.clear();
    if (!now.parameters.mechanisms.acquisitions) {
        return;
    }
    for (auto const& [identity, firm] : to_approach) {
        auto const found = world.people.find(identity);
        if (found == world.people.end()) {
            continue; // has left the world of work
        }
        Person const& person = found->second;
        if (person.employer != firm && firm->open_seats > 0 && is_approachable(person, now)) {
            bring_together(person, *firm, meetings, events);
        }
    }
}

} // namespace talentsim::plain
