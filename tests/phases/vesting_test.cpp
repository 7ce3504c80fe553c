#include "engine/phases/vesting.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "engine/mechanisms/contract.hpp"
#include "engine/phases/acceptance.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/terms.hpp"
#include "engine/phases/visas.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"
#include "tests/phases/town.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr double single = 1e-6; ///< relative precision of what is kept as a float

/// A town whose contracts are half equity without risk, and nothing on signing; months are those of
/// step_at(), 3.
class VestingTown : public Town {
  public:
    VestingTown() {
        parameters.mechanisms.contracts = true;
        parameters.contracts.sign_on_share = 0.0;
        parameters.contracts.equity_share = 0.5;
        parameters.contracts.equity_risk = 0.0;
        market.contracts.is_kept = true;
        market.contracts.resize(1);
        take_up_contracts(market, parameters);
    }

    [[nodiscard]] double forfeit() const { return forfeit_of(market, someone, 3); }
};

struct Month3 {
    Market market;
    Contests contests;
};

/// All contests of a month in which everybody at work holds so many years' pay in equity.
Month3 bargained(Parameters const& p, double years, Visit order = Visit::forwards) {
    auto made = planned(p);
    ResearcherTable const& people = made.market.researchers;
    for (std::size_t i = 0; made.market.contracts.is_kept && i != people.size(); ++i) {
        ResearcherRow const row{i};
        grant_equity(made.market, row, years * people.pay[row], 0);
    }
    MonthFlows flows{3};
    auto const contacts = draw_and_search(made.market, p, step_at(), flows);
    Month3 month{.market = std::move(made.market), .contests = {}};
    Bargaining{}.hold(month.market, p, made.values, contacts, step_at(3, order), month.contests);
    return month;
}

Parameters vesting_world() {
    auto p = small_world();
    p.search.contact_rate_employed = 1.0;
    p.search.contacts_per_search = 2;
    p.mechanisms.contracts = true;
    return p;
}

} // namespace

TEST_CASE("a poacher pays for what is forfeited: what has not vested counts on the side of the "
          "present employer as pay of four years") {
    VestingTown town;
    town.market.firms.counteroffer_probability[employer] = 0.0;
    town.employ(150.0);
    town.meet({rich});
    CHECK(town.bids[0].pay == close_to(150.0)); // nothing to forfeit
    grant_equity(town.market, someone, 200.0, 3);
    CHECK(town.forfeit() == 50.0);
    auto contest = town.meet({rich});
    REQUIRE(contest.ranked == 1);
    CHECK(contest.fallback_utility == close_to(std::log(200.0)));
    CHECK(town.bids[0].pay == close_to(200.0));
    CHECK(town.bids[0].second == close_to(std::log(200.0)));
    town.set_cap(poor, 199.0);
    contest = town.meet({poor});
    CHECK(contest.ranked == 0);
    CHECK(contest.fallback == Fallback::stays);
    CHECK(contest.fallback_pay == 150.0);

    SUBCASE("or pays for it once, on signing, and so much less in every year") {
        town.parameters.contracts.buy_out = BuyOut::on_signing;
        town.meet({rich});
        CHECK(town.bids[0].pay == close_to(150.0));
        CHECK(town.bids[0].second == close_to(std::log(200.0)));
        CHECK(town.meet({poor}).ranked == 0); // who still cannot make up for it
        town.parameters.offers.pay_floor = 0.9;
        town.meet({rich});
        CHECK(town.bids[0].pay == close_to(270.0));
    }
    SUBCASE("an employer that counters pays so much less to be as good") {
        town.market.firms.counteroffer_probability[employer] = 1.0;
        town.set_cap(poor, 230.0);
        contest = town.meet({poor});
        CHECK(contest.fallback == Fallback::is_kept);
        CHECK(contest.fallback_utility == close_to(std::log(300.0))); // 250 and 50
        CHECK(contest.fallback_pay == close_to(180.0));
        town.set_cap(poor, 190.0); // which staying is worth as it is
        CHECK(town.meet({poor}).fallback_pay == 150.0);
    }
    SUBCASE("in levels, too") {
        town.parameters.utility.form = UtilityForm::linear;
        town.meet({rich});
        CHECK(town.bids[0].pay == close_to(200.0));
    }
    SUBCASE("in rounds, too") {
        town.parameters.offers.protocol = OfferProtocol::rounds;
        town.parameters.offers.opening = OpeningBid::reservation;
        for (std::size_t f = 0; f != 3; ++f) {
            town.market.firms.escalation_step[FirmRow{f}] = 0.1;
        }
        town.meet({rich});
        CHECK(town.bids[0].pay == close_to(220.0));
        CHECK_FALSE(town.bids[0].is_front_loaded);
        town.market.firms.counteroffer_probability[employer] = 1.0;
        town.parameters.offers.rounds = 2; // 200; 220, and the employer 242, of which 50 are there
        contest = town.meet({rich});
        CHECK(contest.fallback_pay == close_to(192.0));
    }
}

