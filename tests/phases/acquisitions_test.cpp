#include "engine/phases/acquisitions.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/person.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr Month april = 3;

/// Acme would like to have the ten best of brain.
Parameters courted_world() {
    Parameters p = small_world(2'000.0);
    p.mechanisms.acquisitions = true;
    p.firms["brain"].kind = FirmKind::start_up;
    AcquisitionParameters& deal = p.acquisitions["deal"];
    deal.bidder = "acme";
    deal.target = "brain";
    deal.month = CalendarMonth::of(2024, 4);
    deal.core_team = 10.0;
    deal.premium = 0.5;
    deal.retention_months = 6;
    deal.acceptance_probability = 1.0;
    return p;
}

/// A market in which the month of the offer has come.
struct Courtship {
    explicit Courtship(Parameters const& given)
        : p{given}, market{planned(p, step_at(april)).market} {
        market.firms.free_money[acme] = 1e12;
    }

    void settle(Month month = april, Visit order = Visit::forwards) {
        flows.clear();
        acquisitions.settle(market, p, step_at(month, order), flows);
    }

    [[nodiscard]] std::vector<ResearcherRow> staff(FirmRow firm) const {
        std::vector<ResearcherRow> found;
        for (std::size_t i = 0; i != market.researchers.size(); ++i) {
            if (market.researchers.employer[ResearcherRow{i}] == firm) {
                found.emplace_back(i);
            }
        }
        return found;
    }

    /// Of the staff, the most talented first.
    [[nodiscard]] std::vector<ResearcherRow> best(FirmRow firm, std::size_t n) const {
        auto all = staff(firm);
        std::sort(all.begin(), all.end(), [&](ResearcherRow a, ResearcherRow b) {
            return market.researchers.log_talent[a] > market.researchers.log_talent[b];
        });
        all.resize(n);
        return all;
    }

    [[nodiscard]] std::vector<Contact> approached(Month month = april + 1) {
        std::vector<Contact> contacts;
        approach_by_name(market, p, step_at(month), contacts);
        return contacts;
    }

    Parameters p;
    Market market;
    MonthFlows flows{3};
    Acquisitions acquisitions;
};

} // namespace

TEST_CASE("an accepted offer moves the best with their seats, at their pay and the premium") {
    Courtship c{courted_world()};
    auto const team = c.best(brain, 10);
    auto const rest = c.staff(brain).size() - 10;
    auto const pay = c.market.researchers.pay;
    c.settle();
    for (ResearcherRow const who : team) {
        CHECK(c.market.researchers.employer[who] == acme);
        CHECK(c.market.researchers.since[who] == april);
        CHECK(c.market.researchers.pay[who] == close_to(1.5 * pay[who]));
    }
    CHECK(c.staff(brain).size() == rest);
    CHECK(c.market.firms.acquired[acme] == 10);
    CHECK(c.market.firms.seats_acquired[acme] == 10);
    CHECK(c.market.firms.seats_acquired[brain] == -10);
    CHECK(c.flows.job_moves.size() == 10);
    CHECK(c.flows.refused_acquisitions == 0);
    CHECK(c.market.approaches.empty());
}

TEST_CASE("seats that came and went count among those that firms want") {
    Courtship c{courted_world()};
    c.settle();
    TalentValues values;
    // The counts of staff are still those of before the move, so that seats alone differ.
    plan_month(c.market, c.p, step_at(0), values);
    Market without = c.market;
    without.firms.seats_acquired.assign(without.firms.size(), 0);
    plan_month(without, c.p, step_at(0), values);
    CHECK(c.market.firms.open_seats[acme] == without.firms.open_seats[acme] + 10);
    CHECK(c.market.firms.open_seats[brain] <= without.firms.open_seats[brain]);
    CHECK(c.market.firms.open_seats[chaebol] == without.firms.open_seats[chaebol]);
}

TEST_CASE("it is made in its month only, and by a bidder that has the money") {
    Courtship c{courted_world()};
    SUBCASE("another month") { c.settle(april + 1); }
    SUBCASE("too little money") {
        c.p.acquisitions.begin()->second.acceptance_probability.reset();
        MoneySum asked;
        for (ResearcherRow const who : c.best(brain, 10)) {
            asked += MoneySum{1.5 * c.market.researchers.pay[who]};
        }
        c.market.firms.free_money[acme] = 0.999 * asked.value();
        c.settle();
    }
    SUBCASE("switched off") {
        c.p.mechanisms.acquisitions = false;
        c.settle();
    }
    CHECK(c.flows.job_moves.empty());
    CHECK(c.flows.refused_acquisitions == 0);
    CHECK(c.market.approaches.empty());
}

TEST_CASE("a deal that is known is made whatever money the bidder has") {
    Courtship c{courted_world()};
    c.market.firms.free_money[acme] = -1.0;
    SUBCASE("and was accepted") {
        c.p.acquisitions.begin()->second.acceptance_probability = 1.0;
        c.settle();
        CHECK(c.flows.job_moves.size() == 10);
    }
    SUBCASE("and was refused") {
        c.p.acquisitions.begin()->second.acceptance_probability = 0.0;
        c.settle();
        CHECK(c.flows.refused_acquisitions == 1);
        CHECK(c.market.approaches.size() == 10);
    }
}

