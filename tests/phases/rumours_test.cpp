#include "engine/phases/rumours.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/acquaintances.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/terms.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"
#include "tests/phases/town.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters talking_world() {
    auto p = small_world();
    p.mechanisms.ties = true;
    p.mechanisms.rumours = true;
    p.rumours = {.share_probability = 1.0, .noise = 0.0, .memory_months = 12, .leak_hazard = 0.0};
    return p;
}

std::vector<ResearcherRow> staff_of(Market const& market, FirmRow firm) {
    std::vector<ResearcherRow> staff;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        if (market.researchers.employer[ResearcherRow{i}] == firm) {
            staff.push_back(ResearcherRow{i});
        }
    }
    return staff;
}

/// Somebody gets a raise by this factor.
StandingChange raise(Market& market, ResearcherRow who, double factor = 1.5) {
    Standing const before = standing_of(market.researchers, who);
    market.researchers.pay[who] *= factor;
    return {.before = before, .after = standing_of(market.researchers, who)};
}

std::vector<ResearcherRow> known_to(Market const& market, ResearcherRow who) {
    std::vector<ResearcherRow> known;
    for_each_known(market, who, [&](ResearcherRow whom) {
        known.push_back(whom);
        return true;
    });
    return known;
}

std::vector<ResearcherRow> hearers_in(Market const& market) {
    std::vector<ResearcherRow> hearers;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        if (market.rumours.worth[ResearcherRow{i}] > 0.0F) {
            hearers.push_back(ResearcherRow{i});
        }
    }
    return hearers;
}

/// A market of the world, and somebody at a firm with a raise in month 3.
struct Told {
    Parameters p = talking_world();
    Market market = planned(p).market;
    ResearcherRow teller = staff_of(market, acme)[7];
    std::vector<ResearcherRow> known = known_to(market, teller);

    void spread(std::vector<StandingChange> const& changes, Month month = 3) {
        Rumours{}.spread(market, p, step_at(month), changes);
    }

    void tell(double factor = 1.5, Month month = 3) {
        spread({raise(market, teller, factor)}, month);
    }

    [[nodiscard]] double in_mind(ResearcherRow who, Month month) const {
        return worth_in_mind(market, who, month, p.rumours);
    }
};

/// For everybody on the staff of acme, told of one by one: ln of what the first acquaintances hear
/// over what is true, of those who hear.
struct Hearsay {
    double pairs = 0.0;
    std::vector<double> errors;
};

