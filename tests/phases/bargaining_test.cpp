#include "engine/phases/bargaining.hpp"

#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "tests/phases/small_world.hpp"
#include "tests/phases/town.hpp"

using namespace talentsim;
using namespace talentsim::test;

TEST_CASE("from unemployment, the best firm wins at the cap of the second best") {
    Town town;
    auto const contest = town.meet({poor, rich});
    CHECK(contest.fallback == Fallback::is_jobless);
    REQUIRE(contest.ranked == 2);
    CHECK(town.bids[0].firm == rich);
    CHECK(town.bids[0].cap == 300.0);
    CHECK(town.bids[0].value == 1000.0);
    CHECK(town.bids[0].pay == close_to(200.0));
    CHECK(town.bids[0].second == close_to(std::log(200.0)));
    CHECK(town.bids[1].firm == poor);
    CHECK(town.bids[1].pay == 0.0); // whom no other option protects

    SUBCASE("bargaining power moves pay towards the cap, and nobody to another firm") {
        town.parameters.offers.bargaining_power = 0.3;
        CHECK(town.meet({poor, rich}).ranked == 2);
        CHECK(town.bids[0].firm == rich);
        CHECK(town.bids[0].pay == close_to(300.0 * std::pow(2.0 / 3.0, 0.7)));
        town.parameters.offers.bargaining_power = 1.0;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == 300.0);
        CHECK(town.bids[1].pay == 200.0);
    }
    SUBCASE("pay is at least the floor, a share of the cap") {
        town.parameters.offers.pay_floor = 0.9;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(270.0));
        CHECK(town.bids[1].pay == close_to(180.0));
    }
    SUBCASE("three firms: each would pay what the next best sets") {
        town.meet({poor, employer, rich});
        REQUIRE(town.bids.size() == 3);
        CHECK(town.bids[0].pay == close_to(250.0));
        CHECK(town.bids[1].pay == close_to(200.0));
        CHECK(town.bids[2].pay == 0.0);
    }
    SUBCASE("in levels the same rule holds: r - (1 - beta)(M1 - M2)") {
        town.parameters.utility.form = UtilityForm::linear;
        town.parameters.offers.bargaining_power = 0.3;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(300.0 - 0.7 * 100.0));
    }
}

TEST_CASE("joblessness is an option with a value of its own") {
    Town town;
    town.parameters.utility.outside = OutsideOption::pay;
    town.market.countries.outside_value[CountryRow{0}] = 100.0;
    auto contest = town.meet({poor});
    CHECK(contest.fallback_utility == close_to(std::log(100.0)));
    CHECK(town.bids[0].pay == close_to(100.0));

    town.market.countries.outside_value[CountryRow{0}] = 225.0; // more than the firm can pay
    contest = town.meet({poor});
    CHECK(contest.ranked == 0);
    CHECK(contest.fallback == Fallback::is_jobless);

    town.employ(210.0); // and an employer who does not counter is left
    town.market.firms.counteroffer_probability[employer] = 0.0;
    CHECK(town.meet({poor}).fallback == Fallback::is_jobless);
}

TEST_CASE("a poacher that outbids the employer's cap wins at that cap") {
    Town town;
    town.employ(150.0);
    auto const contest = town.meet({rich});
    CHECK(contest.is_countered);
    CHECK(contest.fallback == Fallback::is_kept);
    CHECK(contest.fallback_utility == close_to(std::log(250.0)));
    REQUIRE(contest.ranked == 1);
    CHECK(town.bids[0].pay == close_to(250.0));
}

