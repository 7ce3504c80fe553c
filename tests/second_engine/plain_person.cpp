#include "tests/second_engine/plain_person.hpp"

#include "engine/core/math.hpp"
#include "engine/core/random_stream.hpp"

// docs/model.md, "Initialisation" 5 and 6, and "What a researcher wants": the draws of a lifetime.

namespace talentsim::plain {

namespace {

constexpr Month age_at_graduation = 28 * 12;

double drawn_log_talent(Identity identity, Now const& now) {
    TalentParameters const& talent = now.parameters.population.talent;
    auto const words = now.key.words({.who = identity, .why = Draw::talent});
    double const u = uniform(words[0], words[1]);
    switch (talent.distribution) {
    case TalentDistribution::pareto: // 1 - u and u are distributed alike
        return -log(u) / talent.exponent;
    case TalentDistribution::lognormal:
        return talent.log_mean + talent.log_sd * standard_normal(words[2], words[3]);
    case TalentDistribution::uniform:
        return log(talent.low + (talent.high - talent.low) * u);
    case TalentDistribution::constant:
        break;
    }
    return log(talent.value);
}

Tier tier_of(double log_talent, PlainWorld const& world) {
    auto const& [above_s, above_a, above_b] = world.tier_thresholds;
    if (log_talent > above_s) {
        return Tier::s;
    }
    if (log_talent > above_a) {
        return Tier::a;
    }
    return log_talent > above_b ? Tier::b : Tier::c;
}

/// exp(sd z - sd^2/2), which is 1 on average. The number of the weight is part of the address.
float multiplier(std::uint32_t weight, double sd, Identity identity, Now const& now) {
    if (sd == 0.0) {
        return 1.0F;
    }
    auto const words =
        now.key.words({.who = identity, .whom = weight, .why = Draw::utility_weight});
    return static_cast<float>(exp(sd * standard_normal(words[0], words[1]) - 0.5 * sd * sd));
}

/// Three normal numbers point in any direction alike.
Mission drawn_mission(Identity identity, Now const& now) {
    RandomStream words{now.key, {.who = identity, .why = Draw::mission}};
    Mission mission;
    for (float& coordinate : mission) {
        auto const first = words();
        auto const second = words();
        coordinate = static_cast<float>(standard_normal(first, second));
    }
    return mission.normalized();
}

} // namespace

Person newborn(Identity identity, Country& origin, PlainWorld const& world, Now const& now) {
    UtilityParameters const& utility = now.parameters.utility;
    Person person;
    person.identity = identity;
    person.log_talent = drawn_log_talent(identity, now);
    person.tier = tier_of(person.log_talent, world);
    person.weights.compute = multiplier(1, utility.compute.spread, identity, now);
    person.weights.autonomy = multiplier(2, utility.autonomy.spread, identity, now);
    person.weights.mission = multiplier(3, utility.mission.spread, identity, now);
    person.weights.peers = multiplier(4, utility.peers.spread, identity, now);
    person.weights.home = multiplier(5, utility.home.spread, identity, now);
    person.mission = drawn_mission(identity, now);
    person.origin = &origin;
    person.location = &origin;
    person.born = now.month - age_at_graduation;
    make_jobless(person, now.month);
    return person;
}

void leave_employer(Person& person) {
    if (person.employer != nullptr && person.tier == Tier::s) {
        ++person.employer->stars_lost;
    }
    person.employer = nullptr;
}

void make_jobless(Person& person, Month month) {
    leave_employer(person);
    person.talent_units = 0.0;
    person.pay = 0.0;
    person.best_outside = nothing_answered_yet;
    person.gpu_grant = 0;
    person.since = month;
    person.equity = 0.0F;
    person.granted = 0;
}

} // namespace talentsim::plain
