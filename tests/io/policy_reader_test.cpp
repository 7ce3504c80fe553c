#include "engine/io/policy_reader.hpp"

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::CalendarMonth;
using talentsim::DatedChange;
using talentsim::ParameterValue;
using talentsim::test::ScenarioFolder;
using Operation = talentsim::DatedChange::Operation;

namespace {

std::string complaints_about(std::string const& policy) {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest).write("p.yaml", policy);
    return folder.complaints("s.yaml", {}, {"p.yaml"});
}

std::string complaints_about_changes(std::string const& changes) {
    return complaints_about("title: P\nchanges:\n" + changes);
}

std::vector<DatedChange> changes_of(std::string const& changes) {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    folder.write("p.yaml", "title: P\nchanges:\n" + changes);
    return folder.read("s.yaml", {}, {"p.yaml"}).changes;
}

} // namespace

TEST_CASE("a policy changes parameters from a month on") {
    auto const changes =
        changes_of("  countries.KOR.public_gpus: {2024-03: {add: 3056}}\n"
                   "  search.home_share: {2024-02: 0.9, 2024-01: {multiply: 0.5}}\n"
                   "  search.draw: {2024-05: uniform}\n"
                   "  firms.naver.mission: {2024-04: [0, 0, 1]}\n");
    REQUIRE(changes.size() == 5);
    CHECK(changes[0].path() == "search.home_share");
    CHECK(changes[0].month == CalendarMonth::of(2024, 1));
    CHECK(changes[0].operation == Operation::multiply);
    CHECK(changes[0].value == ParameterValue{0.5});
    CHECK(changes[1].operation == Operation::set);
    CHECK(changes[2].path() == "countries.KOR.public_gpus");
    CHECK(changes[2].operation == Operation::add);
    CHECK(changes[2].value == ParameterValue{3056.0});
    CHECK(changes[3].value == ParameterValue{std::vector<double>{0, 0, 1}});
    CHECK(changes[4].value == ParameterValue{std::string{"uniform"}});
}

TEST_CASE("several changes of one parameter in one month stand in a list and keep their order") {
    auto const changes =
        changes_of("  countries.KOR.public_gpus: {2024-03: [{add: 5}, {set: 7}, {multiply: 2}]}\n");
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].operation == Operation::add);
    CHECK(changes[1].operation == Operation::set);
    CHECK(changes[2].operation == Operation::multiply);
}

TEST_CASE("changes hold in the order scenario, its policies, the command line's, left to right") {
    ScenarioFolder folder;
    auto const policy = [&](std::string const& name, std::string const& gpus) {
        folder.write(name + ".yaml",
                     "title: " + name + "\nchanges:\n  countries.KOR.public_gpus: " + gpus + "\n");
    };
    policy("a", "{2024-02: 1, 2024-01: 10}");
    policy("b", "{2024-02: 2}");
    policy("sub/c", "{2024-02: 3}");
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} +
                               "changes: {countries.KOR.public_gpus: {2024-02: 0}}\n"
                               "policies: [sub/c.yaml, a.yaml]\n");
    auto const scenario = folder.read("s.yaml", {}, {"b.yaml", "a.yaml"});
    CHECK(scenario.policy_titles == std::vector<std::string>{"sub/c", "a", "b", "a"});
    std::vector<double> values;
    for (auto const& change : scenario.changes) {
        values.push_back(std::get<double>(change.value));
    }
    CHECK(values == std::vector<double>{10, 10, 0, 3, 1, 2, 1});
}

TEST_CASE("a policy that changes nothing is a policy") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    folder.write("p.yaml", "title: Nothing\nchanges: {}\n");
    auto const scenario = folder.read("s.yaml", {}, {"p.yaml"});
    CHECK(scenario.changes.empty());
    CHECK(scenario.policy_titles == std::vector<std::string>{"Nothing"});
}

TEST_CASE("a policy keeps what it says about its cost, in whatever form") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    folder.write("p.yaml", "title: P\ndescription: D\nsources: [a, b]\n"
                           "cost: {total: 1.459e12 KRW, years: [2025, 2026], per: {head: 5}}\n"
                           "changes: {}\n");
    auto const costs = folder.read("s.yaml", {}, {"p.yaml"}).policy_costs;
    REQUIRE(costs.size() == 1);
    CHECK(costs[0] ==
          std::vector<std::pair<std::string, std::string>>{
              {"total", "1.459e12 KRW"}, {"years", "2025"}, {"years", "2026"}, {"per.head", "5"}});
}

