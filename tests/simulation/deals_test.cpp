#include <cmath>
#include <cstdint>
#include <functional>
#include <set>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"
#include "tests/simulation/dated.hpp"

// What acquisitions, teachers who leave and start-ups of one's own do to whole worlds, with the
// same random numbers on either side.

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr int year = 12;

/// The small world, in which acme has the money to buy and brain is a start-up.
Parameters world_of_a_giant() {
    auto p = small_world(10'000.0);
    p.firms["acme"].staff = 2'000.0;
    p.firms["brain"].kind = FirmKind::start_up;
    return p;
}

/// Acme offers for the best sixty of brain's two hundred in April.
Parameters courted_world() {
    auto p = world_of_a_giant();
    p.mechanisms.acquisitions = true;
    AcquisitionParameters& deal = p.acquisitions["deal"];
    deal.bidder = "acme";
    deal.target = "brain";
    deal.month = CalendarMonth::of(2024, 4);
    deal.core_team = 60.0;
    deal.premium = 0.2;
    return p;
}

/// The university of Korea lays off a tenth of its staff every month.
Parameters shrinking_university() {
    auto p = world_of_a_giant();
    p.firms["chaebol"].kind = FirmKind::university;
    p.firms["chaebol"].layoff_share = 0.1;
    p.mechanisms.layoffs = true;
    p.faculty = {.elasticity = 1.0, .lag_months = 6.0};
    p.countries["KOR"].graduates_per_month = 50.0;
    return p;
}

/// Founders of start-ups in America.
Parameters venturesome_world() {
    auto p = small_world(10'000.0);
    p.mechanisms.ventures = true;
    p.mechanisms.market_value = true;
    p.finance.bust_hazard = 0.0;
    p.finance.recovery_hazard = 0.0;
    p.countries["USA"].venture_money = 1.5;
    return p;
}

using Look = std::function<void(Simulation const&)>;

Market lived_through(Parameters const& p, int months, Look const& look = {},
                     Visit order = Visit::forwards, std::vector<DatedChange> changes = {}) {
    Simulation simulation{p, std::move(changes), {.seed = 5}, order};
    for (int month = 0; month != months; ++month) {
        simulation.step();
        if (look) {
            look(simulation);
        }
    }
    return simulation.market();
}

std::int64_t entries_in(Parameters const& p, CountryRow country, int months) {
    std::int64_t entered = 0;
    lived_through(p, months, [&](Simulation const& simulation) {
        for (std::size_t tier = 0; tier != n_tiers; ++tier) {
            entered += simulation.flows().entries.at(country, static_cast<Tier>(tier));
        }
    });
    return entered;
}

/// Who were acquired in April and are still there two years after.
std::int64_t retained(Parameters const& p) {
    std::set<Identity> team;
    auto const market = lived_through(p, 3 + 2 * year, [&](Simulation const& simulation) {
        for (Retention const& one : simulation.market().retentions) {
            team.insert(one.identity);
        }
    });
    CHECK(team.size() == 60);
    std::int64_t still = 0;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        still += market.researchers.employer[row] == acme && market.researchers.since[row] == 3 &&
                         team.contains(market.researchers.identity[row])
                     ? 1
                     : 0;
    }
    return still;
}

double pay_in(Market const& market, Tier tier) {
    double sum = 0.0;
    double heads = 0.0;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_employed(row) && market.researchers.location[row] == usa &&
            market.researchers.tier[row] == tier) {
            sum += market.researchers.pay[row];
            heads += 1.0;
        }
    }
    return sum / heads;
}

std::int64_t founders_of(Parameters const& p) {
    std::int64_t months_of_founders = 0;
    lived_through(p, year, [&](Simulation const& simulation) {
        months_of_founders += static_cast<std::int64_t>(simulation.market().ventures.size());
    });
    return months_of_founders;
}

} // namespace

TEST_CASE("what is said of acquisitions, faculty and ventures that are off changes no bit") {
    auto p = courted_world();
    p.mechanisms.acquisitions = false;
    p.faculty = {.elasticity = 3.0, .lag_months = 1.0};
    p.countries["USA"].venture_money = 5.0;
    auto const plain = lived_through(world_of_a_giant(), year);
    CHECK(differences(lived_through(p, year), plain) == no_differences);
}

