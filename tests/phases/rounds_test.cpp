#include <array>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/acceptance.hpp"
#include "engine/phases/commitment.hpp"

#include "tests/phases/small_world.hpp"
#include "tests/phases/town.hpp"

// Bargaining in rounds.

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// A town whose firms raise by a tenth, from what somebody has.
class HagglingTown : public Town {
  public:
    HagglingTown() {
        parameters.offers.protocol = OfferProtocol::rounds;
        parameters.offers.opening = OpeningBid::reservation;
        parameters.offers.opening_share = 0.5;
        parameters.offers.rounds = 10;
        for (std::size_t f = 0; f != 3; ++f) {
            market.firms.escalation_step[FirmRow{f}] = 0.1;
            market.firms.chief_executive_probability[FirmRow{f}] = 0.0;
        }
    }
};

/// All contests of a month in which everybody searches.
struct Month3 {
    Market market;
    Contests contests;
};

Parameters haggling_world() {
    auto p = small_world();
    p.search.contact_rate_employed = 1.0;
    p.search.contacts_per_search = 3;
    p.offers.protocol = OfferProtocol::rounds;
    return p;
}

Month3 bargained(Parameters const& p, Visit order = Visit::forwards) {
    auto made = planned(p);
    MonthFlows flows{3};
    auto const contacts = draw_and_search(made.market, p, step_at(), flows);
    Month3 month{.market = std::move(made.market), .contests = {}};
    Bargaining{}.hold(month.market, p, made.values, contacts, step_at(3, order), month.contests);
    return month;
}

/// What the best option of each contest pays.
std::vector<double> best_pay(Month3 const& month) {
    std::vector<double> pay;
    for (Contest const& contest : month.contests.contests) {
        pay.push_back(contest.ranked > 0 ? month.contests.bids[contest.first].pay
                                         : contest.fallback_pay);
    }
    return pay;
}

/// Whether people are paid more on average, by ln(more/less), than four standard errors of the
/// mean, people being independent.
bool is_higher_beyond_noise(std::vector<double> const& more, std::vector<double> const& less) {
    REQUIRE(more.size() == less.size());
    double n = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t c = 0; c != more.size(); ++c) {
        if (more[c] > 0.0 && less[c] > 0.0) {
            double const gain = std::log(more[c] / less[c]);
            n += 1.0;
            sum += gain;
            squares += gain * gain;
        }
    }
    double const mean = sum / n;
    return mean > 4.0 * std::sqrt((squares / n - mean * mean) / n);
}

} // namespace

TEST_CASE("from unemployment, firms open at a share of their caps and raise by turns") {
    HagglingTown town; // where having no employer is worth less than any job
    auto const contest = town.meet({poor, rich});
    // 100 and 150; 165, 181.5, 199.65, 219.615, and the poor firm would have to offer 241.6.
    REQUIRE(contest.ranked == 2);
    CHECK(town.bids[0].firm == rich);
    CHECK(town.bids[0].pay == close_to(150.0 * std::pow(1.1, 4)));
    CHECK(town.bids[0].second == close_to(std::log(150.0 * std::pow(1.1, 3))));
    CHECK(town.bids[0].raises == 4);
    CHECK(town.bids[1].firm == poor);           // and where the rich firm has no seat left,
    CHECK(town.bids[1].pay == close_to(100.0)); // nobody else bids
    CHECK(town.bids[1].second == none);
    CHECK(town.bids[1].raises == 0);

    SUBCASE("when the rounds run out, the offer that stands wins, whatever the caps") {
        town.parameters.offers.rounds = 3;
        town.meet({poor, rich});
        CHECK(town.bids[0].firm == poor);
        CHECK(town.bids[0].pay == close_to(150.0 * std::pow(1.1, 3)));
        CHECK(town.bids[1].firm == rich);
        CHECK(town.bids[1].pay == close_to(150.0));
    }
    SUBCASE("bargaining power takes its share of what the winner has left to give") {
        town.parameters.offers.bargaining_power = 0.3;
        town.meet({poor, rich});
        CHECK(town.bids[0].firm == rich);
        CHECK(town.bids[0].pay == close_to(300.0 * std::pow(0.5 * std::pow(1.1, 4), 0.7)));
    }
    SUBCASE("an agent raises bargaining power, and never lowers it") {
        town.parameters.offers.agent_share = 1.0;
        town.parameters.offers.agent_bargaining_power = 0.5;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(300.0 * std::sqrt(0.5 * std::pow(1.1, 4))));
        town.parameters.offers.bargaining_power = 1.0;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == 300.0);
    }
    SUBCASE("pay is at least the floor, and at most the cap") {
        town.parameters.offers.pay_floor = 0.9;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(270.0));
        CHECK(town.bids[1].pay == close_to(180.0));
    }
    SUBCASE("each firm has its own step") {
        town.market.firms.escalation_step[poor] = 0.3; // 195, and 214.5 is too much for it
        town.meet({poor, rich});
        CHECK(town.bids[0].firm == rich);
        CHECK(town.bids[0].pay == close_to(150.0 * 1.3 * 1.1));
        CHECK(town.bids[0].raises == 2);
    }
    SUBCASE("in levels a raise is a share of the cap") {
        town.parameters.utility.form = UtilityForm::linear;
        town.meet({poor, rich}); // 100 and 150; 150 + 20, 170 + 30, and 220 is too much
        CHECK(town.bids[0].firm == rich);
        CHECK(town.bids[0].pay == close_to(200.0));
    }
}

