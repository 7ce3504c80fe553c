#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;

namespace {

std::string complaints_about(std::string const& changes,
                             std::vector<std::string> const& sets = {}) {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    folder.write("p.yaml", "title: P\nchanges:\n" + changes);
    return folder.complaints("s.yaml", sets, {"p.yaml"});
}

} // namespace

TEST_CASE("changes must not lead a parameter out of its bounds, in the order in which they act") {
    // 10 GPUs at first
    CHECK(
        complaints_about("  countries.KOR.public_gpus: {2024-03: {add: -15}, 2024-02: {add: 5}}\n")
            .empty());
    CHECK(complaints_about(
              "  countries.KOR.public_gpus: {2024-02: {add: -15}, 2024-03: {add: 5}}\n") ==
          "p.yaml:3:46: countries.KOR.public_gpus: would become -5 in 2024-02 (must be a number in "
          "[0, 1000000000])");
}

TEST_CASE("a whole number stays whole") {
    CHECK(complaints_about("  search.contacts_per_search: {2024-02: 3, 2024-03: {multiply: 2}}\n")
              .empty());
    CHECK(complaints_about(
              "  search.contacts_per_search: {2024-02: 3, 2024-03: {multiply: 0.5}}\n") ==
          "p.yaml:3:64: search.contacts_per_search: would become 1.5 in 2024-03 (must be a whole "
          "number in [1, 64], or all)");
}

TEST_CASE("a difference or a factor needs a number in force") {
    std::string const what = "cannot be changed by a difference or a factor, since the value in "
                             "force is ";
    CHECK(complaints_about("  countries.KOR.home_bias: {2024-02: {add: 1}}\n") ==
          "p.yaml:3:44: countries.KOR.home_bias: " + what + "(not set) (a number)");
    CHECK(complaints_about("  search.contacts_per_search: {2024-02: {add: 1}}\n",
                           {"search.contacts_per_search=all"}) ==
          "p.yaml:3:47: search.contacts_per_search: " + what + "all (a number)");
    CHECK(complaints_about("  countries.KOR.moving_cost_to.USA: {2024-02: {add: 1}}\n") ==
          "p.yaml:3:53: countries.KOR.moving_cost_to.USA: is not set before, so that there is "
          "nothing to change (a plain value)");
    CHECK(complaints_about("  countries.KOR.moving_cost_to.USA: {2024-02: 1, 2024-03: {add: 1}}\n")
              .empty());
}

TEST_CASE("changes must not make what several parameters get wrong together") {
    CHECK(complaints_about("  countries.KOR.study_abroad.USA: {2024-02: 0.2}\n"
                           "  countries.KOR.study_abroad.JPN: {2024-02: 0.2}\n"
                           "  search.home_share: {2024-02: 0.9}\n") ==
          "p.yaml:4:45: countries.KOR.study_abroad.JPN: from 2024-02 on, 'JPN' is not in this "
          "scenario (one of the countries KOR, USA)");
    ScenarioFolder folder;
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} +
                               "policies: [p.yaml]\nsearch: {draw: uniform}\n");
    folder.write("p.yaml", "title: P\nchanges:\n"
                           "  countries.KOR.study_abroad.USA: {2024-02: 0.6}\n"
                           "  countries.KOR.study_abroad.CHN: {2024-03: 0.6}\n"
                           "  search.home_share: {2024-03: 0.9}\n");
    CHECK(
        folder.complaints("s.yaml", {"countries={CHN: {researchers: 5}}"}) ==
        "p.yaml:4:45: countries.KOR.study_abroad: from 2024-03 on, shares sum to 1.2 (at most 1)");
}