TEST_CASE(
    "an employer that counters and wins pays the larger of present pay and the poacher's cap") {
    Town town;
    town.employ(150.0);
    auto contest = town.meet({poor});
    CHECK(contest.ranked == 0);
    CHECK(contest.fallback == Fallback::is_kept);
    CHECK(contest.fallback_pay == close_to(200.0));
    CHECK(contest.best_outside == close_to(std::log(200.0)));

    town.set_cap(poor, 100.0);
    contest = town.meet({poor});
    CHECK(contest.fallback_pay == 150.0);
    CHECK(contest.best_outside == close_to(std::log(100.0)));

    SUBCASE("nothing is renegotiated unless the best outside bid so far rises") {
        town.parameters.offers.bargaining_power = 0.5;
        town.employ(210.0, std::log(190.0)); // 250 sqrt(190/250) = 218 would be asked for now
        contest = town.meet({poor});
        CHECK(contest.fallback == Fallback::is_kept);
        CHECK(contest.fallback_pay == 210.0);
        CHECK(contest.best_outside == std::log(190.0));
        town.set_cap(poor, 240.0);
        CHECK(town.meet({poor}).fallback_pay == close_to(250.0 * std::sqrt(240.0 / 250.0)));
    }
    SUBCASE("it never pays less than now, even one that is worth less") {
        town.employ(260.0); // above the cap of 250
        town.set_cap(poor, 220.0);
        contest = town.meet({poor});
        CHECK(contest.fallback_pay == 260.0);
        CHECK(contest.fallback_utility == close_to(std::log(260.0)));
    }
    SUBCASE("it pays at most present pay and its free money") {
        town.market.firms.free_money[employer] = 20.0; // cap 170
        town.set_cap(poor, 165.0);
        CHECK(town.meet({poor}).fallback_pay == close_to(165.0));
        town.set_cap(poor, 180.0);
        CHECK(town.meet({poor}).ranked == 1);
        CHECK(town.bids[0].pay == close_to(170.0));
    }
    SUBCASE("over budget it does not counter") {
        town.market.firms.free_money[employer] = -1.0;
        contest = town.meet({poor});
        CHECK_FALSE(contest.is_countered);
        CHECK(contest.fallback == Fallback::stays);
    }
    SUBCASE("its cap is what it would lose, if that is less than the price of talent") {
        town.set_value(employer, 180.0);
        town.set_cap(poor, 200.0);
        CHECK(town.meet({poor}).ranked == 1);
        CHECK(town.bids[0].pay == close_to(180.0));
    }
}

TEST_CASE("an employer that does not counter keeps whom present pay keeps, at present pay") {
    Town town;
    town.employ(150.0, std::log(120.0));
    town.market.firms.counteroffer_probability[employer] = 0.0;
    auto contest = town.meet({poor});
    CHECK_FALSE(contest.is_countered);
    REQUIRE(contest.ranked == 1);
    CHECK(town.bids[0].pay == close_to(150.0)); // what makes leaving as good as staying

    town.set_cap(poor, 140.0);
    contest = town.meet({poor});
    CHECK(contest.ranked == 0);
    CHECK(contest.fallback == Fallback::stays);
    CHECK(contest.fallback_pay == 150.0);
    CHECK(contest.best_outside == std::log(120.0));

    SUBCASE("nor does it where counteroffers are switched off") {
        town.market.firms.counteroffer_probability[employer] = 1.0;
        town.parameters.mechanisms.counteroffers = false;
        CHECK_FALSE(town.meet({poor}).is_countered);
    }
}

TEST_CASE("caps are the least of value, price of talent and free money") {
    Town town;
    town.meet({rich});
    CHECK(town.bids[0].cap == 300.0);
    town.market.firms.free_money[rich] = 280.0;
    town.meet({rich});
    CHECK(town.bids[0].cap == 280.0);
    town.set_value(rich, 270.0);
    town.meet({rich});
    CHECK(town.bids[0].cap == close_to(270.0));

    SUBCASE("and grow with talent to the power of the firm's exponent") {
        town.market.researchers.log_talent[someone] = std::log(4.0);
        town.market.firms.talent_exponent[poor] = 0.5;
        town.meet({poor});
        CHECK(town.bids[0].cap == close_to(400.0));
    }
    SUBCASE("a match that enters productivity multiplies value") {
        town.parameters.utility.persistent_taste = {.distribution = TasteDistribution::normal,
                                                    .scale = 0.3,
                                                    .enters = TasteChannel::productivity};
        town.meet({poor});
        double const match = std::log(town.bids[0].value / 1000.0);
        CHECK(match != 0.0);
        CHECK(town.bids[0].utility == close_to(std::log(200.0))); // and is no taste besides
        town.parameters.utility.persistent_taste.enters = TasteChannel::taste;
        town.meet({poor});
        CHECK(town.bids[0].value == 1000.0);
        CHECK(town.bids[0].utility == close_to(std::log(200.0) + match));
    }
}

TEST_CASE("no bid comes from one's own firm, without seats or without money, and without a bid "
          "nothing is decided") {
    Town town;
    town.employ(150.0);
    town.meet({employer});
    CHECK(town.n_contests == 0);
    town.market.firms.open_seats[rich] = 0;
    town.market.firms.free_money[poor] = 0.0;
    town.meet({rich, poor});
    CHECK(town.n_contests == 0);
    town.market.firms.free_money[poor] = 1e9;
    CHECK(town.meet({rich, poor}).bids == 1);
}

TEST_CASE("under posted pay the best offer is taken, and nobody counters") {
    Town town;
    town.parameters.offers.protocol = OfferProtocol::posted;
    town.meet({poor, rich});
    CHECK(town.bids[0].firm == rich);
    CHECK(town.bids[0].pay == close_to(0.75 * 300.0));
    CHECK(town.bids[1].pay == close_to(0.75 * 200.0));

    town.market.firms.posted_pay[poor] = 260.0;
    town.meet({poor, rich});
    CHECK(town.bids[0].firm == poor);
    CHECK(town.bids[0].pay == 260.0);

    town.employ(240.0);
    auto const contest = town.meet({rich});
    CHECK_FALSE(contest.is_countered);
    CHECK(contest.fallback == Fallback::stays);
    CHECK(contest.ranked == 0);

    town.market.firms.free_money[poor] = 259.0; // a firm does not offer what it does not have
    town.meet({poor});
    CHECK(town.n_contests == 0);
}

