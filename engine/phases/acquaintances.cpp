#include "engine/phases/acquaintances.hpp"

#include "engine/mechanisms/relative_deprivation.hpp"

namespace talentsim {

double deprivation_of(Market const& market, ResearcherRow who) {
    double const own = market.researchers.pay[who];
    if (own <= 0.0) {
        return 0.0;
    }
    RelativeDeprivation deprivation{own};
    for_each_known(market, who, [&](ResearcherRow other) {
        deprivation.compare_with(market.researchers.pay[other]);
        return true;
    });
    return deprivation.value();
}

double friends_at(Market const& market, ResearcherRow who, FirmRow firm) {
    double friends = 0.0;
    for_each_known(market, who, [&](ResearcherRow other) {
        friends += market.researchers.employer[other] == firm ? 1.0 : 0.0;
        return true;
    });
    return friends;
}

bool is_approachable(ResearcherTable const& people, ResearcherRow who,
                     SearchParameters const& search, Month month) {
    if (!people.is_present(who)) {
        return false;
    }
    bool const is_newly_jobless = !people.is_employed(who) && people.since[who] == month;
    bool const is_graduate = month_of_entry(people.identity[who]) == month;
    return !(is_newly_jobless && (is_graduate || !search.same_month));
}

} // namespace talentsim
