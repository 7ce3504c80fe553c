#include "engine/simulation/month.hpp"

#include <utility>

#include "engine/phases/census.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/graduation.hpp"

namespace talentsim {

MonthFlows MonthPhases::run(Market& market, Parameters const& parameters, Step const& step,
                            Census& census, Ledger& ledger) {
    MonthFlows flows{market.countries.size()};

    plan_month(market, parameters, step, values_);
    ledger.check_plans(market, step.month);

    end_jobs(market, parameters, step, flows, leavers_);
    enter_graduates(market, parameters, step, flows);

    job_search_.search(market, parameters, step, flows, contacts_);
    bargaining_.hold(market, parameters, values_, contacts_, step, contests_);
    ledger.check_offers(market, contests_, step.month);
    acceptance_.match(market, contests_, step, matching_);
    commit(market, contests_, matching_, step, flows);

    Census counted = take_census(market, step.order);
    compute_grants_.divide(market, parameters, step);
    ledger.check_month(market, census, counted, flows, step.month);
    census = std::move(counted);
    return flows;
}

} // namespace talentsim
