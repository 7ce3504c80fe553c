#include "tests/second_engine/plain_utility.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/math.hpp"

#include "tests/second_engine/plain_drives.hpp"
#include "tests/second_engine/plain_ties.hpp"

// docs/model.md, "What a researcher wants".

namespace talentsim::plain {

namespace {

/// b_w ln W, or b_w W.
double utility_of_pay(double pay, double value_of_a_dollar, Now const& now) {
    UtilityParameters const& utility = now.parameters.utility;
    double const after_tax_value = pay * value_of_a_dollar;
    return utility.pay *
           (utility.form == UtilityForm::logarithmic ? log(after_tax_value) : after_tax_value);
}

/// epsilon, unless it enters the person's value to the firm, and s eta.
double taste(Person const& person, Firm const& firm, Now const& now) {
    UtilityParameters const& utility = now.parameters.utility;
    double const lasting = utility.persistent_taste.enters == TasteChannel::taste
                               ? lasting_match(person, firm, now)
                               : 0.0;
    double const s = utility.transitory_taste;
    if (s == 0.0) {
        return lasting;
    }
    auto const words = now.words(person.identity, Draw::transitory_taste, firm.key);
    return lasting + s * standard_gumbel(words[0]);
}

/// b_h of this person.
double weight_of_home(Person const& person) {
    return person.origin->home_bias * static_cast<double>(person.weights.home);
}

} // namespace

double lasting_match(Person const& person, Firm const& firm, Now const& now) {
    PersistentTasteParameters const& taste = now.parameters.utility.persistent_taste;
    auto const words =
        now.key.words({.who = person.identity, .whom = firm.key, .why = Draw::persistent_taste});
    switch (taste.distribution) { // with mean 0 and variance 1
    case TasteDistribution::none:
        return 0.0;
    case TasteDistribution::normal:
        return taste.scale * standard_normal(words[0], words[1]);
    case TasteDistribution::uniform:
        return taste.scale * (std::sqrt(12.0) * (uniform(words[0], words[1]) - 0.5));
    case TasteDistribution::exponential:
        break;
    }
    return taste.scale * (-log(uniform(words[0], words[1])) - 1.0);
}

double supplement(Person const& person, Country const& country) {
    bool const would_come_home = person.origin == &country && person.location != &country;
    return would_come_home ? country.pay_subsidy + country.return_grant : country.pay_subsidy;
}

double value_of_pay(Person const& person, Country const& country, Programme const* coming_by,
                    Now const& now) {
    Programme const* programme = coming_by;
    Month months_ago = 0;
    if (programme == nullptr && person.location == &country) {
        programme = person.came_by;
        months_ago = now.month - person.visa_since;
    }
    if (programme == nullptr || months_ago >= 12 * programme->terms.tax_cut_years) {
        return country.pay_to_value;
    }
    CountryParameters const& given = now.parameters.countries.at(country.code);
    return (1.0 - given.tax_rate * (1.0 - programme->terms.tax_cut)) / given.price_level;
}

double utility_of_job(Person const& person, Firm const& firm, double pay, PlainWorld const& world,
                      Now const& now, Programme const* coming_by) {
    UtilityParameters const& utility = now.parameters.utility;
    auto const weight = [](PersonalWeight const& mean, float own) {
        return mean.mean * static_cast<double>(own);
    };
    double const of_compute = weight(utility.compute, person.weights.compute);
    double const of_autonomy = weight(utility.autonomy, person.weights.autonomy);
    double const of_mission = weight(utility.mission, person.weights.mission);
    double const of_peers = weight(utility.peers, person.weights.peers);

    double besides_pay =
        taste(person, firm, now) - person.location->moving_cost_to.at(firm.country->code);
    if (of_compute != 0.0) {
        double const gpus = firm.gpus_per_head + pledged_gpus(person, firm, world);
        besides_pay += of_compute * log1p(gpus / utility.compute_reference);
    }
    if (of_autonomy != 0.0) {
        besides_pay += of_autonomy * firm.autonomy;
    }
    if (of_mission != 0.0) {
        besides_pay += of_mission * static_cast<double>(person.mission.dot(firm.mission));
    }
    if (of_peers != 0.0) {
        besides_pay += of_peers * log1p(std::max(firm.peer_quality, 0.0));
    }
    if (firm.country != person.origin) {
        besides_pay -= weight_of_home(person);
    }
    besides_pay += utility.friends * friends_at(person, firm, world);
    if (person.employer == &firm && now.parameters.mechanisms.relative_deprivation) {
        besides_pay -= utility.deprivation * deprivation_of(person, world);
    }
    return utility_of_pay(pay + supplement(person, *firm.country),
                          value_of_pay(person, *firm.country, coming_by, now), now) +
           besides_pay;
}

double utility_of_joblessness(Person const& person, Now const& now) {
    if (now.parameters.utility.outside == OutsideOption::none) {
        return -std::numeric_limits<double>::infinity();
    }
    Country const& here = *person.location;
    double const units = exp(here.talent_exponent * person.log_talent);
    bool const is_made_at_home = now.parameters.utility.outside == OutsideOption::home_production;
    double const value_of_talent = is_made_at_home ? here.home_value : here.mean_price_of_talent;
    double const pay = here.outside_pay * value_of_talent * units;
    double const away = person.location == person.origin ? 0.0 : weight_of_home(person);
    return utility_of_pay(pay, here.pay_to_value, now) - away;
}

double utility_of_start_up(Person const& person, PlainWorld const& world, Now const& now) {
    VentureParameters const& ventures = now.parameters.ventures;
    Country const& here = *person.location;
    auto const is_backed = [&](Person const& one) {
        return static_cast<int>(one.tier) <= static_cast<int>(ventures.lowest_tier);
    };
    double const in_regime =
        world.is_bust && now.parameters.mechanisms.market_value ? ventures.bust_share : 1.0;
    double const price = here.venture_money * in_regime * here.mean_price_of_talent;
    if (price <= 0.0 || !is_backed(person) || person.visa != nullptr) {
        return -std::numeric_limits<double>::infinity();
    }
    double const units = exp(here.talent_exponent * person.log_talent);
    double friends = 0.0;
    for (Person const* const other : acquaintances_of(person, world)) {
        friends += is_backed(*other) ? 1.0 : 0.0;
    }
    double const freedom =
        now.parameters.utility.autonomy.mean * static_cast<double>(person.weights.autonomy);
    double besides = freedom + ventures.cofounders * friends;
    if (person.location != person.origin) {
        besides -= weight_of_home(person);
    }
    return utility_of_pay(price * units, here.pay_to_value, now) + besides;
}

} // namespace talentsim::plain