TEST_CASE("whoever has signed elsewhere is not of the core team") {
    Courtship c{courted_world()};
    ResearcherRow const signed_elsewhere = c.best(brain, 1).front();
    c.market.researchers.pending[signed_elsewhere] = Pending::starts;
    c.settle();
    CHECK(c.market.researchers.employer[signed_elsewhere] == brain);
    CHECK(c.market.firms.acquired[acme] == 10);
}

TEST_CASE("a team that may decide goes for the premium, not for a loss") {
    Parameters p = courted_world();
    p.acquisitions["deal"].acceptance_probability.reset();
    p.utility.transitory_taste = 0.0;
    p.utility.persistent_taste.scale = 0.0;
    p.utility.compute.mean = 0.0;
    SUBCASE("nothing differs but pay") {
        Courtship c{p};
        c.settle();
        CHECK(c.market.firms.acquired[acme] == 10);
    }
    SUBCASE("nothing differs at all: they stay") {
        p.acquisitions["deal"].premium = 0.0;
        Courtship c{p};
        c.settle();
        CHECK(c.market.firms.acquired[acme] == 0);
        CHECK(c.flows.refused_acquisitions == 1);
    }
    SUBCASE("autonomy is worth more to them than the premium") {
        p.utility.autonomy = {.mean = 1.0, .spread = 0.0};
        p.firms["acme"].autonomy = 0.0;
        p.firms["brain"].autonomy = 1.0;
        Courtship c{p};
        c.settle();
        CHECK(c.market.firms.acquired[acme] == 0);
        CHECK(c.flows.refused_acquisitions == 1);
    }
}

TEST_CASE("half of a team is no majority") {
    Parameters p = courted_world();
    p.acquisitions["deal"].acceptance_probability.reset();
    p.acquisitions["deal"].premium = 0.0;
    p.utility.transitory_taste = 0.0;
    p.utility.persistent_taste.scale = 0.0;
    p.utility.compute.mean = 0.0;
    p.utility.autonomy = {.mean = 1.0, .spread = 0.0};
    p.firms["acme"].autonomy = 1.0;
    p.firms["brain"].autonomy = 0.0;
    for (std::size_t const indifferent : {0U, 4U, 5U, 6U, 10U}) {
        CAPTURE(indifferent);
        Courtship c{p};
        auto const team = c.best(brain, 10);
        for (std::size_t i = 0; i != indifferent; ++i) {
            c.market.researchers.weights[team[i]].autonomy = 0.0F; // and so against
        }
        c.settle();
        CHECK(c.market.firms.acquired[acme] == (indifferent < 5 ? 10 : 0));
    }
}

TEST_CASE("who declined is approached by name next month, if they are still somebody else's") {
    Parameters p = courted_world();
    p.acquisitions["deal"].acceptance_probability = 0.0;
    Courtship c{p};
    auto team = c.best(brain, 10);
    c.settle();
    CHECK(c.flows.refused_acquisitions == 1);
    CHECK(c.flows.job_moves.empty());
    REQUIRE(c.market.approaches.size() == 10);
    c.market.firms.open_seats[acme] = 1;

    remove(c.market, team[0]);
    end_job(c.market, team[1], april + 1);                // lost it this month
    c.market.researchers.employer[team[2]] = acme;        // came already
    c.market.researchers.identity[team[3]] = Identity{7}; // another is in the row
    auto const contacts = c.approached();
    REQUIRE(contacts.size() == 6);
    for (std::size_t i = 0; i != 6; ++i) {
        CHECK(contacts[i] == Contact{.who = team[i + 4], .firm = acme});
    }
    CHECK(c.approached().empty()); // once
}

TEST_CASE("a bidder without a seat approaches nobody") {
    Parameters p = courted_world();
    p.acquisitions["deal"].acceptance_probability = 0.0;
    Courtship c{p};
    c.settle();
    c.market.firms.open_seats[acme] = 0;
    CHECK(c.approached().empty());
}

TEST_CASE("the premium ends with the retention, for those who still have that contract") {
    Courtship c{courted_world()};
    auto const team = c.best(brain, 10);
    auto const before = c.market.researchers.pay;
    c.settle();
    auto const with = c.market.researchers.pay;
    c.market.researchers.pay[team[1]] += 1.0;             // a counteroffer
    c.market.researchers.employer[team[2]] = chaebol;     // left,
    c.market.researchers.since[team[3]] = april + 2;      // ... or left and came back
    c.market.researchers.identity[team[4]] = Identity{7}; // another is in the row
    for (Month month = april + 1; month != april + 6; ++month) {
        c.settle(month);
        CHECK(c.flows.changes.empty());
    }
    c.settle(april + 6);
    CHECK(c.flows.changes.size() == 6);
    CHECK(c.market.researchers.pay[team[0]] == before[team[0]]);
    CHECK(c.market.researchers.pay[team[1]] == with[team[1]] + 1.0);
    for (std::size_t i = 2; i != 5; ++i) {
        CHECK(c.market.researchers.pay[team[i]] == with[team[i]]);
    }
    CHECK(c.market.retentions.empty());
}

TEST_CASE("an acquisition is the same in any order of visits") {
    check_every_order_makes_the_same_market([](Visit order) {
        Courtship c{courted_world()};
        c.settle(april, order);
        return c.market;
    });
}
