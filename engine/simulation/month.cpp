#include "engine/simulation/month.hpp"

#include <utility>

#include "engine/phases/census.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/graduation.hpp"
#include "engine/phases/turnover.hpp"

namespace talentsim {

MonthFlows MonthPhases::run(Market& market, Parameters const& parameters, Step const& step,
                            Census& census, Ledger& ledger) {
    MonthFlows flows{market.countries.size()};

    plan_month(market, parameters, step, values_);
    ledger.check_plans(market, step.month);

    month_draw_.draw(market, parameters, step, drawn_);
    end_jobs(market, parameters, drawn_, step, flows);
    enter_graduates(market, parameters, step, flows);

    job_search_.search(market, parameters, drawn_, step, flows, contacts_);
    bargaining_.hold(market, parameters, values_, contacts_, step, contests_);
    ledger.check_offers(market, contests_, step.month);
    acceptance_.match(market, contests_, step, matching_);
    commit(market, contests_, matching_, step, flows);

    Census counted = take_census(market, step.order);
    ledger.check_counts(market, census, counted, flows, step.month);
    census = std::move(counted);
    compute_grants_.divide(market, parameters, step);
    ledger.check_grants(market, step.month);
    return flows;
}

} // namespace talentsim
