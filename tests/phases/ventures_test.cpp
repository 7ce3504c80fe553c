#include "engine/phases/ventures.hpp"

#include <doctest/doctest.h>

#include "engine/core/math.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/terms.hpp"

#include "tests/phases/small_world.hpp"
#include "tests/phases/town.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr Month now = 3; // of step_at()

/// Somebody on a pay of 100 in a town in which investors pay founders for a unit of talent.
Town town_with(double venture_value) {
    Town town;
    town.parameters.mechanisms.ventures = true;
    town.parameters.ventures = {.lowest_tier = LowestTier::a, .cofounders = 0.5, .months = 9};
    town.market.researchers.tier[someone] = Tier::a;
    town.market.countries.venture_value[CountryRow{0}] = venture_value;
    town.employ(100.0);
    return town;
}

/// Let the contest end without a bid.
MonthFlows take_none(Town& town, Contest const& contest) {
    MonthFlows flows{1};
    commit(town.market, {.contests = {contest}, .bids = town.bids}, Matching{no_bid}, step_at(),
           flows);
    return flows;
}

} // namespace

TEST_CASE("a start-up is an option as good as its money, against which firms bid") {
    Town town = town_with(190.0);
    town.employ(100.0);
    town.market.firms.counteroffer_probability[employer] = 0.0;
    Contest const contest = town.meet({rich}); // whose cap is 300
    CHECK(contest.fallback == Fallback::is_jobless);
    CHECK(contest.fallback_utility == close_to(talentsim::log(190.0)));
    CHECK(contest.founds_until == now + 9);
    CHECK(town.bids.front().pay == close_to(190.0));
}

TEST_CASE("whom nobody outbids founds one, and hears no offers until it is over") {
    Town town = town_with(400.0);
    Contest const contest = town.meet({rich, poor});
    CHECK(contest.ranked == 0);
    auto const flows = take_none(town, contest);
    CHECK(flows.separations.at(CountryRow{0}, Tier::a) == 1);
    CHECK(!town.market.researchers.is_employed(someone));
    CHECK(town.market.researchers.pending[someone] == Pending::founds);
    CHECK(town.market.ventures.size() == 1);

    town.meet({rich});
    CHECK(town.n_contests == 0);
    end_ventures(town.market, now + 8);
    CHECK(town.market.researchers.pending[someone] == Pending::founds);
    end_ventures(town.market, now + 9);
    CHECK(town.market.researchers.pending[someone] == Pending::none);
    CHECK(town.market.researchers.pending_move[someone] == PendingMove{});
    CHECK(town.market.ventures.empty());
    town.meet({rich});
    CHECK(town.n_contests == 1);
}

TEST_CASE("one who would rather have a job does not found, nor one whom investors do not back") {
    Town town = town_with(400.0);
    SUBCASE("a counteroffer or a contract that is better") { town.employ(500.0); }
    SUBCASE("a lower tier") { town.market.researchers.tier[someone] = Tier::b; }
    SUBCASE("no venture money") { town.market.countries.venture_value[CountryRow{0}] = 0.0; }
    SUBCASE("on a visa") { town.market.researchers.residence[someone] = Residence::visa; }
    Contest const contest = town.meet({poor});
    CHECK(contest.fallback != Fallback::is_jobless);
    take_none(town, contest);
    CHECK(town.market.researchers.pending[someone] == Pending::none);
}

TEST_CASE("what investors back a unit of talent with is a multiple of its price, less in a bust") {
    Parameters p = small_world(2'000.0);
    p.mechanisms.ventures = true;
    p.mechanisms.market_value = true;
    p.countries["USA"].venture_money = 1.5;
    p.ventures.bust_share = 0.4;
    Market market = planned(p).market;
    double const price = market.countries.mean_price_of_talent[usa];
    CHECK(price > 0.0);
    CHECK(market.countries.venture_value[usa] == close_to(1.5 * price));
    CHECK(market.countries.venture_value[korea] == 0.0);
    market.finance.regime = Regime::bust;
    TalentValues values;
    plan_month(market, p, step_at(0), values);
    CHECK(market.countries.venture_value[usa] ==
          close_to(0.6 * market.countries.mean_price_of_talent[usa]));
    p.mechanisms.ventures = false;
    take_up_terms(market, p);
    plan_month(market, p, step_at(0), values);
    CHECK(market.countries.venture_value[usa] == 0.0);
}

TEST_CASE("a row that has become another's is left alone when the venture of the first is over") {
    Town town = town_with(400.0);
    begin_venture(town.market, someone, 9);
    town.market.researchers.identity[someone] = Identity{77};
    town.market.researchers.pending[someone] = Pending::waits;
    end_ventures(town.market, 5);
    CHECK(town.market.ventures.empty());
    end_ventures(town.market, 9);
    CHECK(town.market.researchers.pending[someone] == Pending::waits);
}