TEST_CASE("a chief executive who steps in pays more in the first year, and so less in equity") {
    VestingTown town;
    town.parameters.offers.protocol = OfferProtocol::rounds;
    town.parameters.offers.opening = OpeningBid::reservation;
    town.parameters.offers.rounds = 1;
    for (std::size_t f = 0; f != 3; ++f) {
        town.market.firms.escalation_step[FirmRow{f}] = 0.1;
    }
    town.market.firms.chief_executive_probability[rich] = 1.0;
    town.employ(100.0);
    grant_equity(town.market, someone, 200.0, 3);
    town.meet({rich}); // 150, doubled
    REQUIRE(town.bids[0].is_front_loaded);
    CHECK(town.bids[0].pay == close_to(300.0));
    // Two fifths in the first year are a fifth on signing and a fifth in each of the four.
    double const total = 300.0 * annuity(0.1) / (0.2 + 0.8 * annuity(0.1) / 4.0);
    CHECK(equity_with(town.market.firms, rich, 300.0, true) == close_to(0.5 * 0.8 * total));
    CHECK(equity_with(town.market.firms, rich, 300.0, false) == close_to(600.0));
    MonthFlows flows{1};
    take_job(town.market, someone, town.bids[0], 3, flows);
    CHECK(unvested_equity(town.market, someone, 3) ==
          doctest::Approx(0.5 * 0.8 * total).epsilon(single));

    SUBCASE("unless more is paid on signing anyway") {
        town.parameters.contracts.sign_on_share = 0.25;
        take_up_contracts(town.market, town.parameters);
        CHECK(equity_with(town.market.firms, rich, 300.0, true) ==
              equity_with(town.market.firms, rich, 300.0, false));
    }
    SUBCASE("also where the job begins later") {
        town.market.countries.non_compete_months[CountryRow{0}] = 2;
        town.employ(100.0);
        grant_equity(town.market, someone, 200.0, 3);
        Contests const contests{.contests = {{.who = someone, .bids = 1, .ranked = 1}},
                                .bids = {town.bids[0]}};
        Matching matching{0};
        Visas visas;
        visas.postpone(town.market, contests, step_at(3), matching, flows);
        REQUIRE(matching[0] == postponed);
        visas.settle(town.market, step_at(4), 4, flows);
        CHECK(unvested_equity(town.market, someone, 4) == doctest::Approx(200.0 * 47 / 48));
        visas.settle(town.market, step_at(5), 5, flows);
        CHECK(town.market.researchers.employer[someone] == rich);
        CHECK(unvested_equity(town.market, someone, 5) ==
              doctest::Approx(0.5 * 0.8 * total).epsilon(single));
    }
}

TEST_CASE("what is forfeited falls month by month, with the risk of equity, and in a bust") {
    VestingTown town;
    town.employ(150.0);
    grant_equity(town.market, someone, 400.0, -9); // a year ago
    CHECK(town.forfeit() == close_to(75.0));
    town.market.firms.equity_risk[employer] = 0.4;
    CHECK(town.forfeit() == close_to(45.0));
    town.market.contracts.equity_level = 0.25;
    CHECK(town.forfeit() == close_to(11.25));
    town.market.contracts.vesting_months = 24.0;
    CHECK(town.forfeit() == close_to(7.5));
    town.market.contracts.granted[someone] = -21;
    CHECK(town.forfeit() == 0.0);
    grant_equity(town.market, someone, 400.0, 3); // as many dollars in a bust are more shares
    CHECK(town.forfeit() == close_to(60.0));
    town.market.contracts.equity_level = 1.0;
    CHECK(town.forfeit() == close_to(240.0));
    town.market.researchers.employer[someone] = FirmRow{};
    CHECK(town.forfeit() == 0.0);

    town.parameters.mechanisms.market_value = true;
    town.parameters.finance.boom_multiple = 16.0;
    town.parameters.finance.bust_multiple = 4.0;
    town.market.finance.regime = Regime::bust;
    value_equity(town.market, town.parameters);
    CHECK(town.market.contracts.equity_level == close_to(0.25));
}

TEST_CASE("a new contract brings equity, a raise brings some for the difference, and both begin to "
          "vest; otherwise a grant stays as it was") {
    VestingTown town;
    town.meet({poor, rich});
    Contests const hired{.contests = {{.who = someone, .bids = 1, .ranked = 1}},
                         .bids = {town.bids[0]}};
    MonthFlows flows{1};
    commit(town.market, hired, Matching{0}, step_at(7), flows);
    ContractTable const& contracts = town.market.contracts;
    CHECK(contracts.equity[someone] == doctest::Approx(400.0).epsilon(single)); // two years' pay
    CHECK(contracts.granted[someone] == 7);

    Contests const kept{
        .contests = {{.who = someone, .fallback = Fallback::is_kept, .fallback_pay = 200.0}},
        .bids = {}};
    town.market.researchers.pay[someone] = 200.0;
    commit(town.market, kept, Matching{no_bid}, step_at(13), flows);
    CHECK(contracts.granted[someone] == 7);
    town.market.researchers.pay[someone] = 190.0;
    commit(town.market, kept, Matching{no_bid}, step_at(19), flows);
    CHECK(contracts.equity[someone] == doctest::Approx(300.0 + 20.0).epsilon(single));
    CHECK(contracts.granted[someone] == 19);

    end_job(town.market, someone, 20);
    CHECK(contracts.equity[someone] == 0.0F);
}

