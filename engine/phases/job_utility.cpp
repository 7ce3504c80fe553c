#include "engine/phases/job_utility.hpp"

#include <cmath>
#include <limits>

#include "engine/phases/acquaintances.hpp"

namespace talentsim {

namespace {

/// Mean 0 and variance 1.
double standard_taste(TasteDistribution distribution, RandomKey::Words const& words) {
    switch (distribution) {
    case TasteDistribution::none:
        return 0.0;
    case TasteDistribution::normal:
        return standard_normal(words[0], words[1]);
    case TasteDistribution::uniform:
        return std::sqrt(12.0) * (uniform(words[0], words[1]) - 0.5);
    case TasteDistribution::exponential:
        return -log(uniform(words[0], words[1])) - 1.0;
    }
    return 0.0;
}

} // namespace

double JobUtility::persistent_match(Workplace const& firm) const {
    auto const& taste = utility_.persistent_taste;
    if (taste.distribution == TasteDistribution::none || taste.scale == 0.0) {
        return 0.0;
    }
    auto const words =
        step_.key.words({.who = identity_, .whom = firm.key, .why = Draw::persistent_taste});
    return taste.scale * standard_taste(taste.distribution, words);
}

double JobUtility::gpus_pledged_by(FirmRow firm) const {
    DriveTable const& drives = market_.drives;
    if (drives.empty()) {
        return 0.0;
    }
    if (market_.researchers.employer[who_] == firm) {
        return drives.gpus_served_to(who_, firm, market_.researchers.since[who_]);
    }
    DriveRow const drive = drives.seeking(who_, firm);
    return drive.exists() ? drives.gpus_on_offer[drive] : 0.0;
}

double JobUtility::besides_pay(Workplace const& firm, double match) const {
    CountryRow const there = firm.country;
    double taste = utility_.persistent_taste.enters == TasteChannel::taste ? match : 0.0;
    if (utility_.transitory_taste > 0.0) {
        auto const words = step_.words(identity_, Draw::transitory_taste, firm.key);
        taste += utility_.transitory_taste * standard_gumbel(words[0]);
    }
    CountryRow const here = market_.researchers.location[who_];
    double const mission_match =
        weights_.mission == 0.0
            ? 0.0
            : static_cast<double>(market_.researchers.mission[who_].dot(firm.mission));
    return utility_besides_pay(
        weights_,
        {.gpus = firm.gpus_per_head + gpus_pledged_by(firm.row),
         .autonomy = firm.autonomy,
         .mission_match = mission_match,
         .peer_quality = firm.peer_quality,
         .moving_cost = market_.countries.moving_cost(static_cast<Eigen::Index>(here.at()),
                                                      static_cast<Eigen::Index>(there.at())),
         .is_at_home = there == market_.researchers.origin[who_],
         .taste = taste,
         .friends = weights_.friends == 0.0 ? 0.0 : known_->at(firm.row),
         .deprivation =
             weights_.deprivation == 0.0 || market_.researchers.employer[who_] != firm.row
                 ? 0.0
                 : known_->deprivation(market_.researchers.pay[who_])},
        utility_.compute_reference);
}

double JobUtility::of_joblessness(TalentUnits& talent) const {
    if (utility_.outside == OutsideOption::none) {
        return -std::numeric_limits<double>::infinity();
    }
    CountryTable const& countries = market_.countries;
    CountryRow const here = market_.researchers.location[who_];
    double const pay = countries.outside_value[here] * talent.at(countries.talent_exponent[here]);
    double const away = here == market_.researchers.origin[who_] ? 0.0 : weights_.home;
    return utility_of_pay(utility_.form, weights_.pay, pay * countries.pay_to_value[here]) - away;
}

double JobUtility::of_venture(TalentUnits& talent, double cofounders, Tier lowest_tier) const {
    CountryTable const& countries = market_.countries;
    CountryRow const here = market_.researchers.location[who_];
    double const money = countries.venture_value[here] * talent.at(countries.talent_exponent[here]);
    double besides = weights_.autonomy; // founders are their own masters
    if (cofounders > 0.0) {
        double known = 0.0;
        for_each_known(market_, who_, [&](ResearcherRow other) {
            known += market_.researchers.tier[other] <= lowest_tier ? 1.0 : 0.0;
            return true;
        });
        besides += cofounders * known;
    }
    if (here != market_.researchers.origin[who_]) {
        besides -= weights_.home;
    }
    return utility_of_pay(utility_.form, weights_.pay, money * countries.pay_to_value[here]) +
           besides;
}

} // namespace talentsim
