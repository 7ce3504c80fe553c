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
    std::uint64_t const leads_out = lucky_words(retirement);
    std::uint64_t const may_lead_to_loss = lucky_words(largest_job_loss(firms, parameters));
    for (DrawnResearcher const& one : drawn) {
        // Most were drawn to search: their words alone say so.
        bool const may_leave = one.retirement < leads_out || one.separation < may_lead_to_loss;
        if (!may_leave || !people.is_present(one.who)) {
            continue;
        }
        CountryRow const here = people.location[one.who];
        Tier const tier = people.tier[one.who];
        if (one.retirement < leads_out) {
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
