#include "engine/phases/turnover.hpp"

#include "engine/phases/person.hpp"

namespace talentsim {

void end_jobs(Market& market, Parameters const& parameters,
              std::vector<DrawnResearcher> const& drawn, Step const& step, MonthFlows& flows) {
    double const retirement =
        parameters.mechanisms.retirement ? parameters.population.retirement_rate : 0.0;
    double const separation =
        parameters.mechanisms.separation ? parameters.search.separation_rate : 0.0;
    ResearcherTable const& people = market.researchers;
    for (DrawnResearcher const& one : drawn) {
        if (!people.is_present(one.who)) {
            continue;
        }
        CountryRow const here = people.location[one.who];
        Tier const tier = people.tier[one.who];
        if (happens(retirement, one.retirement)) {
            ++flows.exits.at(here, tier);
            Standing const before = standing_of(people, one.who);
            remove(market, one.who);
            flows.note_change(before, standing_of(people, one.who));
        } else if (people.is_employed(one.who) && happens(separation, one.separation)) {
            ++flows.separations.at(here, tier);
            Standing const before = standing_of(people, one.who);
            end_job(market, one.who, step.month);
            flows.note_change(before, standing_of(people, one.who));
        }
    }
}

} // namespace talentsim
