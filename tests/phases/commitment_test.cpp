#include "engine/phases/commitment.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "engine/phases/census.hpp"
#include "engine/phases/person.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// One contest of one person at work, and what commitment makes of it.
struct Case {
    Case() : market{found_market(small_world(1'000.0), key_of(), Visit::forwards)} {
        while (market.researchers.employer[who] != acme) {
            ++who.index;
        }
        before = market.researchers.pay[who];
        contest.who = who;
        market.researchers.gpu_grant[who] = 5;
        market.researchers.best_outside[who] = 1.0;
    }

    void commit(std::uint32_t bid) {
        Contests const contests{.contests = {contest}, .bids = bids};
        talentsim::commit(market, contests, Matching{bid}, step_at(7), flows);
    }

    Market market;
    ResearcherRow who{0};
    double before = 0.0;
    Contest contest{};
    std::vector<Bid> bids;
    MonthFlows flows{3};
};

} // namespace

TEST_CASE("one who takes a bid works there, from this month on and on its terms") {
    Case c;
    c.contest.bids = 2;
    c.bids = {{.firm = brain}, {.firm = chaebol, .pay = 123.0, .second = 4.5}};
    c.commit(1);
    auto const& people = c.market.researchers;
    CHECK(people.employer[c.who] == chaebol);
    CHECK(people.location[c.who] == korea);
    CHECK(people.pay[c.who] == 123.0);
    CHECK(people.best_outside[c.who] == 4.5);
    CHECK(people.since[c.who] == 7);
    CHECK(people.gpu_grant[c.who] == 0);
    CHECK(people.talent_units[c.who] == close_to(std::exp(0.65 * people.log_talent[c.who])));
    CHECK(c.flows.job_moves == std::vector<JobMove>{{.from = acme, .to = chaebol}});
    CHECK(c.flows.migrants(usa, korea, people.tier[c.who]) == 1);
    CHECK(c.flows.migrants(korea, usa, people.tier[c.who]) == 0);
    CHECK(c.flows.offers == 2);
    CHECK(c.flows.raises == 0);

    SUBCASE("and one who had no job moves from none") {
        Case jobless;
        end_job(jobless.market, jobless.who, 2);
        jobless.contest.bids = 1;
        jobless.bids = {{.firm = brain, .pay = 5.0}};
        jobless.commit(0);
        CHECK(jobless.market.researchers.employer[jobless.who] == brain);
        CHECK(jobless.flows.job_moves.empty());
    }
}

TEST_CASE("one whom the employer keeps has the raise and keeps the rest") {
    Case c;
    c.contest.fallback = Fallback::is_kept;
    c.contest.is_countered = true;
    c.contest.fallback_pay = c.before + 1.0;
    c.contest.best_outside = 3.5;
    Month const since = c.market.researchers.since[c.who];
    c.commit(no_bid);
    CHECK(c.market.researchers.pay[c.who] == c.before + 1.0);
    CHECK(c.market.researchers.best_outside[c.who] == 3.5);
    CHECK(c.market.researchers.employer[c.who] == acme);
    CHECK(c.market.researchers.since[c.who] == since);
    CHECK(c.flows.raises == 1);
    CHECK(c.flows.counteroffers == 1);

    c.contest.fallback_pay = c.before + 1.0; // nothing new
    c.commit(no_bid);
    CHECK(c.flows.raises == 1);
}

TEST_CASE("one who stays on the present contract keeps it to the last bit") {
    Case c;
    Market const before = c.market;
    c.contest.fallback = Fallback::stays;
    c.contest.fallback_pay = 99.0;
    c.commit(no_bid);
    CHECK(differences(c.market, before) == no_differences);
}

TEST_CASE("one who prefers no job quits") {
    Case c;
    c.contest.fallback = Fallback::is_jobless;
    auto const tier = c.market.researchers.tier[c.who];
    c.commit(no_bid);
    CHECK_FALSE(c.market.researchers.is_employed(c.who));
    CHECK(c.market.researchers.since[c.who] == 7);
    CHECK(c.flows.separations.at(usa, tier) == 1);

    c.commit(no_bid); // one who had none does not quit again
    CHECK(c.flows.separations.at(usa, tier) == 1);
}

TEST_CASE("a whole month of contracts: every migrant is counted, pay of those who stay never falls "
          "and seats hold") {
    auto p = small_world();
    p.search.contact_rate_employed = 0.5;
    p.search.home_share = 0.7;
    auto [market, values] = planned(p);
    Market const before = market;
    auto const step = step_at();
    MonthFlows flows{3};
    auto const contacts = draw_and_search(market, p, step, flows);
    Contests contests;
    Bargaining{}.hold(market, p, values, contacts, step, contests);
    Matching matching;
    Acceptance{}.match(market, contests, step, matching);
    commit(market, contests, matching, step, flows);

    MonthFlows seen{3};
    bool never_falls = true;
    bool lives_at_work = true;
    std::vector<std::int64_t> hired(market.firms.size(), 0);
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        auto const& then = before.researchers;
        auto const& now = market.researchers;
        if (then.location[row] != now.location[row]) {
            ++seen.migrants(then.location[row], now.location[row], now.tier[row]);
        }
        if (now.is_employed(row)) {
            lives_at_work =
                lives_at_work && now.location[row] == market.firms.country[now.employer[row]];
            if (now.employer[row] == then.employer[row]) {
                never_falls = never_falls && now.pay[row] >= then.pay[row];
            } else {
                ++hired[now.employer[row].at()];
            }
        }
    }
    CHECK(seen.migration == flows.migration);
    CHECK(never_falls);
    CHECK(lives_at_work);
    CHECK(flows.job_moves.size() > 100);
    for (std::size_t f = 0; f != hired.size(); ++f) {
        CHECK(hired[f] <= market.firms.open_seats[FirmRow{f}]);
    }
}
