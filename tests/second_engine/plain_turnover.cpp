#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_person.hpp"

// docs/model.md, "Turnover and graduates".

namespace talentsim::plain {

namespace {

bool retires(Person const& person, Now const& now) {
    return now.parameters.mechanisms.retirement &&
           happens(now.parameters.population.retirement_rate,
                   now.words(person.identity, Draw::month)[0]);
}

/// Whoever loses the job does so in one of three ways, by one word: it is below the rate of
/// separations, or below that and the chance of a layoff, or below these and the chance that the
/// work is automated.
bool loses_job(Person const& person, Now const& now) {
    Firm* const firm = person.employer;
    if (firm == nullptr) {
        return false;
    }
    MechanismSwitches const& on = now.parameters.mechanisms;
    double const separation = on.separation ? now.parameters.search.separation_rate : 0.0;
    double const with_layoff =
        separation + firm->chance_of_layoff[static_cast<std::size_t>(person.tier)];
    double const with_automation =
        with_layoff +
        (on.automation && person.tier == Tier::c ? now.parameters.production.automation_rate : 0.0);
    std::uint32_t const word = now.words(person.identity, Draw::month)[1];
    if (happens(separation, word)) {
        return true;
    }
    if (happens(with_layoff, word)) {
        ++firm->laid_off;
        return true;
    }
    if (happens(with_automation, word)) {
        ++firm->laid_off;
        firm->newly_automated += TalentSum{person.talent_units};
        return true;
    }
    return false;
}

Country& country_of_study(Identity graduate, Country& origin, PlainWorld& world, Now const& now) {
    double left = uniform(now.words(graduate, Draw::study_abroad)[0]);
    for (auto const& [code, share] : origin.study_abroad) {
        left -= share;
        if (left < 0.0) {
            return world.country(code);
        }
    }
    return origin;
}

} // namespace

void end_jobs(Now const& now, PlainWorld& world, Events& events) {
    for (Firm& firm : world.firms) {
        firm.laid_off = 0;
        firm.star_hires = 0;
    }
    for (auto one = world.people.begin(); one != world.people.end();) {
        Person& person = one->second;
        Events::Place const place{person.location->code, person.tier};
        if (retires(person, now)) {
            ++events.exits[place];
            leave_employer(person);
            one = world.people.erase(one);
            continue;
        }
        if (loses_job(person, now)) {
            ++events.separations[place];
            make_jobless(person, now.month);
        }
        ++one;
    }
}

void enter_graduates(Now const& now, PlainWorld& world, Events& events) {
    if (!now.parameters.mechanisms.graduates) {
        return;
    }
    for (Country& origin : world.countries) {
        auto const number =
            rounded_by_chance(origin.graduates * origin.graduates_factor * world.scale,
                              now.words(origin.number, Draw::rounding)[0]);
        for (std::int64_t ordinal = 0; ordinal != number; ++ordinal) {
            Identity const identity =
                identity_of(origin.number, now.month + 1, static_cast<std::uint64_t>(ordinal));
            Person graduate = newborn(identity, origin, world, now);
            graduate.location = &country_of_study(identity, origin, world, now);
            ++events.entries[{graduate.location->code, graduate.tier}];
            events.graduates.insert(identity);
            world.people.emplace(identity, graduate);
        }
    }
}

} // namespace talentsim::plain
