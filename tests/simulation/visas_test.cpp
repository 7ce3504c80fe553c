#include "engine/phases/visas.hpp"

#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr int two_years = 24;

/// The small world with one American programme.
Parameters guarded_world(VisaType type) {
    Parameters p = small_world(20'000.0);
    p.search.contact_rate_employed = 0.15;
    p.search.home_share = 0.5;
    p.mechanisms.visas = true;
    p.countries["USA"].national_income = 80'000.0;
    VisaParameters& visa = p.visas["h1b"];
    visa.country = "USA";
    visa.type = type;
    visa.cap = 60.0;
    visa.advanced_cap = 20.0;
    visa.level_multiples = {1.5, 2.5, 4.0};
    return p;
}

/// What happened at the American border in a run.
struct Passage {
    std::int64_t registered = 0;
    std::int64_t selected = 0;
    std::int64_t issued = 0;
    std::int64_t job_moves = 0;
    double pay = 0.0; ///< summed over those who came on a visa
};

Passage run(Parameters const& p) {
    Simulation world{p, {}, {.seed = 5}};
    Passage passage;
    for (int month = 0; month != two_years; ++month) {
        world.step();
        VisaFlows const& visas = world.flows().visas;
        for (std::size_t v = 0; v != visas.registered.size(); ++v) {
            passage.registered += visas.registered[v];
            passage.selected += visas.selected[v];
            passage.issued += visas.issued[v];
        }
        passage.job_moves += static_cast<std::int64_t>(world.flows().job_moves.size());
        ResearcherTable const& people = world.market().researchers;
        for (std::size_t i = 0; i != people.size(); ++i) {
            ResearcherRow const row{i};
            if (people.residence[row] == Residence::visa && people.visa_since[row] == month) {
                passage.pay += people.pay[row];
            }
        }
    }
    return passage;
}

Market market_after(Parameters const& p, Visit order = Visit::forwards) {
    Simulation world{p, {}, {.seed = 5}, order};
    for (int month = 0; month != 15; ++month) {
        world.step();
    }
    return world.market();
}

/// Whether one count exceeds another by more than four standard errors of their difference, each
/// being a sum of rare events of different people, of variance at most its mean.
bool clearly_exceeds(std::int64_t more, std::int64_t less) {
    return static_cast<double>(more - less) > 4.0 * std::sqrt(static_cast<double>(more + less));
}

} // namespace

TEST_CASE("an open programme without fee, wait and end leaves every bit of a world as it is") {
    Parameters p = guarded_world(VisaType::open);
    p.visas["h1b"].validity_months = 0;
    Parameters off = p;
    off.mechanisms.visas = false;
    auto const open = market_after(p);
    auto without = market_after(off);
    // But for who has come by what and when, which is remembered for cuts of tax.
    without.researchers.came_by = open.researchers.came_by;
    without.researchers.visa_since = open.researchers.visa_since;
    CHECK(differences(open, without) == no_differences);
    Parameters no_clause = off;
    no_clause.mechanisms.non_compete = true; // of 0 months everywhere
    CHECK(differences(market_after(no_clause), market_after(off)) == no_differences);
}

TEST_CASE("a world with visas is the same in every order of visits") {
    Parameters p = guarded_world(VisaType::weighted);
    p.mechanisms.non_compete = true;
    p.countries["USA"].non_compete_months = 6;
    check_every_order_makes_the_same_market([&](Visit order) { return market_after(p, order); });
}

TEST_CASE("caps keep people out, and no more come than were selected") {
    auto const open = run(guarded_world(VisaType::open));
    for (VisaType const type : {VisaType::quota, VisaType::lottery, VisaType::weighted}) {
        auto const guarded = run(guarded_world(type));
        CHECK(guarded.selected <= 3 * 80); // at most three years begin in the months of the run
        CHECK(guarded.issued <= guarded.selected);
        CHECK(guarded.issued > 0);
        CHECK(clearly_exceeds(open.issued, guarded.issued));
    }
}

TEST_CASE("a fee lowers how many come") {
    auto p = guarded_world(VisaType::open);
    auto const free = run(p);
    p.visas["h1b"].fee = 300'000.0; // 100,000 a year over three years
    auto const dear = run(p);
    CHECK(clearly_exceeds(free.registered, dear.registered));
    CHECK(dear.pay / static_cast<double>(dear.issued) >
          free.pay / static_cast<double>(free.issued)); // the dearest talent still comes
}

TEST_CASE("a threshold lets in only those who are paid it") {
    auto p = guarded_world(VisaType::threshold);
    p.visas["h1b"].pay_multiple = 4.0;
    Simulation world{p, {}, {.seed = 5}};
    std::int64_t seen = 0;
    for (int month = 0; month != two_years; ++month) {
        world.step();
        ResearcherTable const& people = world.market().researchers;
        for (std::size_t i = 0; i != people.size(); ++i) {
            ResearcherRow const row{i};
            if (people.residence[row] == Residence::visa && people.visa_since[row] == month) {
                ++seen;
                CHECK(people.pay[row] >= 320'000.0);
            }
        }
    }
    CHECK(seen > 0);
}

TEST_CASE("without sponsors nobody comes, but those who need none do") {
    auto p = guarded_world(VisaType::quota);
    for (auto& [name, firm] : p.firms) {
        firm.sponsor = false;
    }
    for (auto& [code, fringe] : p.fringe) {
        fringe.sponsor = false;
    }
    CHECK(run(p).registered == 0);
    p.visas["h1b"].type = VisaType::open;
    CHECK(run(p).registered > 0);
}

TEST_CASE("a draw by pay lets in the better paid") {
    auto const equal = run(guarded_world(VisaType::lottery));
    auto const by_pay = run(guarded_world(VisaType::weighted));
    CHECK(by_pay.pay / static_cast<double>(by_pay.issued) >
          equal.pay / static_cast<double>(equal.issued));
}

TEST_CASE("people of an origin that a programme does not admit do not come by it") {
    auto p = guarded_world(VisaType::open);
    p.visas["h1b"].origins = {{"KOR", true}};
    Simulation world{p, {}, {.seed = 5}};
    for (int month = 0; month != 6; ++month) {
        world.step();
    }
    ResearcherTable const& people = world.market().researchers;
    std::int64_t koreans = 0;
    for (std::size_t i = 0; i != people.size(); ++i) {
        if (people.residence[ResearcherRow{i}] == Residence::visa) {
            CHECK(people.origin[ResearcherRow{i}] == korea);
            ++koreans;
        }
    }
    CHECK(koreans > 0);
}

TEST_CASE("a non-compete clause slows moves between employers, while pay goes on") {
    auto p = guarded_world(VisaType::open);
    auto const free = run(p);
    p.mechanisms.non_compete = true;
    for (auto& [code, country] : p.countries) {
        country.non_compete_months = 12;
    }
    auto const bound = run(p);
    CHECK(clearly_exceeds(free.job_moves, bound.job_moves));
    Simulation world{p, {}, {.seed = 5}};
    for (int month = 0; month != 6; ++month) {
        world.step();
    }
    ResearcherTable const& people = world.market().researchers;
    std::int64_t on_leave = 0;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.pending[row] == Pending::starts && people.is_employed(row)) {
            ++on_leave;
            CHECK(people.pay[row] > 0.0);
            CHECK(people.employer[row] != people.pending_move[row].firm);
        }
    }
    CHECK(on_leave > 0);
}
