#include "tests/second_engine/plain_ties.hpp"

#include <algorithm>

#include "tests/second_engine/plain_month.hpp"

// docs/model.md, "Ties" and "Relative deprivation".

namespace talentsim::plain {

namespace {

/// The staff of a firm in a circle, each at a point drawn for life.
using Circle = std::map<std::pair<std::uint32_t, Identity>, Person*>;

std::map<Firm*, Circle> circles_of(PlainWorld& world, Now const& now) {
    std::map<Firm*, Circle> circles;
    for (auto& [identity, person] : world.people) {
        if (person.employer != nullptr) {
            auto const words = now.key.words({.who = identity, .why = Draw::roster_place});
            circles[person.employer][{words[0], identity}] = &person;
        }
    }
    return circles;
}

/// The first colleague from a point on, round the circle.
Person* colleague_from(std::uint32_t point, Person const& person, Circle const& circle) {
    auto const from = circle.lower_bound({point, 0});
    for (auto one = from; one != circle.end(); ++one) {
        if (one->second != &person) {
            return one->second;
        }
    }
    for (auto one = circle.begin(); one != from; ++one) {
        if (one->second != &person) {
            return one->second;
        }
    }
    return nullptr;
}

} // namespace

std::vector<Person const*> acquaintances_of(Person const& person, PlainWorld const& world) {
    std::vector<Person const*> found;
    for (Identity const identity : person.knows) {
        auto const one = world.people.find(identity);
        if (one != world.people.end()) {
            found.push_back(&one->second);
        }
    }
    return found;
}

double deprivation_of(Person const& person, PlainWorld const& world) {
    auto const known = acquaintances_of(person, world);
    if (person.pay <= 0.0 || known.empty()) {
        return 0.0;
    }
    double sum = 0.0;
    for (Person const* const other : known) {
        sum += std::max(0.0, other->pay - person.pay) / person.pay;
    }
    return sum / static_cast<double>(known.size());
}

double friends_at(Person const& person, Firm const& firm, PlainWorld const& world) {
    double friends = 0.0;
    for (Person const* const other : acquaintances_of(person, world)) {
        friends += other->employer == &firm ? 1.0 : 0.0;
    }
    return friends;
}

void make_ties(Now const& now, PlainWorld& world, Events const& events) {
    if (!now.parameters.mechanisms.ties) {
        return;
    }
    auto const circles = circles_of(world, now);
    for (Identity const identity : events.hires) {
        Person& person = world.people.at(identity);
        for (std::uint32_t tie = 0; tie != now.parameters.social.ties_per_hire; ++tie) {
            std::uint32_t const point = now.words(identity, Draw::tie, tie)[0];
            Person const* const met = colleague_from(point, person, circles.at(person.employer));
            if (met != nullptr && std::find(person.knows.begin(), person.knows.end(),
                                            met->identity) == person.knows.end()) {
                person.knows.insert(person.knows.begin(), met->identity);
                if (static_cast<std::int64_t>(person.knows.size()) > now.parameters.social.ties) {
                    person.knows.pop_back();
                }
            }
        }
    }
    world.recent_hires = events.hires;
}

} // namespace talentsim::plain
