#include "engine/phases/turnover.hpp"

#include "engine/phases/person.hpp"

namespace talentsim {

void end_jobs(Market& market, Parameters const& parameters, Step const& step, MonthFlows& flows,
              Collector<Leaver>& collector) {
    double const retirement =
        parameters.mechanisms.retirement ? parameters.population.retirement_rate : 0.0;
    double const separation =
        parameters.mechanisms.separation ? parameters.search.separation_rate : 0.0;
    if (retirement == 0.0 && separation == 0.0) {
        return;
    }

    ResearcherTable const& people = market.researchers;
    std::vector<Leaver> leavers;
    collector.collect(step.order, people.size(), leavers, [&](std::size_t i, auto const& emit) {
        ResearcherRow const row{i};
        if (!people.is_present(row)) {
            return;
        }
        auto const words = step.words(people.identity[row], Draw::turnover);
        if (happens(retirement, words[0])) {
            emit({.who = row, .retires = true});
        } else if (people.is_employed(row) && happens(separation, words[1])) {
            emit({.who = row, .retires = false});
        }
    });

    for (Leaver const& leaver : leavers) {
        CountryRow const here = people.location[leaver.who];
        Tier const tier = people.tier[leaver.who];
        if (leaver.retires) {
            ++flows.exits.at(here, tier);
            remove(market, leaver.who);
        } else {
            ++flows.separations.at(here, tier);
            end_job(market, leaver.who, step.month);
        }
    }
}

} // namespace talentsim
