#include <algorithm>
#include <cstdint>

#include <doctest/doctest.h>

#include "tests/properties/fork.hpp"
#include "tests/second_engine/random_world.hpp"

// How one month answers to one parameter, from the same state and with the same random numbers.
// With seats for everyone no person's choice touches another's within the month, so that each law
// holds person by person, not on average. Why it holds stands in README.md.

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr std::uint64_t n_worlds = 80;

/// A random world with seats for everyone, in which all mechanisms are on, and pay does not itself
/// rest on how often people separate and search.
Parameters roomy_world(std::uint64_t seed) {
    Parameters world = random_world(seed);
    world.budgets.seats = Limit::unlimited;
    world.offers.posting = PayPosting::share_of_cap;
    world.mechanisms = {.budget_adjustment = world.mechanisms.budget_adjustment};
    return world;
}

/// Check a law on many roomy worlds, of which it must move somebody in a few.
///
/// @param law  law(fork) checks, and returns whether anything was different
template <class Law>
void in_roomy_worlds(Law const& law) {
    int moved = 0;
    for (std::uint64_t seed = 3000; seed != 3000 + n_worlds; ++seed) {
        CAPTURE(seed);
        moved += law(Fork{roomy_world(seed), {.seed = seed}}) ? 1 : 0;
    }
    CHECK(moved >= 3);
}

/// In rounds a worse option may leave sooner and so decide who is the last to raise: laws about
/// options that lose or gain hold only where the best option wins.
bool best_option_wins(Fork const& fork) {
    return fork.parameters().offers.protocol != OfferProtocol::rounds;
}

std::set<Identity> newly_jobless(Fork const& fork, People const& after) {
    return those(after, [&](Identity who, Whereabouts const& one) {
        return !one.employer.exists() && one.since == fork.month() && fork.before().contains(who);
    });
}

/// Whoever has the employer of before.
std::set<Identity> still_there(Fork const& fork, People const& after) {
    return those(after, [&](Identity who, Whereabouts const& one) {
        auto const before = fork.before().find(who);
        return one.employer.exists() && before != fork.before().end() &&
               before->second.employer == one.employer && before->second.since == one.since;
    });
}

/// Whoever has another employer than before.
std::set<Identity> movers(Fork const& fork, People const& after) {
    return those(after, [&](Identity who, Whereabouts const& one) {
        auto const before = fork.before().find(who);
        return one.employer.exists() && before != fork.before().end() &&
               before->second.employer.exists() && one.since == fork.month();
    });
}

/// Whether all of these fare the same in both worlds.
bool fare_the_same(std::set<Identity> const& people, People const& a, People const& b) {
    return std::all_of(people.begin(), people.end(),
                       [&](Identity who) { return a.at(who) == b.at(who); });
}

std::set<Identity> all(People const& people) {
    return those(people, [](Identity, Whereabouts const&) { return true; });
}

/// Nobody decides otherwise, and nobody is paid less.
bool pays_at_least(People const& more, People const& less) {
    return std::all_of(less.begin(), less.end(), [&](auto const& entry) {
        Whereabouts expected = entry.second;
        Whereabouts const& found = more.at(entry.first);
        bool const is_paid = found.pay >= expected.pay;
        expected.pay = found.pay;
        return is_paid && found == expected;
    });
}

} // namespace

TEST_CASE("more separation: the same people lose their jobs and more, and everyone else fares the "
          "same") {
    in_roomy_worlds([](Fork const& fork) {
        if (fork.parameters().search.same_month) {
            return false; // whoever lost the job may have the next one already
        }
        double const rate = fork.parameters().search.separation_rate;
        People const after = fork.having_set("search.separation_rate", std::min(rate + 0.1, 1.0));
        auto const usual = newly_jobless(fork, fork.as_usual());
        auto const more = newly_jobless(fork, after);
        CHECK(includes(more, usual));
        CHECK(fare_the_same(
            those(after, [&](Identity who, Whereabouts const&) { return !more.contains(who); }),
            after, fork.as_usual()));
        return more.size() > usual.size();
    });
}

TEST_CASE("more retirement: the same people leave and more, and everyone else fares the same") {
    in_roomy_worlds([](Fork const& fork) {
        double const rate = fork.parameters().population.retirement_rate;
        People const after = fork.having_set("population.retirement_rate", rate + 0.1);
        CHECK(includes(all(fork.as_usual()), all(after)));
        CHECK(fare_the_same(all(after), after, fork.as_usual()));
        return after.size() < fork.as_usual().size();
    });
}

TEST_CASE("more graduates: the same people finish and more, and everyone else fares the same") {
    in_roomy_worlds([](Fork const& fork) {
        auto const& [code, country] = *fork.parameters().countries.begin();
        People const after = fork.having_set("countries.*.graduates_per_month",
                                             country.graduates_per_month + 3.3, {code});
        CHECK(includes(all(after), all(fork.as_usual())));
        CHECK(fare_the_same(all(fork.as_usual()), after, fork.as_usual()));
        return after.size() > fork.as_usual().size();
    });
}