TEST_CASE("whoever counts the options, more bargaining power never lowers anybody's pay") {
    auto p = small_world();
    p.search.contact_rate_employed = 1.0;
    p.search.contacts_per_search = 3;
    auto const [market, values] = planned(p);
    MonthFlows flows{3};
    auto const contacts = draw_and_search(market, p, step_at(), flows);
    Contests weak;
    Bargaining{}.hold(market, p, values, contacts, step_at(), weak);
    p.offers.bargaining_power = 0.6;
    Contests strong;
    Bargaining{}.hold(market, p, values, contacts, step_at(), strong);

    REQUIRE(weak.contests.size() == strong.contests.size());
    bool never_lower = true;
    bool same_ranking = true;
    bool is_bounded = true;
    for (std::size_t c = 0; c != weak.contests.size(); ++c) {
        Contest const& contest = weak.contests[c];
        same_ranking = same_ranking && contest.ranked == strong.contests[c].ranked;
        for (std::uint32_t k = contest.first; k != contest.first + contest.ranked; ++k) {
            same_ranking = same_ranking && weak.bids[k].firm == strong.bids[k].firm;
            never_lower = never_lower && strong.bids[k].pay >= weak.bids[k].pay;
            is_bounded = is_bounded && weak.bids[k].pay <= weak.bids[k].cap &&
                         weak.bids[k].pay >= 0.6 * weak.bids[k].cap &&
                         weak.bids[k].cap <= market.firms.free_money[weak.bids[k].firm];
        }
        never_lower = never_lower && strong.contests[c].fallback_pay >= contest.fallback_pay &&
                      (contest.fallback == Fallback::is_jobless ||
                       contest.fallback_pay >= market.researchers.pay[contest.who]);
    }
    CHECK(never_lower);
    CHECK(same_ranking);
    CHECK(is_bounded);
}

TEST_CASE("the share of employers that counter is the counteroffer probability") {
    auto p = small_world();
    p.search.contact_rate_employed = 1.0;
    auto const [market, values] = planned(p);
    MonthFlows flows{3};
    auto const contacts = draw_and_search(market, p, step_at(), flows);
    Contests contests;
    Bargaining{}.hold(market, p, values, contacts, step_at(), contests);
    double of_brain = 0.0;
    double of_others = 0.0;
    std::int64_t brain_counters = 0;
    std::int64_t others_counter = 0;
    for (Contest const& contest : contests.contests) {
        FirmRow const firm = market.researchers.employer[contest.who];
        if (firm == brain) {
            of_brain += 1.0;
            brain_counters += contest.is_countered ? 1 : 0;
        } else if (firm.exists()) {
            of_others += 1.0;
            others_counter += contest.is_countered ? 1 : 0;
        }
    }
    CHECK(of_brain > 100.0);
    CHECK(is_binomial(brain_counters, of_brain, 0.5));
    CHECK(is_binomial(others_counter, of_others, 0.8));
}

TEST_CASE("bargaining ends in the same contracts in any order of visits") {
    auto p = small_world();
    p.search.contact_rate_employed = 1.0;
    p.search.contacts_per_search = 3;
    auto const [market, values] = planned(p);
    MonthFlows flows{3};
    auto const contacts = draw_and_search(market, p, step_at(), flows);
    auto const contracts = [&](Visit order) {
        Contests contests;
        Bargaining{}.hold(market, p, values, contacts, step_at(3, order), contests);
        std::vector<std::array<double, 6>> all;
        for (Contest const& contest : contests.contests) {
            all.push_back({static_cast<double>(contest.who.index),
                           static_cast<double>(contest.first), contest.fallback_utility,
                           contest.fallback_pay, contest.best_outside,
                           static_cast<double>(contest.fallback)});
            for (std::uint32_t k = contest.first; k != contest.first + contest.bids; ++k) {
                Bid const& bid = contests.bids[k];
                all.push_back({static_cast<double>(bid.firm.index), bid.value, bid.cap, bid.utility,
                               bid.pay, bid.is_ranked ? 1.0 : 0.0});
            }
        }
        return all;
    };
    auto const forwards = contracts(Visit::forwards);
    CHECK(forwards.size() > 30'000);
    CHECK(contracts(Visit::backwards) == forwards);
    CHECK(contracts(Visit::parallel) == forwards);
}
