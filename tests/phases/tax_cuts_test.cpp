#include <cmath>

#include <doctest/doctest.h>

#include "engine/phases/bargaining.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/job_utility.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/visas.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

VisaRow const top_tier{0};
ResearcherRow const someone{5};

/// The small world, in which Korea asks strangers for a visa that halves their tax for ten years.
Parameters world_with_a_cut() {
    Parameters p = small_world(1'000.0);
    p.mechanisms.visas = true;
    p.countries["KOR"].tax_rate = 0.4;
    p.countries["KOR"].price_level = 0.75;
    VisaParameters& visa = p.visas["top_tier"];
    visa.country = "KOR";
    visa.validity_months = 36;
    visa.permanence_months = 36;
    visa.renewals = 0;
    visa.tax_cut = 0.5;
    visa.tax_cut_years = 10.0;
    return p;
}

constexpr double taxed = 0.6 / 0.75;
constexpr double cut = 0.8 / 0.75; // half of .4 is remitted

/// An Indian who came to Korea by the visa in month 3.
struct Newcomer {
    explicit Newcomer(Parameters const& p) : parameters{p}, planned_world{planned(p)} {
        end_job(market, someone, 0);
        market.researchers.origin[someone] = india;
        market.researchers.location[someone] = india;
        take_job(market, someone, {.firm = chaebol, .pay = 1e5, .visa = top_tier}, 3, flows);
    }

    [[nodiscard]] double value_per_pay(Month month, FirmRow firm = chaebol) const {
        Step const step = step_at(month);
        return JobUtility{market, parameters, step, someone}.value_per_pay(
            workplace_of(market.firms, firm));
    }

    Parameters parameters;
    Planned planned_world;
    Market& market = planned_world.market;
    MonthFlows flows = [] {
        MonthFlows made{3};
        made.visas.clear(1);
        return made;
    }();
};

} // namespace

TEST_CASE("by hand: who came by the visa pays half the tax for ten years, and then all of it") {
    Newcomer someone_new{world_with_a_cut()};
    CHECK(someone_new.value_per_pay(3) == close_to(cut));
    CHECK(someone_new.value_per_pay(3 + 119) == close_to(cut));
    CHECK(someone_new.value_per_pay(3 + 120) == close_to(taxed));
    SUBCASE("at any employer of the country, and at none elsewhere") {
        FirmTable const& firms = someone_new.market.firms;
        for (std::size_t f = 0; f != firms.size(); ++f) {
            bool const is_there = firms.country[FirmRow{f}] == korea;
            CHECK((someone_new.value_per_pay(4, FirmRow{f}) == close_to(cut)) == is_there);
        }
    }
    SUBCASE("also as a permanent resident") {
        Visas visas;
        visas.settle(someone_new.market, step_at(39), 4, someone_new.flows);
        CHECK(someone_new.market.researchers.residence[someone] == Residence::permanent);
        CHECK(someone_new.value_per_pay(40) == close_to(cut));
    }
    SUBCASE("also where residence is permanent at once") {
        auto p = world_with_a_cut();
        p.visas["top_tier"].validity_months = 0;
        Newcomer other{p};
        CHECK(other.market.researchers.residence[someone] == Residence::permanent);
        CHECK(other.value_per_pay(3 + 119) == close_to(cut));
        CHECK(other.value_per_pay(3 + 120) == close_to(taxed));
    }
    SUBCASE("not after leaving the country and coming back on other terms") {
        MonthFlows& flows = someone_new.flows;
        take_job(someone_new.market, someone, {.firm = acme, .pay = 1e5}, 10, flows);
        take_job(someone_new.market, someone, {.firm = chaebol, .pay = 1e5}, 20, flows);
        CHECK(someone_new.value_per_pay(21) == close_to(taxed));
    }
}

TEST_CASE("a cut of nothing, or for no time, leaves the tax as it is, to the last bit") {
    auto p = world_with_a_cut();
    SUBCASE("nothing") { p.visas["top_tier"].tax_cut = 0.0; }
    SUBCASE("for no time") { p.visas["top_tier"].tax_cut_years = 0.0; }
    Newcomer const newcomer{p};
    CHECK(newcomer.value_per_pay(3) == newcomer.market.countries.pay_to_value[korea]);
}

TEST_CASE("a bid by the visa is worth more to the researcher, by the logarithm of what the tax "
          "leaves") {
    auto const bid_under = [](Parameters const& p) {
        auto made = planned(p);
        Market& market = made.market;
        end_job(market, someone, 0);
        market.researchers.origin[someone] = india;
        market.researchers.location[someone] = india;
        market.firms.open_seats[chaebol] = 1;
        market.firms.free_money[chaebol] = 1e9;
        Contests contests;
        Bargaining{}.hold(market, p, made.values, {{.who = someone, .firm = chaebol}}, step_at(),
                          contests);
        REQUIRE(contests.contests.size() == 1);
        return contests.bids.at(0);
    };
    auto p = world_with_a_cut();
    p.offers.pay_floor = 0.0;
    p.offers.opening = OpeningBid::reservation; // else rounds begin, and end, at a share of the cap
    for (OfferProtocol const protocol :
         {OfferProtocol::sequential_auction, OfferProtocol::rounds}) {
        p.offers.protocol = protocol;
        Bid const with = bid_under(p);
        auto q = p;
        q.visas["top_tier"].tax_cut = 0.0;
        Bid const without = bid_under(q);
        CHECK(with.cap == without.cap);
        CHECK(with.utility - without.utility == close_to(std::log(0.8 / 0.6), 1e-9));
        CHECK(with.pay < without.pay); // firms take their share
    }
}