TEST_CASE("an employer counters step by step from the present contract") {
    HagglingTown town;
    town.employ(150.0);
    auto contest = town.meet({rich});
    // 150 stands; 165, 181.5, 199.65, 219.615, 241.5765, and the employer has 250.
    CHECK(contest.is_countered);
    CHECK(contest.fallback == Fallback::is_kept);
    REQUIRE(contest.ranked == 1);
    CHECK(town.bids[0].pay == close_to(150.0 * std::pow(1.1, 5)));
    CHECK(town.bids[0].second == close_to(std::log(150.0 * std::pow(1.1, 4))));

    SUBCASE("and keeps whom it was the last to raise, at what it has offered") {
        town.parameters.offers.rounds = 4;
        contest = town.meet({rich});
        CHECK(contest.ranked == 0);
        CHECK(contest.fallback == Fallback::is_kept);
        CHECK(contest.fallback_pay == close_to(150.0 * std::pow(1.1, 4)));
        CHECK(contest.best_outside == close_to(std::log(150.0 * std::pow(1.1, 3))));
        CHECK(contest.raises == 4);
    }
    SUBCASE("one that does not counter keeps whom nobody outbids, at present pay") {
        town.market.firms.counteroffer_probability[employer] = 0.0;
        contest = town.meet({rich});
        CHECK_FALSE(contest.is_countered);
        CHECK(town.bids[0].pay == close_to(165.0));
        town.set_cap(poor, 160.0); // cannot raise to 165
        contest = town.meet({poor});
        CHECK(contest.ranked == 0);
        CHECK(contest.fallback == Fallback::stays);
        CHECK(contest.fallback_pay == 150.0);
    }
    SUBCASE("a bid below present pay brings no raise, unless it is the best so far and the person "
            "has bargaining power") {
        town.set_cap(poor, 120.0);
        contest = town.meet({poor});
        CHECK(contest.fallback_pay == 150.0);
        CHECK(contest.best_outside == close_to(std::log(120.0)));
        town.parameters.offers.bargaining_power = 0.5;
        CHECK(town.meet({poor}).fallback_pay == close_to(250.0 * std::sqrt(120.0 / 250.0)));
        town.employ(150.0, std::log(130.0));
        contest = town.meet({poor});
        CHECK(contest.fallback_pay == 150.0);
        CHECK(contest.best_outside == std::log(130.0));
    }
    SUBCASE("of two poachers, the second is priced by the contest without the first") {
        town.employ(100.0);
        town.set_cap(employer, 110.0);
        contest = town.meet({poor, rich});
        REQUIRE(contest.ranked == 2);
        CHECK(town.bids[0].firm == rich);
        CHECK(town.bids[1].firm == poor);
        // 100; 110 (poor), and the employer would have to offer 121.
        CHECK(town.bids[1].pay == close_to(110.0));
        CHECK(town.bids[0].pay > 190.0);
    }
}

TEST_CASE(
    "a chief executive who steps in multiplies the standing offer, as far as the cap allows") {
    HagglingTown town;
    town.market.firms.chief_executive_probability[rich] = 1.0;
    town.employ(100.0);
    town.meet({rich});
    CHECK(town.bids[0].pay == close_to(200.0 * 1.1 * 1.1)); // 200, the employer 220, 242
    town.parameters.offers.chief_executive_factor = 1.5;
    town.meet({rich}); // 150, and then steps
    CHECK(town.bids[0].pay == close_to(150.0 * std::pow(1.1, 6)));
    town.employ(200.0);
    town.parameters.offers.chief_executive_factor = 2.0;
    town.meet({rich});
    CHECK(town.bids[0].pay == close_to(300.0));
    CHECK(town.bids[0].raises == 1);
}

TEST_CASE("joblessness is what firms open with, and a job as good as it is taken") {
    HagglingTown town;
    town.parameters.utility.outside = OutsideOption::pay;
    town.market.countries.outside_value[CountryRow{0}] = 120.0;
    auto contest = town.meet({poor});
    REQUIRE(contest.ranked == 1);
    CHECK(contest.fallback == Fallback::is_jobless);
    CHECK(town.bids[0].pay == close_to(120.0));
    town.market.countries.outside_value[CountryRow{0}] = 201.0;
    CHECK(town.meet({poor}).ranked == 0);
    town.employ(150.0); // less than joblessness, of which an employer that counters offers more
    contest = town.meet({poor});
    CHECK(contest.fallback == Fallback::is_kept);
    CHECK(contest.fallback_pay == close_to(201.0 * 1.1));
    town.market.firms.counteroffer_probability[employer] = 0.0;
    CHECK(town.meet({poor}).fallback == Fallback::is_jobless);
}