TEST_CASE("amounts of money in changes are converted too") {
    ScenarioFolder folder;
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} + "offers: {protocol: posted}\n");
    folder.write("p.yaml",
                 "title: P\nchanges:\n"
                 "  firms.naver.posted_pay: {2024-02: 1.35e8 KRW, 2024-03: {add: 1.35e7 KRW}}\n");
    auto const scenario = folder.read("s.yaml", {"simulation.exchange_rates.KRW=1350"}, {"p.yaml"});
    CHECK(scenario.changes[0].value == ParameterValue{100'000.0});
    CHECK(scenario.changes[1].value == ParameterValue{10'000.0});
    folder.write("p.yaml",
                 "title: P\nchanges:\n"
                 "  firms.naver.posted_pay: {2024-02: {add: 5 EUR}, 2024-03: {multiply: 2 KRW}}\n");
    CHECK(folder.complaints("s.yaml", {"simulation.exchange_rates.KRW=1350"}, {"p.yaml"}) ==
          "p.yaml:3:43: firms.naver.posted_pay: 'EUR' has no exchange rate (a number; known "
          "currencies: USD, KRW)\n"
          "p.yaml:3:71: firms.naver.posted_pay: '2 KRW' is not a number (a number)");
}

TEST_CASE("a policy has a title and changes, and nothing that is unknown") {
    CHECK(complaints_about("description: x\n") ==
          "p.yaml: title: is missing (text)\n"
          "p.yaml: changes: is missing (parameters with months, or {} for none)");
    CHECK(complaints_about("titel: x\nsources: x\nchanges: [a]\n") ==
          "p.yaml: title: is missing (text)\n"
          "p.yaml:1:1: titel: unknown key (nearest: title)\n"
          "p.yaml:2:10: sources: 'x' (a list of text)\n"
          "p.yaml:3:10: changes: a list (parameters with months, or {} for none)");
}

TEST_CASE("a policy changes parameters of the scenario that can change") {
    CHECK(complaints_about_changes("  countries.KOR.public_gpu: {2024-02: 5}\n"
                                   "  countries.KRO.public_gpus: {2024-02: 5}\n"
                                   "  population.talent.exponent: {2024-02: 2}\n"
                                   "  search: {2024-02: 2}\n") ==
          "p.yaml:3:3: countries.KOR.public_gpu: unknown parameter (nearest: "
          "countries.KOR.public_gpus)\n"
          "p.yaml:4:3: countries.KRO.public_gpus: the scenario has no countries.KRO (nearest: "
          "countries.KOR)\n"
          "p.yaml:5:3: population.talent.exponent: is read only when the world is founded (a "
          "parameter that can change later)\n"
          "p.yaml:6:3: search: is a section (one of its parameters, as in search.separation_rate)");
}

TEST_CASE("changes take place in simulated months, of which burn-in is none") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    folder.write("p.yaml",
                 "title: P\nchanges:\n  search.home_share:\n"
                 "    2023-12: 0.1\n    2024-01: 0.2\n    2025-12: 0.3\n    2026-01: 0.4\n"
                 "    2024-13: 0.5\n    soon: 0.6\n");
    CHECK(folder.complaints("s.yaml", {"simulation.burn_in_months=12"}, {"p.yaml"}) ==
          "p.yaml:4:5: search.home_share: 2023-12 is outside the simulated months (2024-01 to "
          "2025-12)\n"
          "p.yaml:7:5: search.home_share: 2026-01 is outside the simulated months (2024-01 to "
          "2025-12)\n"
          "p.yaml:8:5: search.home_share: '2024-13' is not a month (a month like 2024-01)\n"
          "p.yaml:9:5: search.home_share: 'soon' is not a month (a month like 2024-01)");
}

TEST_CASE("the values of changes are checked like those of scenarios") {
    CHECK(complaints_about_changes("  search.home_share: {2024-02: 2, 2024-03: no, 2024-04: ,\n"
                                   "    2024-05: {add: lots}, 2024-06: {multiply: .nan}}\n") ==
          "p.yaml:3:32: search.home_share: 2 is out of bounds (a number in [0, 1])\n"
          "p.yaml:3:44: search.home_share: 'no' is not a number (a number in [0, 1])\n"
          "p.yaml:3:48: search.home_share: no value (a number in [0, 1])\n"
          "p.yaml:4:20: search.home_share: 'lots' is not a number (a number)\n"
          "p.yaml:4:47: search.home_share: '.nan' is not finite (a number)");
    CHECK(complaints_about_changes("  search.home_share: 0.5\n") ==
          "p.yaml:3:22: search.home_share: '0.5' (months with what holds from then on, as in "
          "2025-12: {add: 1})");
}

TEST_CASE("an operation is one of those there are, on a number") {
    CHECK(
        complaints_about_changes("  search.home_share: {2024-02: {plus: 1}, 2024-03: {}, 2024-04: "
                                 "{add: 1, multiply: 2}}\n") ==
        "p.yaml:3:32: search.home_share: 'plus' is no operation (a value, {add: x} or "
        "{multiply: x})\n"
        "p.yaml:3:52: search.home_share: a map of 0 (a value, {add: x} or {multiply: x})\n"
        "p.yaml:3:65: search.home_share: a map of 2 (a value, {add: x} or {multiply: x})");
    CHECK(complaints_about_changes("  search.same_month: {2024-02: {add: 1}}\n"
                                   "  search.draw: {2024-02: {multiply: 2}}\n") ==
          "p.yaml:3:38: search.same_month: add has no number to act on (true or false)\n"
          "p.yaml:4:37: search.draw: multiply has no number to act on (one of uniform, vacancies)");
}

TEST_CASE("mistakes of scenario, settings and policies are told together") {
    ScenarioFolder folder;
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} +
                               "search: {home_share: 2}\npolicies: [missing.yaml]\n");
    folder.write("p.yaml", "title: P\nchanges: {search.draw: {2024-02: x}}\n");
    CHECK(folder.complaints("s.yaml", {"offers.pay_floor=2"}, {"p.yaml"}) ==
          "s.yaml:9:22: search.home_share: 2 is out of bounds (a number in [0, 1])\n"
          "s.yaml:10:12: policies: missing.yaml does not exist (a file in YAML)\n"
          "p.yaml:2:34: search.draw: 'x' is unknown (one of uniform, vacancies)\n"
          "--set offers.pay_floor: 2 is out of bounds (a number in [0, 1])");
}