TEST_CASE("mechanisms with nothing to do change no bit") {
    auto p = small_world(4'000.0);
    auto const without = lived_through(p, year);
    SUBCASE("no acquisition is planned") { p.mechanisms.acquisitions = true; }
    SUBCASE("there is no venture money") { p.mechanisms.ventures = true; }
    SUBCASE("there are no universities") { p.mechanisms.faculty = true; }
    CHECK(differences(lived_through(p, year), without) == no_differences);
}

TEST_CASE(
    "an acquisition changes nothing before its month, and then moves the team to the bidder") {
    auto p = courted_world();
    p.acquisitions["deal"].acceptance_probability = 1.0;
    auto off = p;
    off.mechanisms.acquisitions = false;
    CHECK(differences(lived_through(p, 3), lived_through(off, 3)) == no_differences);
    auto const made = lived_through(p, 4);
    auto const usual = lived_through(off, 4);
    CHECK(made.firms.staff[acme] == usual.firms.staff[acme] + 60);
    CHECK(made.firms.staff[brain] == usual.firms.staff[brain] - 60);
    // A year on, the seats that came keep the bidder larger, and those that went the start-up
    // smaller: without them the one would hire fewer and the other more. Half is room for chance.
    auto const later = lived_through(p, 4 + year);
    auto const usual_later = lived_through(off, 4 + year);
    CHECK(later.firms.staff[acme] > usual_later.firms.staff[acme] + 30);
    CHECK(later.firms.staff[brain] < usual_later.firms.staff[brain] - 30);
}

TEST_CASE("a team that declines is approached by name next month") {
    auto p = courted_world();
    p.acquisitions["deal"].acceptance_probability = 0.0;
    auto off = p;
    off.mechanisms.acquisitions = false;
    CHECK(differences(lived_through(p, 3), lived_through(off, 3)) == no_differences);
    auto const contacts_in_may = [](Parameters const& parameters) {
        std::int64_t contacts = 0;
        lived_through(parameters, 5, [&](Simulation const& simulation) {
            contacts = simulation.flows().contacts_of_employed;
        });
        return contacts;
    };
    std::int64_t const more = contacts_in_may(p) - contacts_in_may(off);
    // Sixty, less those who retired, lost the job or met acme anyway: each with less than .05 in
    // the month, so that ten would be four standard errors above three.
    CHECK(more <= 60);
    CHECK(more >= 50);
}

TEST_CASE("a team decides for a large premium and against none, and a retention retains") {
    auto p = courted_world();
    p.search.contact_rate_employed = 0.3;
    p.acquisitions["deal"].retention_months = 3 * year;
    p.acquisitions["deal"].premium = 2.0;
    lived_through(p, 4, [](Simulation const& simulation) {
        CHECK(simulation.flows().refused_acquisitions == 0);
    });
    std::int64_t const with = retained(p);
    p.acquisitions["deal"].premium = 0.0;
    p.acquisitions["deal"].acceptance_probability = 1.0;
    std::int64_t const without = retained(p);
    // Of 60 each; four standard errors of the difference of two counts at most.
    double const noise = 4.0 * std::sqrt(2.0 * 60.0 * 0.25);
    CHECK(static_cast<double>(with - without) > noise);
}

TEST_CASE("a university that shrinks has fewer graduates behind it, and e = 0 as many as before") {
    auto p = shrinking_university();
    std::int64_t const usual = entries_in(p, korea, 2 * year);
    p.mechanisms.faculty = true;
    std::int64_t const with = entries_in(p, korea, 2 * year);
    // Of numbers of graduates only the rounding is chance: less than one a month.
    CHECK(usual - with > 2 * year);
    p.faculty.elasticity = 0.0;
    CHECK(entries_in(p, korea, 2 * year) == usual);
}

TEST_CASE("venture money makes founders of the best, and makes firms pay the others more") {
    auto p = venturesome_world();
    auto const with = lived_through(p, year, [](Simulation const& simulation) {
        ResearcherTable const& people = simulation.market().researchers;
        for (Venture const& one : simulation.market().ventures) {
            if (people.is_present(one.who) && people.identity[one.who] == one.identity) {
                CHECK(people.tier[one.who] <= Tier::a);
                CHECK(!people.is_employed(one.who));
                CHECK(people.pending[one.who] == Pending::founds);
            }
        }
    });
    CHECK(with.ventures.size() > 10);
    p.mechanisms.ventures = false;
    auto const without = lived_through(p, year);
    CHECK(without.ventures.empty());
    CHECK(pay_in(with, Tier::a) > 1.02 * pay_in(without, Tier::a));
    // Tier C has no part in it but through the price of talent.
    CHECK(std::abs(pay_in(with, Tier::c) / pay_in(without, Tier::c) - 1.0) < 0.02);
}

TEST_CASE("there are fewer founders in a bust, and more where people know each other") {
    auto p = venturesome_world();
    auto const noise = [](std::int64_t a, std::int64_t b) { // founders stay for the year
        return 4.0 * year * std::sqrt(static_cast<double>(a + b) / year);
    };
    std::int64_t const boom = founders_of(p);
    p.finance.regime = Regime::bust;
    std::int64_t const bust = founders_of(p);
    CHECK(static_cast<double>(boom - bust) > noise(boom, bust));
    p.finance.regime = Regime::boom;
    p.mechanisms.ties = true;
    p.ventures.lowest_tier = LowestTier::b;
    p.ventures.cofounders = 0.0;
    std::int64_t const alone = founders_of(p);
    p.ventures.cofounders = 2.0;
    std::int64_t const together = founders_of(p);
    CHECK(static_cast<double>(together - alone) > noise(together, alone));
}

TEST_CASE("a world with acquisitions, faculty and ventures is the same in any order of visits") {
    auto p = shrinking_university();
    p.mechanisms.faculty = true;
    p.mechanisms.ventures = true;
    p.countries["USA"].venture_money = 0.9;
    p.mechanisms.acquisitions = true;
    p.acquisitions = courted_world().acquisitions;
    auto const forwards = lived_through(p, year);
    for (Visit const order : {Visit::backwards, Visit::parallel}) {
        CHECK(differences(lived_through(p, year, {}, order), forwards) == no_differences);
    }
}

TEST_CASE("dated changes that leave an acquisition what it is change no bit") {
    auto const p = courted_world();
    auto const month = p.simulation.start.plus(2);
    auto const touched = lived_through(p, year, {}, Visit::forwards,
                                       {change_in(month, "acquisitions.*.premium", {"deal"}, 0.2),
                                        change_in(month, "mechanisms.acquisitions", {}, true)});
    CHECK(differences(touched, lived_through(p, year)) == no_differences);
}