Hearsay hearsay_of(Parameters const& p) {
    Market market = planned(p).market;
    Hearsay found;
    for (ResearcherRow const teller : staff_of(market, acme)) {
        market.rumours = {};
        found_rumours(market, p);
        Rumours{}.spread(market, p, step_at(), {raise(market, teller)});
        ResearcherTable const& people = market.researchers;
        double const worth = people.pay[teller] * market.countries.pay_to_value[usa];
        for (ResearcherRow const whom : known_to(market, teller)) {
            found.pairs += 1.0;
            if (market.rumours.worth[whom] > 0.0F) {
                double const gap = people.log_talent[whom] - people.log_talent[teller];
                found.errors.push_back(
                    std::log(static_cast<double>(market.rumours.worth[whom]) / worth) -
                    market.firms.talent_exponent[acme] * gap);
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("who gets a raise tells acquaintances, who work out what it would come to for them") {
    Told told;
    REQUIRE(told.known.size() == 8);
    told.tell();
    CHECK(hearers_in(told.market).size() == told.known.size());
    ResearcherTable const& people = told.market.researchers;
    for (ResearcherRow const whom : told.known) {
        double const talent =
            std::exp(people.log_talent[whom] - people.log_talent[told.teller]); // h is 1
        // Tax is .37; what is heard is kept in single precision.
        CHECK(told.in_mind(whom, 4) == close_to(0.63 * people.pay[told.teller] * talent, 1e-6));
        CHECK(told.market.rumours.heard[whom] == 3);
    }
}

TEST_CASE("who takes a job tells, and who has lost it again, or has no new terms, does not") {
    Told told;
    ResearcherTable& people = told.market.researchers;
    Standing const before = standing_of(people, told.teller);
    SUBCASE("a hire, at whatever pay") {
        people.employer[told.teller] = brain;
        people.pay[told.teller] *= 0.9;
        people.since[told.teller] = 3;
        told.spread({{.before = before, .after = standing_of(people, told.teller)}});
        CHECK(hearers_in(told.market).size() == 8);
    }
    SUBCASE("a raise, and a loss") {
        StandingChange const raised = raise(told.market, told.teller);
        end_job(told.market, told.teller, 3);
        told.spread({raised, {.before = raised.after, .after = standing_of(people, told.teller)}});
        CHECK(hearers_in(told.market).empty());
    }
    SUBCASE("a move abroad for the same firm at the same pay") {
        people.location[told.teller] = korea;
        told.spread({{.before = before, .after = standing_of(people, told.teller)}});
        CHECK(hearers_in(told.market).empty());
    }
}

TEST_CASE("nobody hears of what is secret, unless it leaks") {
    Told told;
    told.market.firms.secrecy[acme] = 1.0;
    SUBCASE("secret") {
        told.tell();
        CHECK(hearers_in(told.market).empty());
    }
    SUBCASE("leaked") {
        told.p.rumours.leak_hazard = 1.0;
        told.p.rumours.share_probability = 0.0;
        told.tell();
        CHECK(hearers_in(told.market).size() == 8);
    }
}

TEST_CASE("each acquaintance hears with the probability that secrecy leaves, and with noise") {
    auto p = talking_world();
    p.firms["acme"].secrecy = 0.5;
    p.rumours.share_probability = 0.6;
    p.rumours.noise = 0.4;
    Hearsay const heard = hearsay_of(p);
    auto const n = static_cast<double>(heard.errors.size());
    CHECK(is_binomial(static_cast<std::int64_t>(n), heard.pairs, 0.3));
    double sum = 0.0;
    double squares = 0.0;
    for (double const error : heard.errors) {
        sum += error;
        squares += error * error;
    }
    // Of n normal errors the mean has the standard error sd/sqrt(n), and the mean square one of
    // sd^2 sqrt(2/n); four of them.
    CHECK(std::abs(sum / n) < 4.0 * 0.4 / std::sqrt(n));
    CHECK(std::abs(squares / n - 0.16) < 4.0 * 0.16 * std::sqrt(2.0 / n));
}

TEST_CASE("what a firm agrees upon leaks for all of its people at once") {
    auto p = talking_world();
    p.rumours.share_probability = 0.0;
    p.rumours.leak_hazard = 0.4;
    Market const founded = planned(p).market;
    // In a month either everybody at acme is heard of, or nobody is.
    std::int64_t leaks = 0;
    for (Month month = 0; month != 200; ++month) {
        Market market = founded;
        auto const staff = staff_of(market, acme);
        Rumours{}.spread(market, p, step_at(month),
                         {raise(market, staff[0]), raise(market, staff[1])});
        bool const has_first = market.rumours.worth[known_to(market, staff[0])[0]] > 0.0F;
        bool const has_second = market.rumours.worth[known_to(market, staff[1])[0]] > 0.0F;
        CHECK(has_first == has_second);
        leaks += has_first ? 1 : 0;
    }
    CHECK(is_binomial(leaks, 200.0, 0.4));
}

TEST_CASE("the best of what is heard is kept, and forgotten after its months") {
    Told told;
    ResearcherRow const whom = told.known[0];
    told.tell(2.0, 3);
    double const better = told.in_mind(whom, 4);
    told.tell(0.8, 5); // a fall in pay is no news
    told.spread({{.before = {}, .after = standing_of(told.market.researchers, told.teller)}}, 6);
    CHECK(told.in_mind(whom, 7) == better); // though worse terms have been heard of since
    CHECK(told.in_mind(whom, 15) == better);
    CHECK(told.in_mind(whom, 16) == 0.0);
    SUBCASE("better terms take its place") {
        told.tell(10.0, 7);
        CHECK(told.in_mind(whom, 8) == close_to(8.0 * better, 1e-6));
        CHECK(told.in_mind(whom, 19) == told.in_mind(whom, 8));
    }
    SUBCASE("worse ones do when it is due to be forgotten") {
        told.spread({{.before = {}, .after = standing_of(told.market.researchers, told.teller)}},
                    15);
        CHECK(told.in_mind(whom, 16) == close_to(0.8 * better, 1e-6));
    }
}

TEST_CASE("who enters in the row of somebody who left has heard nothing") {
    Told told;
    told.tell();
    ResearcherRow const row = told.known[0];
    remove(told.market, row);
    bring_to_life(told.market, row, identity_of(840, 5, 0), usa, usa, 4, told.p, key_of());
    CHECK(told.in_mind(row, 4) == 0.0);
}

TEST_CASE("rumours are the same in any order of visits") {
    auto p = talking_world();
    p.rumours.share_probability = 0.4;
    p.rumours.noise = 0.3;
    p.rumours.leak_hazard = 0.1;
    Market const founded = planned(p).market;
    check_every_order_makes_the_same_market([&](Visit order) {
        Market market = founded;
        std::vector<StandingChange> changes;
        for (std::size_t i = 0; i != market.researchers.size(); ++i) {
            if (market.researchers.is_employed(ResearcherRow{i})) {
                changes.push_back(raise(market, ResearcherRow{i}, 1.0 + 1e-5 * double(i % 97)));
            }
        }
        Rumours{}.spread(market, p, step_at(3, order), changes);
        return market;
    });
}

TEST_CASE("keeping secrets costs autonomy where terms are talked about") {
    auto p = talking_world();
    p.firms["acme"].autonomy = 0.8;
    p.firms["acme"].secrecy = 0.5;
    p.fringe["KOR"].autonomy = 0.6;
    p.fringe["KOR"].secrecy = 1.0;
    p.rumours.secrecy_autonomy_cost = 0.4;
    Market const market = planned(p).market;
    CHECK(market.firms.autonomy[acme] == close_to(0.64));
    CHECK(market.firms.autonomy[brain] == 0.5);
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        if (market.firms.kind[row] == FirmKind::fringe && market.firms.country[row] == korea) {
            CHECK(market.firms.autonomy[row] == close_to(0.36));
        }
    }
    p.mechanisms.rumours = false;
    CHECK(planned(p).market.firms.autonomy[acme] == 0.8);
}

// What is asked for in a contest. Caps in town are: employer 250, rich 300, poor 200.

namespace {

/// A town in which somebody has heard last month of terms worth this much.
class TalkingTown : public Town {
  public:
    explicit TalkingTown(float worth) {
        market.rumours.is_kept = true;
        market.rumours.resize(1);
        market.rumours.worth[someone] = worth;
        market.rumours.heard[someone] = 2;
    }

    void haggle() {
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

} // namespace

TEST_CASE("in an auction a poacher pays at least what was heard, up to its cap, and is ranked as "
          "before") {
    TalkingTown unmoved{0.0F};
    unmoved.meet({poor, rich});
    REQUIRE(unmoved.bids[0].pay == close_to(200.0));
    SUBCASE("less than what the others bid moves nothing") {
        TalkingTown town{150.0F};
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(200.0));
        CHECK(town.bids[1].pay == close_to(150.0)); // nobody else would bid
    }
    SUBCASE("more raises pay") {
        TalkingTown town{220.0F};
        town.meet({poor, rich});
        CHECK(town.bids[0].firm == rich);
        CHECK(town.bids[0].pay == close_to(220.0));
        CHECK(town.bids[0].utility == unmoved.bids[0].utility);
        CHECK(town.bids[0].second == unmoved.bids[0].second); // no offer that anybody answers
        CHECK(town.bids[1].pay == close_to(200.0));
    }
    SUBCASE("more than anybody can pay brings the caps") {
        TalkingTown town{1e6F};
        auto const contest = town.meet({poor, rich});
        CHECK(contest.ranked == 2);
        CHECK(town.bids[0].pay == close_to(300.0));
        CHECK(town.bids[1].pay == close_to(200.0));
    }
    SUBCASE("taxes and prices of the firm's country are made up for") {
        TalkingTown town{110.0F};
        town.market.countries.pay_to_value[CountryRow{0}] = 0.5;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(220.0));
    }
    SUBCASE("it counts from the next month on until it is forgotten") {
        TalkingTown town{220.0F};
        town.parameters.rumours.memory_months = 1; // and the contest is in month 3
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(220.0));
        town.market.rumours.heard[someone] = 1;
        town.meet({poor, rich});
        CHECK(town.bids[0].pay == close_to(200.0));
    }
    SUBCASE("an employer's counteroffer answers offers, not rumours") {
        TalkingTown town{240.0F};
        town.employ(100.0);
        auto const contest = town.meet({poor});
        REQUIRE(contest.fallback == Fallback::is_kept);
        CHECK(contest.ranked == 0);
        CHECK(contest.fallback_pay == close_to(200.0));
    }
}

TEST_CASE("in rounds poachers open at what was heard, and the employer has to answer it") {
    TalkingTown town{190.0F};
    town.haggle();
    SUBCASE("a single poacher") {
        town.meet({rich});
        CHECK(town.bids[0].pay == close_to(190.0)); // instead of half of 300
    }
    SUBCASE("no higher than its cap") {
        town.market.rumours.worth[someone] = 500.0F;
        town.meet({poor});
        CHECK(town.bids[0].pay == close_to(200.0));
    }
    SUBCASE("an employer that counters") {
        town.employ(100.0);
        auto const contest = town.meet({poor});
        REQUIRE(contest.fallback == Fallback::is_kept);
        CHECK(contest.fallback_pay == close_to(209.0)); // 190 * 1.1; 229.9 is above 200
    }
}

TEST_CASE("posted pay is not asked about") {
    TalkingTown town{280.0F};
    town.parameters.offers.protocol = OfferProtocol::posted;
    town.market.firms.posted_share.assign(3, 0.5);
    town.meet({poor, rich});
    CHECK(town.bids[0].pay == close_to(150.0));
    CHECK(town.bids[1].pay == close_to(100.0));
}
