#include <algorithm>

#include <boost/random/discrete_distribution.hpp>

#include "engine/core/random_stream.hpp"

#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_ties.hpp"

// docs/model.md, "Who meets whom".

namespace talentsim::plain {

namespace {

/// Proposals after which a search is given up.
constexpr int most_proposals = 500;

/// The weight with which a firm is proposed: its simulated staff at founding.
double weight_of(Firm const& firm) { return firm.founding_staff * firm.scale; }

/// Where one looks for a firm: in one country, or in the whole world.
using Place = std::vector<Firm*>;

Place firms_in(Country const* country, PlainWorld& world) {
    Place place;
    for (Firm& firm : world.firms) {
        if (country == nullptr || firm.country == country) {
            place.push_back(&firm);
        }
    }
    return place;
}

/// A firm of the place that was not met before, drawn by open seats or uniformly; nobody if none
/// is found. A place with no more firms to draw than were met already, here or elsewhere, is not
/// tried.
Firm* firm_found_in(Place const& place, std::vector<Firm*> const& met, ContactDraw draw,
                    RandomStream words) {
    bool const is_uniform = draw == ContactDraw::uniform;
    std::vector<double> weights;
    for (Firm const* firm : place) {
        weights.push_back(weight_of(*firm));
    }
    if (place.empty() ||
        (!is_uniform && *std::max_element(weights.begin(), weights.end()) <= 0.0)) {
        return nullptr;
    }
    boost::random::discrete_distribution<std::uint32_t, double> by_weight(weights.begin(),
                                                                          weights.end());
    for (int proposal = 0; proposal != most_proposals; ++proposal) {
        Firm* const firm = place[is_uniform ? one_of(place.size(), words()) : by_weight(words)];
        bool const is_accepted =
            is_uniform ||
            happens(static_cast<double>(firm->open_seats) / weight_of(*firm), words());
        if (is_accepted && std::find(met.begin(), met.end(), firm) == met.end()) {
            return firm;
        }
    }
    return nullptr;
}

bool searches(Person const& person, PlainWorld const& world, Now const& now) {
    SearchParameters const& search = now.parameters.search;
    bool const lost_job_this_month = person.employer == nullptr && person.since == now.month;
    if (!now.parameters.mechanisms.own_search || (lost_job_this_month && !search.same_month)) {
        return false;
    }
    double rate =
        person.employer == nullptr ? search.contact_rate_unemployed : search.contact_rate_employed;
    if (person.employer != nullptr && now.parameters.mechanisms.relative_deprivation) {
        double const deprivation = std::min(deprivation_of(person, world), 1.0);
        rate = std::min(1.0, rate * (1.0 + search.deprivation_response * deprivation));
    }
    return happens(rate, now.words(person.identity, Draw::month)[2]);
}

/// At home with home_share; else with one half in the country of origin, where that is another;
/// else anywhere.
Place place_of_contact(std::uint32_t contact, Person const& person, PlainWorld& world,
                       Now const& now) {
    double const here = now.parameters.search.home_share;
    std::uint32_t const word = contact == 0 ? now.words(person.identity, Draw::month)[3]
                                            : now.words(person.identity, Draw::search, contact)[0];
    if (happens(here, word)) {
        return firms_in(person.location, world);
    }
    if (person.origin != person.location && happens(0.5 * (1.0 + here), word)) {
        return firms_in(person.origin, world);
    }
    return firms_in(nullptr, world);
}

std::vector<Firm*> firms_met(Person const& person, PlainWorld& world, Now const& now) {
    SearchParameters const& search = now.parameters.search;
    if (search.contacts_per_search == SearchParameters::all) {
        return firms_in(nullptr, world);
    }
    std::vector<Firm*> met;
    for (std::uint32_t contact = 0; contact != search.contacts_per_search; ++contact) {
        RandomStream const words{now.key, now.address(person.identity, Draw::firm_met, contact)};
        Place const place = place_of_contact(contact, person, world, now);
        if (Firm* const firm = firm_found_in(place, met, search.draw, words)) {
            met.push_back(firm);
        }
    }
    return met;
}

/// A graduate's bridges: a firm where it studied and, if that is abroad, one at home.
std::vector<Firm*> bridges_of(Person const& graduate, PlainWorld& world, Now const& now) {
    std::vector<Firm*> bridges;
    auto const build = [&](Country const* country, std::uint32_t number) {
        RandomStream const words{now.key, now.address(graduate.identity, Draw::bridge, number)};
        if (Firm* const firm =
                firm_found_in(firms_in(country, world), {}, now.parameters.search.draw, words)) {
            bridges.push_back(firm);
        }
    };
    build(graduate.location, 0);
    if (graduate.origin != graduate.location) {
        build(graduate.origin, 1);
    }
    return bridges;
}

} // namespace

Meetings search(Now const& now, PlainWorld& world, Events& events) {
    Meetings meetings;
    for (auto const& [identity, person] : world.people) {
        if (events.graduates.contains(identity)) {
            meetings[identity] = bridges_of(person, world, now);
        } else if (searches(person, world, now)) {
            meetings[identity] = firms_met(person, world, now);
        }
        if (person.employer != nullptr && meetings.contains(identity)) {
            events.contacts_of_employed += static_cast<std::int64_t>(meetings[identity].size());
        }
    }
    return meetings;
}

} // namespace talentsim::plain
