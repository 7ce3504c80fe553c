#include "engine/simulation/ledger.hpp"

#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"
#include "engine/phases/acceptance.hpp"
#include "engine/phases/census.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/compute_grants.hpp"
#include "engine/phases/job_search.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr Month month = 3;
double const not_a_number = std::numeric_limits<double>::quiet_NaN();

/// A month in which every promise is kept, and copies of it to break them in.
struct Kept {
    Kept() {
        auto p = small_world(4'000.0);
        p.search.contact_rate_employed = 0.3;
        Step const step = step_at(month);
        auto made = planned(p, step);
        plans = made.market;
        before = take_census(made.market, Visit::forwards);
        auto const contacts = draw_and_search(plans, p, step, flows);
        Bargaining{}.hold(plans, p, made.values, contacts, step, contests);
        Matching matching;
        Acceptance{}.match(plans, contests, step, matching);
        end = plans;
        commit(end, contests, matching, step, flows);
        after = take_census(end, Visit::forwards);
        ComputeGrants{}.divide(end, p, step);
    }

    /// What the ledger says of the month, with its copies as they are.
    [[nodiscard]] std::string complaint() const {
        try {
            Ledger ledger{CalendarMonth::of(2024, 1)};
            ledger.check_plans(plans, month);
            ledger.check_offers(plans, contests, month);
            ledger.check_counts(end, before, after, flows, month);
            ledger.check_recount(end, after, month);
            ledger.check_grants(end, month);
        } catch (RunError const& error) {
            return error.what();
        }
        return "";
    }

    Market plans; ///< once plans are made
    Market end;   ///< once the month is over
    Census before;
    Census after;
    Contests contests;
    MonthFlows flows{3};
};

Kept const& kept() {
    static Kept const month_kept;
    return month_kept;
}

/// The complaint after something was spoilt.
template <class Spoil>
std::string after(Spoil const& spoil) {
    Kept copy = kept();
    spoil(copy);
    return copy.complaint();
}

bool begins_with(std::string const& text, std::string const& beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

std::string const broken = "month 2024-04: a promise of the model is broken: ";

} // namespace

TEST_CASE("a month that keeps every promise passes") { CHECK(kept().complaint() == ""); }

TEST_CASE("a plan that is NaN or negative stops the run") {
    std::string const rule = broken + "nothing is NaN or negative: brain has budget ";
    CHECK(begins_with(after([](Kept& k) { k.plans.firms.budget[brain] = not_a_number; }),
                      rule + "nan"));
    CHECK(begins_with(after([](Kept& k) { k.plans.firms.budget[brain] = -1.0; }), rule + "-1"));
    CHECK(begins_with(after([](Kept& k) { k.plans.firms.productivity[brain] = not_a_number; }),
                      rule));
    CHECK(begins_with(after([](Kept& k) { k.plans.firms.compute[brain] = -1.0; }), rule));
    CHECK(begins_with(after([](Kept& k) { k.plans.firms.output[brain] = not_a_number; }), rule));
    CHECK(begins_with(after([](Kept& k) { k.plans.firms.price_of_talent[brain] = not_a_number; }),
                      rule));
}

TEST_CASE("a price of talent that claims more than the budget stops the run") {
    auto const complaint = after([](Kept& k) {
        k.plans.firms.talent[brain] = TalentSum{100.0};
        k.plans.firms.budget[brain] = 1'000.0;
        k.plans.firms.price_of_talent[brain] = 10.5;
    });
    CHECK(complaint == broken + "the price of talent times talent is at most the budget: brain "
                                "would pay 1050.00 USD/year out of 1000.00");
}

TEST_CASE("an offer above free money, or above its cap, stops the run") {
    std::string const rule = broken + "no offer is above free money: ";
    auto const spoilt = [](auto const& spoil) {
        return after([&](Kept& k) {
            Bid& bid = k.contests.bids[k.contests.contests.front().first];
            bid.firm = brain;
            k.plans.firms.free_money[brain] = 100.0;
            bid.cap = 90.0;
            bid.pay = 80.0;
            spoil(bid);
            k.contests.contests.resize(1); // nothing else to complain of
            k.contests.contests.front().fallback = Fallback::stays;
        });
    };
    CHECK(spoilt([](Bid&) {}) == "");
    CHECK(spoilt([](Bid& bid) { bid.cap = 100.5; }) ==
          rule + "brain offers 80.00 USD/year, at most 100.50, with 100.00 free");
    CHECK(begins_with(spoilt([](Bid& bid) { bid.pay = 91.0; }), rule + "brain offers 91.00"));
    CHECK(begins_with(spoilt([](Bid& bid) { bid.cap = not_a_number; }), rule + "brain"));
    CHECK(begins_with(spoilt([](Bid& bid) { bid.cap = -1.0; }), rule + "brain"));
}

TEST_CASE("an offer that could win below what is asked for stops the run") {
    auto const asked_for = [](double least, bool is_ranked) {
        return after([&](Kept& k) {
            Bid& bid = k.contests.bids[k.contests.contests.front().first];
            bid.firm = brain;
            bid.is_ranked = is_ranked;
            k.plans.firms.free_money[brain] = 100.0;
            bid.cap = 90.0;
            bid.pay = 80.0;
            bid.least_pay = least;
            k.contests.contests.resize(1); // nothing else to complain of
            k.contests.contests.front().fallback = Fallback::stays;
        });
    };
    CHECK(asked_for(80.0, true) == "");
    CHECK(asked_for(85.0, true) ==
          broken + "no offer is below what is asked for, as far as the cap allows: brain would pay "
                   "80.00 USD/year, and is asked for 85.00");
    CHECK(asked_for(85.0, false) == ""); // it has no price
}

TEST_CASE("a counteroffer above present pay and free money stops the run") {
    auto const complaint = after([](Kept& k) {
        for (Contest& contest : k.contests.contests) {
            if (contest.fallback == Fallback::is_kept) {
                FirmRow const firm = k.plans.researchers.employer[contest.who];
                contest.fallback_pay =
                    k.plans.researchers.pay[contest.who] + k.plans.firms.free_money[firm] + 1e4;
                return;
            }
        }
    });
    CHECK(begins_with(complaint, broken + "no counteroffer is above present pay and free money: "));
}

TEST_CASE("people who appear, vanish or cannot be stop the run") {
    std::int64_t const then = kept().before.headcount.at(korea, Tier::c);
    std::int64_t const now = kept().after.headcount.at(korea, Tier::c);
    auto const complaint = after([](Kept& k) { ++k.after.headcount.at(korea, Tier::c); });
    CHECK(begins_with(complaint, broken +
                                     "stock' = stock + entries - exits + net migration: KOR, "
                                     "tier C: " +
                                     std::to_string(then) + " + 0 - 0 + "));
    CHECK(complaint.ends_with(" = " + std::to_string(now) + ", but " + std::to_string(now + 1) +
                              " are counted"));

    std::string const rule = broken + "stock' = stock";
    CHECK(begins_with(after([](Kept& k) { ++k.flows.entries.at(usa, Tier::s); }), rule));
    CHECK(begins_with(after([](Kept& k) { ++k.flows.exits.at(usa, Tier::a); }), rule));
    CHECK(begins_with(after([](Kept& k) { ++k.flows.migrants(india, usa, Tier::b); }), rule));
    CHECK(begins_with(after([](Kept& k) { --k.before.headcount.at(india, Tier::b); }), rule));

    CHECK(after([](Kept& k) { k.after.faulty = 2; }) ==
          broken + "nothing is NaN or negative, and everybody is somewhere: 2 researchers have an "
                   "impossible place or pay");
}

TEST_CASE("more heads than places, and heads that are not people, stop the run") {
    auto const places = kept().plans.firms.staff[acme] + kept().plans.firms.open_seats[acme];
    CHECK(after([&](Kept& k) { k.end.firms.staff[acme] = places + 1; }) ==
          broken + "heads are at most staff and open seats: acme has " +
              std::to_string(places + 1) + " people in " + std::to_string(places) + " places");

    auto const complaint = after([](Kept& k) { ++k.after.employed.at(usa, Tier::b); });
    CHECK(begins_with(complaint, broken + "one employer each: "));
    CHECK(begins_with(after([](Kept& k) { --k.end.firms.staff[chaebol]; }),
                      broken + "one employer each: "));
}

TEST_CASE("counts that have lost touch with people stop the run") {
    std::string const rule = broken + "counts kept along with changes are those of the people: ";
    CHECK(begins_with(after([](Kept& k) {
                          Standing const before = standing_of(k.end.researchers, ResearcherRow{0});
                          k.end.researchers.location[ResearcherRow{0}] =
                              before.location == usa ? korea : usa; // and nobody was told
                      }),
                      rule + "heads or jobs by country and tier differ"));
    CHECK(begins_with(after([](Kept& k) { k.end.firms.payroll[acme].add(1, MoneySum{0.01}); }),
                      rule + "acme has a payroll of "));
    CHECK(begins_with(after([](Kept& k) { k.end.firms.talent[brain].add(-1, TalentSum{0.01}); }),
                      rule + "brain has a payroll of "));
    CHECK(begins_with(after([](Kept& k) { --k.end.firms.staff_by_tier[brain][0]; }),
                      rule + "brain has a payroll of "));
}

TEST_CASE("grants beyond the pool, or below nothing, stop the run") {
    std::string const rule = broken + "grants of compute sum to no more than the pool: brain "
                                      "grants ";
    auto const spoilt = [](MilliGpu extra) {
        return after([&](Kept& k) {
            ResearcherRow row{0};
            while (k.end.researchers.employer[row] != brain) {
                ++row.index;
            }
            k.end.researchers.gpu_grant[row] += extra;
        });
    };
    double const pool = static_cast<double>(grantable(kept().end.firms, brain)) / 1000.0;
    CHECK(pool == 1600.0);
    CHECK(spoilt(1) == rule + "1600.001 of 1600 H100e");
    CHECK(begins_with(spoilt(-100'000'000), rule + "-"));
}

TEST_CASE("equity that nobody can hold, and retention grants beyond free money, stop the run") {
    auto p = small_world(1'000.0);
    p.mechanisms.contracts = true;
    Market const market = found_market(p, key_of(), Visit::forwards);
    ResearcherRow who{0};
    while (market.researchers.employer[who] != acme) {
        ++who.index;
    }
    auto const complaint = [&](auto const& spoil) {
        Market spoilt = market;
        spoil(spoilt);
        try {
            Ledger const ledger{CalendarMonth::of(2024, 1)};
            ledger.check_retention(spoilt, month);
            ledger.check_equity(spoilt, month);
        } catch (RunError const& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    std::string const rule =
        broken + "equity is never negative, vests in its time, and is held by the employed: ";
    CHECK(complaint([](Market&) {}) == "");
    CHECK(complaint([&](Market& m) { m.contracts.equity[who] = -1.0F; }) ==
          rule + "1 people hold what they cannot");
    CHECK(begins_with(
        complaint([&](Market& m) { m.contracts.equity[who] = static_cast<float>(not_a_number); }),
        rule));
    CHECK(begins_with(complaint([&](Market& m) { m.contracts.granted[who] = month + 1; }), rule));
    CHECK(
        begins_with(complaint([&](Market& m) { m.researchers.employer[who] = FirmRow{}; }), rule));
    auto const owing = [&](Month granted) {
        return complaint([&](Market& m) {
            m.firms.retention_month[brain] = granted;
            m.firms.retention_owed[brain] = 200.0;
            m.firms.free_money[brain] = -5.0;
        });
    };
    CHECK(owing(month) == broken + "retention grants go no further than free money: brain owes "
                                   "200.00 USD, and has -5.00 USD/year free");
    CHECK(owing(month - 1) == ""); // it may have lost money since
}

TEST_CASE("what nobody can have heard stops the run") {
    auto p = small_world(1'000.0);
    p.mechanisms.ties = true;
    p.mechanisms.rumours = true;
    Market const market = found_market(p, key_of(), Visit::forwards);
    ResearcherRow const who{17};
    auto const complaint = [&](float worth, std::int16_t heard) {
        Market spoilt = market;
        spoilt.rumours.worth[who] = worth;
        spoilt.rumours.heard[who] = heard;
        try {
            Ledger{CalendarMonth::of(2024, 1)}.check_rumours(spoilt, month);
        } catch (RunError const& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    std::string const rule =
        broken +
        "what is heard of others' terms is never negative, and not of the future: 1 people "
        "have heard what they cannot";
    CHECK(complaint(5.0F, month) == "");
    CHECK(complaint(-1.0F, month) == rule);
    CHECK(complaint(static_cast<float>(not_a_number), month) == rule);
    CHECK(complaint(5.0F, month + 1) == rule);
}

TEST_CASE("the ledger finds a breach in any order of visits") {
    for (Visit const order : {Visit::forwards, Visit::backwards, Visit::parallel}) {
        Market market = kept().end;
        market.firms.compute[brain] = 0.0;
        Ledger const ledger{CalendarMonth::of(2024, 1), order};
        CHECK_THROWS_AS(ledger.check_grants(market, month), RunError);
    }
}

TEST_CASE("more visas in a year than cap times over-selection stop the run") {
    auto p = small_world(1'000.0);
    p.mechanisms.visas = true;
    VisaParameters& visa = p.visas["h1b"];
    visa.country = "USA";
    visa.type = VisaType::lottery;
    visa.cap = 10.0;
    visa.advanced_cap = 3.0;
    visa.over_selection = 1.5;
    visa.draw_month = 3;
    Market const market = found_market(p, key_of(), Visit::forwards);
    MonthFlows flows{3};
    flows.visas.clear(1);
    auto const granted = [&](std::int64_t first, int month_of_second, std::int64_t second) {
        Ledger ledger{CalendarMonth::of(2024, 1)};
        try {
            flows.visas.selected = {first};
            ledger.check_visas(market, flows, 3, 2);
            flows.visas.selected = {second};
            ledger.check_visas(market, flows, month_of_second, 3);
        } catch (RunError const& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    CHECK(granted(20, 4, 0) == ""); // 15 + 4.5, rounded up
    CHECK(granted(20, 4, 1) == broken + "visas of a year are at most cap times over-selection: "
                                        "h1b has granted 21 of 20");
    CHECK(granted(20, 3, 20) == ""); // of the next year
    CHECK(granted(21, 4, 0) ==
          "month 2024-03: a promise of the model is broken: visas of a year are at most cap times "
          "over-selection: h1b has granted 21 of 20");
}