TEST_CASE("more search on the job: whoever moved moves to the same firm, and others too") {
    in_roomy_worlds([](Fork const& fork) {
        double const rate = fork.parameters().search.contact_rate_employed;
        People const after =
            fork.having_set("search.contact_rate_employed", std::min(rate + 0.3, 1.0));
        auto const usual = movers(fork, fork.as_usual());
        CHECK(includes(movers(fork, after), usual));
        CHECK(fare_the_same(usual, after, fork.as_usual()));
        return movers(fork, after).size() > usual.size();
    });
}

TEST_CASE("more home bias: whoever lives in the country of origin still does, and nobody from "
          "elsewhere notices") {
    in_roomy_worlds([](Fork const& fork) {
        if (!best_option_wins(fork)) {
            return false;
        }
        auto const& [code, country] = *fork.parameters().countries.begin();
        double const bias = country.home_bias.value_or(fork.parameters().utility.home.mean);
        double const more = bias + 1.0 / fork.parameters().utility.pay;
        People const after = fork.having_set("countries.*.home_bias", more, {code});
        CountryRow const home = fork.country(code);
        auto const at_home = [&](People const& people) {
            return those(people, [&](Identity, Whereabouts const& one) {
                return one.origin == home && one.location == home;
            });
        };
        auto const from_elsewhere =
            those(after, [&](Identity, Whereabouts const& one) { return one.origin != home; });
        CHECK(includes(at_home(after), at_home(fork.as_usual())));
        CHECK(fare_the_same(from_elsewhere, after, fork.as_usual()));
        return at_home(after).size() > at_home(fork.as_usual()).size();
    });
}

TEST_CASE("dearer moves: whoever stayed in a country stays") {
    in_roomy_worlds([](Fork const& fork) {
        if (!best_option_wins(fork)) {
            return false;
        }
        double const cost = fork.parameters().utility.moving_cost;
        People const after = fork.having_set("utility.moving_cost", cost + 2.0);
        auto const stayed = [&](People const& people) {
            return those(people, [&](Identity who, Whereabouts const& one) {
                auto const before = fork.before().find(who);
                return before != fork.before().end() && before->second.location == one.location;
            });
        };
        CHECK(includes(stayed(after), stayed(fork.as_usual())));
        return stayed(after).size() > stayed(fork.as_usual()).size();
    });
}

TEST_CASE("a lower tax: whoever would live in the country at the month's end lives there") {
    in_roomy_worlds([](Fork const& fork) {
        if (!best_option_wins(fork)) {
            return false;
        }
        auto const& [code, country] = *fork.parameters().countries.rbegin();
        People const after =
            fork.having_set("countries.*.tax_rate", 0.5 * country.tax_rate, {code});
        CountryRow const here = fork.country(code);
        CHECK(includes(residents(after, here), residents(fork.as_usual(), here)));
        return residents(after, here).size() > residents(fork.as_usual(), here).size();
    });
}

TEST_CASE(
    "a higher subsidy of pay: whoever would work in the country at the month's end works there") {
    in_roomy_worlds([](Fork const& fork) {
        if (!best_option_wins(fork)) {
            return false;
        }
        auto const& [code, country] = *fork.parameters().countries.rbegin();
        double const more = country.pay_subsidy + 0.5 * fork.parameters().production.unit_value;
        People const after = fork.having_set("countries.*.pay_subsidy", more, {code});
        auto const workers = [here = fork.country(code)](People const& people) {
            return those(people, [&](Identity, Whereabouts const& one) {
                return one.location == here && one.employer.exists();
            });
        };
        CHECK(includes(workers(after), workers(fork.as_usual())));
        return workers(after).size() > workers(fork.as_usual()).size();
    });
}

TEST_CASE("a higher return grant: natives abroad who would come home do, and all others fare the "
          "same") {
    in_roomy_worlds([](Fork const& fork) {
        if (!best_option_wins(fork)) {
            return false;
        }
        auto const& [code, country] = *fork.parameters().countries.rbegin();
        double const more = country.return_grant + 5.0 * fork.parameters().production.unit_value;
        People const after = fork.having_set("countries.*.return_grant", more, {code});
        CountryRow const home = fork.country(code);
        CHECK(includes(residents(after, home), residents(fork.as_usual(), home)));
        for (auto const& [who, before] : fork.before()) {
            auto const now = after.find(who);
            if (now != after.end() && (before.origin != home || before.location == home)) {
                CHECK(now->second == fork.as_usual().at(who));
            }
        }
        return residents(after, home).size() > residents(fork.as_usual(), home).size();
    });
}

