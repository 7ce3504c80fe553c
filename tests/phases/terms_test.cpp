#include "engine/phases/terms.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "engine/mechanisms/wage_posting.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Market economy(Parameters const& p) { return found_economy(p, key_of()); }

} // namespace

TEST_CASE("each country and firm has its own value, or else the more general one") {
    auto p = small_world();
    p.utility.outside_pay = 0.4;
    p.countries["KOR"].outside_pay = 0.3;
    p.countries["KOR"].home_bias = 0.7;
    p.firms["brain"].posted_pay = 250'000.0;
    auto const market = economy(p);
    CHECK(market.countries.outside_pay[korea] == 0.3);
    CHECK(market.countries.outside_pay[usa] == 0.4);
    CHECK(market.countries.home_bias[korea] == 0.7);
    CHECK(market.countries.home_bias[usa] == 0.5);
    CHECK(market.countries.pay_to_value[korea] == close_to((1.0 - 0.42) / 0.75));
    CHECK(market.countries.moving_cost(1, 2) == 0.6);
    CHECK(market.countries.moving_cost(2, 1) == 0.5);
    CHECK(market.countries.moving_cost(1, 1) == 0.0);
    CHECK(market.countries.study_abroad(0, 2) == 0.2);
    CHECK(market.countries.study_abroad(2, 0) == 0.0);
    CHECK(market.firms.counteroffer_probability[brain] == 0.5);
    CHECK(market.firms.counteroffer_probability[acme] == 0.8);
    CHECK(market.firms.posted_pay[brain] == 250'000.0);
    CHECK(market.firms.posted_pay[acme] == 0.0);
}

TEST_CASE("missions are directions, whatever their length") {
    auto p = small_world();
    p.firms["brain"].mission = {0.0, 3.0, 4.0};
    auto const market = economy(p);
    CHECK(market.firms.mission[brain].isApprox(Mission{0.0F, 0.6F, 0.8F}, 1e-6F));
    CHECK(market.firms.mission[chaebol] == Mission{Mission::Zero()});
}

TEST_CASE("taking up the same terms again changes not one bit") {
    auto const p = small_world();
    Market const before = economy(p);
    Market after = before;
    after.firms.own_gpus[brain] = 12.0; // what the world has made of the stocks stays
    after.countries.public_gpus[korea] = 34.0;
    Market const lived_in = after;
    take_up_terms(after, p);
    CHECK(differences(after, lived_in) == no_differences);
}

TEST_CASE("a change of a stock is delivered once, as the difference to the last one") {
    auto p = small_world();
    auto market = economy(p);
    market.firms.own_gpus[brain] = 500.0; // of 8000 as founded
    p.firms["brain"].gpus += 1'000.0;
    p.countries["KOR"].public_gpus += 200.0;
    take_up_terms(market, p);
    CHECK(market.firms.own_gpus[brain] == 1'500.0);
    CHECK(market.countries.public_gpus[korea] == 1'200.0);
    take_up_terms(market, p);
    CHECK(market.firms.own_gpus[brain] == 1'500.0);
    CHECK(market.countries.public_gpus[korea] == 1'200.0);

    p.firms["brain"].gpus = 0.0; // taken away are at most those there are
    take_up_terms(market, p);
    CHECK(market.firms.own_gpus[brain] == 0.0);
}

TEST_CASE("firms post a share of the cap, or what makes the firms of a country earn the same") {
    auto p = small_world();
    p.offers.posted_share = 0.6;
    auto market = economy(p);
    CHECK(market.firms.posted_share[acme] == 0.6);

    p.offers.posting = PayPosting::equal_profit;
    p.utility.outside = OutsideOption::home_production;
    p.search.separation_rate = 0.02;
    p.search.contact_rate_employed = 0.1;
    market = economy(p);
    // Acme is the lowest of 22 American rungs; the value of no employer is .4 of that of talent
    // without a premium, and acme's premium is 1.4.
    CHECK(market.firms.posted_share[acme] ==
          close_to(equal_profit_share(1, 22, contacts_per_job(0.02, 0.1), 0.4 / 1.4)));
    CHECK(market.firms.posted_share[chaebol] ==
          close_to(equal_profit_share(1, 9, contacts_per_job(0.02, 0.1), 0.4 / 1.2)));
}