TEST_CASE("firms and fringes grant as they are told, the others as all do") {
    auto p = vesting_world();
    p.contracts = {.sign_on_share = 0.2, .equity_share = 0.5, .equity_risk = 0.1};
    p.firms["acme"].equity_share = 0.0;
    p.firms["brain"].equity_risk = 0.5;
    p.fringe["IND"].equity_share = 0.25;
    Market market = found_economy(p, key_of());
    auto const expected = [](double equity, double risk) {
        return 0.8 * equity * annuity(0.1) /
               (0.2 + 0.8 * (1.0 - equity * risk) * annuity(0.1) / 4.0);
    };
    CHECK(market.firms.equity_per_pay[acme] == 0.0);
    CHECK(market.firms.equity_per_pay[brain] == close_to(expected(0.5, 0.5)));
    CHECK(market.firms.equity_per_pay[chaebol] == close_to(expected(0.5, 0.1)));
    FirmRow unnamed{3};
    while (market.firms.country[unnamed] != india) {
        ++unnamed.index;
    }
    CHECK(market.firms.equity_per_pay[unnamed] == close_to(expected(0.25, 0.1)));
    CHECK(market.firms.equity_risk[brain] == 0.5);
    p.contracts.vesting_months = 12.0;
    take_up_terms(market, p);
    CHECK(market.contracts.vesting_months == 12.0);
}

TEST_CASE("founding contracts are of all ages below those of vesting") {
    auto p = vesting_world();
    p.contracts.vesting_months = 4.0;
    Market const market = found_market(p, key_of(), Visit::forwards);
    ResearcherTable const& people = market.researchers;
    std::array<std::int64_t, 4> of_age{};
    std::int64_t all = 0;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (!people.is_employed(row)) {
            CHECK(market.contracts.equity[row] == 0.0F);
            continue;
        }
        ++of_age.at(static_cast<std::size_t>(-market.contracts.granted[row]));
        ++all;
    }
    for (std::int64_t const people_of_age : of_age) {
        CHECK(is_binomial(people_of_age, static_cast<double>(all), 0.25));
    }
    check_every_order_makes_the_same_market(
        [&](Visit order) { return found_market(p, key_of(), order); });
}

TEST_CASE("with more unvested, whoever would stay stays, and more do") {
    auto const p = vesting_world();
    Month3 const nothing = bargained(p, 0.0);
    Month3 const much = bargained(p, 4.0);
    REQUIRE(nothing.contests.contests.size() == much.contests.contests.size());
    std::int64_t stay = 0;
    std::int64_t stay_with_equity = 0;
    bool is_everybody_still_there = true;
    for (std::size_t c = 0; c != nothing.contests.contests.size(); ++c) {
        auto const is_staying = [c](Month3 const& month) {
            Contest const& contest = month.contests.contests[c];
            return contest.ranked == 0 && contest.fallback != Fallback::is_jobless;
        };
        is_everybody_still_there =
            is_everybody_still_there && (is_staying(much) || !is_staying(nothing));
        stay += is_staying(nothing) ? 1 : 0;
        stay_with_equity += is_staying(much) ? 1 : 0;
    }
    CHECK(is_everybody_still_there);
    // The same people and chance in both: no noise between them.
    CHECK(stay_with_equity > stay + stay / 20);
}

TEST_CASE("with equity that vests, bargaining ends in the same contracts in any order of visits") {
    auto const p = vesting_world();
    auto const contracts = [&](Visit order) {
        std::vector<std::array<double, 3>> all;
        Month3 const month = bargained(p, 1.0, order);
        for (Contest const& contest : month.contests.contests) {
            all.push_back({static_cast<double>(contest.who.index), contest.fallback_utility,
                           contest.fallback_pay});
            for (std::uint32_t k = contest.first; k != contest.first + contest.bids; ++k) {
                Bid const& bid = month.contests.bids[k];
                all.push_back({static_cast<double>(bid.firm.index), bid.pay, bid.second});
            }
        }
        return all;
    };
    auto const forwards = contracts(Visit::forwards);
    CHECK(forwards.size() > 20'000);
    CHECK(contracts(Visit::backwards) == forwards);
    CHECK(contracts(Visit::parallel) == forwards);
}