TEST_CASE("with rounds enough and small steps, rounds end as the sequential auction does: the same "
          "winner, or one less than a step below, at a price within a step") {
    auto p = haggling_world();
    p.offers.opening = OpeningBid::reservation;
    p.offers.rounds = 10'000;
    p.offers.escalation_step = 0.01;
    Month3 const rounds = bargained(p);
    p.offers.protocol = OfferProtocol::sequential_auction;
    Month3 const auction = bargained(p);
    double const step = std::log(1.01) * (1.0 + 1e-9);
    REQUIRE(rounds.contests.contests.size() == auction.contests.contests.size());
    std::size_t differently_ranked = 0;
    std::size_t prices = 0;
    bool are_close = true;
    for (std::size_t c = 0; c != rounds.contests.contests.size(); ++c) {
        Contest const& mine = rounds.contests.contests[c];
        Contest const& limit = auction.contests.contests[c];
        bool is_same = mine.ranked == limit.ranked && mine.fallback == limit.fallback;
        for (std::uint32_t k = 0; is_same && k != limit.ranked; ++k) {
            is_same = rounds.contests.bids[mine.first + k].firm ==
                      auction.contests.bids[limit.first + k].firm;
        }
        if (!is_same) {
            ++differently_ranked;
            continue;
        }
        for (std::uint32_t k = 0; k != limit.ranked; ++k, ++prices) {
            double const pay = rounds.contests.bids[mine.first + k].pay;
            double const paid = auction.contests.bids[limit.first + k].pay;
            are_close = are_close && std::abs(std::log(pay / paid)) <= step;
        }
        if (mine.fallback != Fallback::is_jobless) {
            are_close =
                are_close && std::abs(std::log(mine.fallback_pay / limit.fallback_pay)) <= step;
        }
    }
    CHECK(prices > 10'000);
    CHECK(are_close);
    // Two options change places if they are closer than a step. The gap between two neighbours of
    // five options that spread over a log point or more is below .01 for about one pair in 25 or
    // less, and there are four pairs, of which rounds swap at most half.
    CHECK(differently_ranked < rounds.contests.contests.size() / 10);
}

TEST_CASE("more rounds, chief executives who step in and agents all raise pay") {
    auto p = haggling_world();
    p.offers.opening_share = 0.4;
    p.offers.rounds = 2;
    p.offers.pay_floor = 0.0;
    auto const usual = best_pay(bargained(p));
    auto more = p;
    more.offers.rounds = 20;
    CHECK(is_higher_beyond_noise(best_pay(bargained(more)), usual));
    more = p;
    more.offers.chief_executive_probability = 0.5;
    CHECK(is_higher_beyond_noise(best_pay(bargained(more)), usual));
    more = p;
    more.offers.agent_share = 0.4;
    auto const with_agents = best_pay(bargained(more));
    CHECK(is_higher_beyond_noise(with_agents, usual));
    std::int64_t raised = 0;
    bool never_lower = true;
    for (std::size_t c = 0; c != usual.size(); ++c) {
        raised += with_agents[c] > usual[c] ? 1 : 0;
        never_lower = never_lower && with_agents[c] >= usual[c];
    }
    CHECK(never_lower);
    CHECK(raised > 0);
    CHECK(static_cast<double>(raised) < 0.45 * static_cast<double>(usual.size()));
}

TEST_CASE("rounds end in the same contracts in any order of visits, and each raise is counted") {
    auto p = haggling_world();
    p.offers.chief_executive_probability = 0.2;
    p.offers.agent_share = 0.3;
    auto const contracts = [&](Visit order) {
        auto const month = bargained(p, order);
        std::vector<std::array<double, 7>> all;
        for (Contest const& contest : month.contests.contests) {
            all.push_back(
                {static_cast<double>(contest.who.index), static_cast<double>(contest.ranked),
                 contest.fallback_utility, contest.fallback_pay, contest.best_outside,
                 static_cast<double>(contest.fallback), static_cast<double>(contest.raises)});
            for (std::uint32_t k = contest.first; k != contest.first + contest.bids; ++k) {
                Bid const& bid = month.contests.bids[k];
                all.push_back({static_cast<double>(bid.firm.index), bid.value, bid.cap, bid.second,
                               bid.pay, bid.is_ranked ? 1.0 : 0.0,
                               static_cast<double>(bid.raises)});
            }
        }
        return all;
    };
    auto const forwards = contracts(Visit::forwards);
    CHECK(forwards.size() > 30'000);
    CHECK(contracts(Visit::backwards) == forwards);
    CHECK(contracts(Visit::parallel) == forwards);

    Month3 month = bargained(p);
    Matching matching;
    Acceptance{}.match(month.market, month.contests, step_at(), matching);
    std::int64_t raises = 0;
    for (std::size_t c = 0; c != matching.size(); ++c) {
        raises += matching[c] == no_bid ? month.contests.contests[c].raises
                                        : month.contests.bids[matching[c]].raises;
    }
    MonthFlows flows{3};
    commit(month.market, month.contests, matching, step_at(), flows);
    CHECK(raises > 1'000);
    CHECK(flows.escalations == raises);
}
