#include "engine/phases/turnover.hpp"

#include "engine/phases/layoffs.hpp"
#include "engine/phases/person.hpp"

namespace talentsim {

void end_jobs(Market& market, Parameters const& parameters,
              std::vector<DrawnResearcher> const& drawn, Step const& step, MonthFlows& flows) {
    double const retirement =
        parameters.mechanisms.retirement ? parameters.population.retirement_rate : 0.0;
    ResearcherTable const& people = market.researchers;
    FirmTable& firms = market.firms;
    firms.laid_off.assign(firms.size(), 0);
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
            continue;
        }
        if (!people.is_employed(one.who)) {
            continue;
        }
        FirmRow const employer = people.employer[one.who];
        JobLoss const loss = job_loss(firms, employer, tier, parameters);
        if (happens(loss.with_automation, one.separation)) {
            ++flows.separations.at(here, tier);
            if (!happens(loss.separation, one.separation)) {
                ++firms.laid_off[employer];
            }
            if (!happens(loss.with_layoff, one.separation)) {
                firms.automated[employer] += TalentSum{people.talent_units[one.who]};
            }
            Standing const before = standing_of(people, one.who);
            end_job(market, one.who, step.month);
            flows.note_change(before, standing_of(people, one.who));
        }
    }
}

} // namespace talentsim
