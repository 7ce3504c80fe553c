#include "engine/simulation/month.hpp"

#include "engine/phases/acquisitions.hpp"
#include "engine/phases/breakthroughs.hpp"
#include "engine/phases/census.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/compute_deliveries.hpp"
#include "engine/phases/drives.hpp"
#include "engine/phases/faculty.hpp"
#include "engine/phases/fear.hpp"
#include "engine/phases/graduation.hpp"
#include "engine/phases/market_value.hpp"
#include "engine/phases/retention.hpp"
#include "engine/phases/star_losses.hpp"
#include "engine/phases/turnover.hpp"
#include "engine/phases/ventures.hpp"
#include "engine/phases/vesting.hpp"

namespace talentsim {

namespace {

bool ends_a_year(Month month) { return (month + 1) % months_per_year == 0; }

} // namespace

void MonthPhases::run_to_offers(Market& market, Parameters const& parameters, Step const& step,
                                MonthFlows& flows, Ledger& ledger) {
    flows.clear();

    turn_market(market, parameters, step);
    value_equity(market, parameters);
    look_at_rivals(market, parameters);
    deliver_compute(market, parameters, step);
    plan_month(market, parameters, step, values_);
    grant_retention(market, parameters, step);
    plan_drives(market, parameters, step);
    ledger.check_plans(market, step.month);
    ledger.check_retention(market, step.month);

    month_draw_.draw(market, parameters, step, drawn_);
    end_jobs(market, parameters, drawn_, step, flows);
    end_ventures(market, step.month);
    follow_faculty(market, parameters, step);
    enter_graduates(market, parameters, step, flows);

    job_search_.search(market, parameters, drawn_, step, flows, contacts_);
    added_contacts_.clear();
    drive_lists_.approach(market, parameters, step, added_contacts_);
    if (parameters.mechanisms.target_lists) {
        target_lists_.approach(market, parameters, step, added_contacts_);
    }
    if (parameters.mechanisms.referrals) {
        referrals_.approach(market, parameters, step, added_contacts_);
    }
    approach_by_name(market, parameters, step, added_contacts_);
    add_contacts(market.researchers, step.order, added_contacts_, flows, contacts_);
    bargaining_.hold(market, parameters, values_, contacts_, step, contests_);
    ledger.check_offers(market, contests_, step.month);
}

void MonthPhases::run(Market& market, Parameters const& parameters, Step const& step,
                      Census& census, MonthFlows& flows, Ledger& ledger) {
    run_to_offers(market, parameters, step, flows, ledger);

    acceptance_.match(market, contests_, step, matching_);
    note_drive_hires(market, contests_, matching_, step.month);
    bool const may_wait = parameters.mechanisms.visas || parameters.mechanisms.non_compete;
    if (may_wait) {
        Visas::postpone(market, contests_, step, matching_, flows);
    }
    commit(market, contests_, matching_, step, flows);
    if (may_wait) {
        int const in_month = parameters.simulation.in_calendar(step.month).month();
        visas_.settle(market, step, in_month, flows);
        ledger.check_visas(market, flows, in_month, step.month);
    }
    acquisitions_.settle(market, parameters, step, flows);

    count_poached(market, flows, step.month);
    close_drives(market);

    Census const before = census;
    update_census(market, census, flows.changes);
    ledger.check_counts(market, before, census, flows, step.month);
    if (ends_a_year(step.month)) {
        ledger.check_recount(market, census, step.month);
        ledger.check_equity(market, step.month);
        ledger.check_rumours(market, step.month);
    }
    tie_making_.renew(market, parameters, step, flows.changes);
    rumours_.spread(market, parameters, step, flows.changes);
    if (compute_grants_.divide(market, parameters, step)) {
        ledger.check_grants(market, step.month);
    }
    make_breakthroughs(market, parameters, step);
    lose_stars(market, parameters, flows);
}

} // namespace talentsim
