#include "engine/io/facts_reader.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using namespace talentsim;
using talentsim::test::ScenarioFolder;

namespace {

std::vector<StylisedFact> facts_in(std::string const& text) {
    ScenarioFolder folder;
    folder.write("f.yaml", text);
    return read_facts(folder / "f.yaml");
}

std::string complaints_about(std::string const& text) {
    ScenarioFolder folder;
    folder.write("f.yaml", text);
    try {
        (void)read_facts(folder / "f.yaml");
    } catch (InputError const& error) {
        return folder.without_folder(error.what());
    }
    return "";
}

/// Ids of docs/facts.md; only those that are there to be fitted, if asked for.
std::set<std::string> documented(std::string const& use) {
    std::ifstream file{TALENTSIM_SOURCE_DIR "/docs/facts.md"};
    std::set<std::string> ids;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("| `") && line.find(use) != std::string::npos) {
            ids.insert(line.substr(3, line.find('`', 3) - 3));
        }
    }
    return ids;
}

} // namespace

TEST_CASE("a fact has a target, a range or a bound, and a tolerance") {
    auto const facts =
        facts_in("title: T\n"
                 "facts:\n"
                 "  one: {fact: a, indicator: retention.x, target: 0.5, tolerance: "
                 "0.1, why: w}\n"
                 "  two: {fact: b, indicator: pay_quantile.USA.S.50@2025, target: "
                 "[1e5, 2e5], why: w}\n"
                 "  three: {fact: c, indicator: net_flow.KOR.SA, below: 0, why: w}\n"
                 "  four: {fact: d, indicator: net_flow.KOR.SA, above: -1, below: 1, "
                 "why: w}\n"
                 "  five: {fact: e, not_measured: nobody looks}\n");
    REQUIRE(facts.size() == 5);
    CHECK(facts[0].name == "one");
    CHECK(facts[0].source == "a");
    CHECK(facts[0].indicator->quantity == Quantity::retention);
    CHECK(facts[0].low == 0.5);
    CHECK(facts[0].high == 0.5);
    CHECK(facts[0].tolerance == 0.1);
    CHECK(facts[0].why == "w");
    CHECK(facts[1].low == 1e5);
    CHECK(facts[1].high == 2e5);
    CHECK(facts[1].tolerance == 0.0);
    CHECK(std::isinf(facts[2].low));
    CHECK(facts[2].high == 0.0);
    CHECK(facts[3].low == -1.0);
    CHECK(facts[3].high == 1.0);
    CHECK(!facts[4].indicator);
    CHECK(facts[4].not_measured == "nobody looks");
}

TEST_CASE("all mistakes of a file of facts are told at once, with their place") {
    CHECK(complaints_about("title: T\n"
                           "fakts: {}\n"
                           "facts:\n"
                           "  one: {fact: a, indicator: retentoin.x, target: x, why: w}\n"
                           "  two: {indicator: retention.x, tolerance: -1, why: w}\n"
                           "  three: {fact: c, not_measured: r, target: 1}\n"
                           "  four: {fact: d, indicator: retention.x, target: [2, 1], hwy: w}\n"
                           "  five: 5\n"
                           "  six: {fact: d, indicator: retention.x, target: 1, above: 1, why: w}\n"
                           "  seven: {fact: d, indicator: retention.x, target: [1], why: w}\n") ==
          "f.yaml:2:1: fakts: unknown key (title, description or facts)\n"
          "f.yaml:4:29: facts.one.indicator: 'retentoin.x' is no indicator (one of "
          "retention.FIRM, job_to_job.COUNTRY, net_flow.COUNTRY.TIERS, "
          "pay_quantile.COUNTRY.TIER.PERCENT, headcount_share.COUNTRY.TIERS, "
          "vacancy_rate.COUNTRY, flow_ratio.FIRM.FIRM, living_abroad.COUNTRY, "
          "visa_selected_share.COUNTRY; @2025 or @2025-06 after it for some months only)\n"
          "f.yaml:4:50: facts.one.target: 'x' is not a number (a number that is finite)\n"
          "f.yaml:5:3: facts.two.fact: missing (the id of a fact of docs/facts.md)\n"
          "f.yaml:5:3: facts.two.target: missing (a number, a list of two, or above or below)\n"
          "f.yaml:5:44: facts.two.tolerance: -1 is out of bounds (a number >= 0)\n"
          "f.yaml:6:37: facts.three.target: stands beside not_measured (one or the other)\n"
          "f.yaml:7:3: facts.four.why: missing (why this indicator and this tolerance)\n"
          "f.yaml:7:51: facts.four.target: 2 exceeds 1 (a list of two, the lower one first)\n"
          "f.yaml:7:59: facts.four.hwy: unknown key (nearest: why)\n"
          "f.yaml:8:9: facts.five: '5' (keys and values, as in fact: ID)\n"
          "f.yaml:9:3: facts.six.target: stands beside above or below (one or the other)\n"
          "f.yaml:10:52: facts.seven.target: a list of 1 (a number, or a list of two)");
    CHECK(complaints_about("title: T\n") == "f.yaml: facts: missing (a map of facts by name)");
    CHECK(complaints_about("facts: [1]\n") == "f.yaml:1:8: facts: a list (a map of facts by name)");
}

TEST_CASE(
    "every figure of docs/facts.md that is there to be fitted is compared or its absence told, "
    "and no other is made up") {
    std::set<std::string> told;
    auto const known = documented("");
    for (StylisedFact const& fact :
         read_facts(TALENTSIM_SOURCE_DIR "/scenarios/facts/stylised_facts.yaml")) {
        CAPTURE(fact.name);
        CHECK(known.contains(fact.source));
        CHECK((fact.indicator.has_value() ? fact.why : fact.not_measured) != "");
        told.insert(fact.source);
    }
    auto const to_fit = documented("| fit |");
    CHECK(to_fit.size() > 20);
    for (std::string const& id : to_fit) {
        CAPTURE(id);
        CHECK(told.contains(id));
    }
}
