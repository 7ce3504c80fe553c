#include "engine/phases/commitment.hpp"

#include "engine/core/math.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/ventures.hpp"
#include "engine/phases/vesting.hpp"

namespace talentsim {

void take_job(Market& market, ResearcherRow who, Bid const& bid, Month month, MonthFlows& flows) {
    ResearcherTable& people = market.researchers;
    if (people.is_employed(who)) {
        flows.job_moves.push_back({.from = people.employer[who], .to = bid.firm});
    }
    CountryRow const here = people.location[who];
    CountryRow const there = market.firms.country[bid.firm];
    if (here != there) {
        ++flows.migrants(here, there, people.tier[who]);
        people.location[who] = there;
        take_residence(market, who, bid.visa, month);
        forget_pending(market, who);
    }
    if (bid.visa.exists()) {
        ++flows.visas.issued[bid.visa.at()];
    }
    if (people.tier[who] == Tier::s) {
        ++market.firms.star_hires[bid.firm];
    }
    people.employer[who] = bid.firm;
    people.talent_units[who] = exp(market.firms.talent_exponent[bid.firm] * people.log_talent[who]);
    people.pay[who] = bid.pay;
    people.best_outside[who] = bid.second;
    people.since[who] = month;
    people.gpu_grant[who] = 0;
    if (market.contracts.is_kept) {
        grant_equity(market, who, equity_with(market.firms, bid.firm, bid.pay, bid.is_front_loaded),
                     month);
    }
}

namespace {

/// A raise comes with equity for the difference; what has not vested yet begins anew with it.
void grant_with_raise(Market& market, ResearcherRow who, double raise, Month month) {
    FirmRow const employer = market.researchers.employer[who];
    grant_equity(market, who,
                 unvested_equity(market, who, month) +
                     equity_with(market.firms, employer, raise, false),
                 month);
}

void take_fallback(Market& market, Contest const& contest, Month month, MonthFlows& flows) {
    ResearcherTable& people = market.researchers;
    ResearcherRow const who = contest.who;
    switch (contest.fallback) {
    case Fallback::is_jobless:
        if (people.is_employed(who)) {
            ++flows.separations.at(people.location[who], people.tier[who]);
            end_job(market, who, month);
        }
        if (contest.founds_until > 0) {
            begin_venture(market, who, contest.founds_until);
        }
        return;
    case Fallback::is_kept:
        if (contest.fallback_pay > people.pay[who]) {
            ++flows.raises;
            if (market.contracts.is_kept) {
                grant_with_raise(market, who, contest.fallback_pay - people.pay[who], month);
            }
        }
        people.pay[who] = contest.fallback_pay;
        people.best_outside[who] = contest.best_outside;
        return;
    case Fallback::stays:
        return;
    }
}

} // namespace

void commit(Market& market, Contests const& contests, Matching const& matching, Step const& step,
            MonthFlows& flows) {
    market.firms.star_hires.assign(market.firms.size(), 0);
    for (std::size_t c = 0; c != contests.contests.size(); ++c) {
        Contest const& contest = contests.contests[c];
        flows.offers += contest.bids;
        flows.counteroffers += contest.is_countered ? 1 : 0;
        if (matching[c] == postponed) {
            continue;
        }
        StandingChange& change = flows.changes.emplace_back();
        change.before = standing_of(market.researchers, contest.who);
        if (matching[c] == no_bid) {
            flows.escalations += contest.raises;
            take_fallback(market, contest, step.month, flows);
        } else {
            flows.escalations += contests.bids[matching[c]].raises;
            take_job(market, contest.who, contests.bids[matching[c]], step.month, flows);
        }
        change.after = standing_of(market.researchers, contest.who);
        if (change.after == change.before) {
            flows.changes.pop_back();
        }
    }
}

} // namespace talentsim