TEST_CASE("more counteroffers: whoever stayed with the employer stays") {
    in_roomy_worlds([](Fork const& fork) {
        double const usual = fork.parameters().offers.counteroffer_probability;
        People const after =
            fork.having_set("offers.counteroffer_probability", 0.5 * (1.0 + usual));
        CHECK(includes(still_there(fork, after), still_there(fork, fork.as_usual())));
        return still_there(fork, after).size() > still_there(fork, fork.as_usual()).size();
    });
}

TEST_CASE("more bargaining power: nobody decides otherwise, and nobody is paid less") {
    in_roomy_worlds([](Fork const& fork) {
        double const beta = fork.parameters().offers.bargaining_power;
        People const after = fork.having_set("offers.bargaining_power", 0.5 * (1.0 + beta));
        CHECK(pays_at_least(after, fork.as_usual()));
        return after != fork.as_usual();
    });
}

TEST_CASE("a higher pay floor: nobody decides otherwise, and nobody is paid less") {
    in_roomy_worlds([](Fork const& fork) {
        double const floor = fork.parameters().offers.pay_floor;
        People const after = fork.having_set("offers.pay_floor", 0.5 * (1.0 + floor));
        CHECK(pays_at_least(after, fork.as_usual()));
        return after != fork.as_usual();
    });
}

TEST_CASE("more agents: nobody decides otherwise, and nobody is paid less") {
    in_roomy_worlds([](Fork const& fork) {
        double const share = fork.parameters().offers.agent_share;
        People const after = fork.having_set("offers.agent_share", 0.5 * (1.0 + share));
        CHECK(pays_at_least(after, fork.as_usual()));
        return after != fork.as_usual();
    });
}

TEST_CASE("a firm that posts more keeps and wins whomever it kept and won") {
    in_roomy_worlds([](Fork const& given) {
        if (given.parameters().firms.empty()) {
            return false;
        }
        Parameters parameters = given.parameters();
        parameters.offers.protocol = OfferProtocol::posted;
        parameters.budgets.talent = Limit::unlimited; // whoever posts has the money
        auto& [name, firm] = *parameters.firms.begin();
        firm.posted_pay = parameters.production.unit_value;
        Fork const fork{parameters, {.seed = 5}};
        People const after = fork.having_set("firms.*.posted_pay", 3.0 * *firm.posted_pay, {name});
        FirmRow const row = fork.firm(name);
        CHECK(includes(staff(after, row), staff(fork.as_usual(), row)));
        return staff(after, row).size() > staff(fork.as_usual(), row).size();
    });
}

namespace {

/// A world of which a firm or a country may be founded richer without anything else being
/// different: joblessness is no option, whose pay would follow that of jobs; the share of compute
/// does not fall as talent gets dearer; and no firm spends its last dollar on founding pay, where
/// rounding would decide whether it is over its budget.
Parameters foundable_world(std::uint64_t seed) {
    Parameters world = roomy_world(seed);
    world.utility.outside = OutsideOption::none;
    world.production.compute_share = world.production.compute_share.value_or(0.2);
    if (world.offers.protocol == OfferProtocol::rounds) {
        world.offers.protocol = OfferProtocol::sequential_auction;
    }
    world.offers.founding_pay_share = std::min(world.offers.founding_pay_share, 0.9);
    return world;
}

constexpr int first_month = 0;

} // namespace

TEST_CASE("a firm founded with a higher premium keeps and wins in its first month whomever it kept "
          "and won") {
    int moved = 0;
    for (std::uint64_t seed = 4000; seed != 4000 + n_worlds; ++seed) {
        CAPTURE(seed);
        Parameters const usual = foundable_world(seed);
        if (usual.firms.empty()) {
            continue;
        }
        Parameters richer = usual;
        auto& [name, firm] = *richer.firms.begin();
        firm.pay_premium *= 1.5;
        Fork const a{usual, {.seed = seed}, first_month};
        Fork const b{richer, {.seed = seed}, first_month};
        auto const fewer = staff(a.as_usual(), a.firm(name));
        auto const more = staff(b.as_usual(), b.firm(name));
        CHECK(includes(more, fewer));
        moved += more.size() > fewer.size() ? 1 : 0;
    }
    CHECK(moved >= 3);
}

TEST_CASE("a country founded with higher pay has after its first month whoever would live there") {
    int moved = 0;
    for (std::uint64_t seed = 4000; seed != 4000 + n_worlds; ++seed) {
        CAPTURE(seed);
        Parameters const usual = foundable_world(seed);
        Parameters richer = usual;
        auto& [code, country] = *richer.countries.begin();
        country.pay_level *= 1.5;
        Fork const a{usual, {.seed = seed}, first_month};
        Fork const b{richer, {.seed = seed}, first_month};
        auto const fewer = residents(a.as_usual(), a.country(code));
        auto const more = residents(b.as_usual(), b.country(code));
        CHECK(includes(more, fewer));
        moved += more.size() > fewer.size() ? 1 : 0;
    }
    CHECK(moved >= 3);
}
