#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;

TEST_CASE("settings hold over the scenario, and of one path the last holds") {
    ScenarioFolder folder;
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} + "search: {home_share: 0.5}\n");
    auto const scenario = folder.read(
        "s.yaml", {"search.home_share=0.6", "search.draw=uniform", "search.home_share=0.7",
                   "countries.KOR.public_gpus=10000", "firms.naver.mission=[0, 0, 1]",
                   "countries.KOR.study_abroad.USA=0.1"});
    auto const& parameters = scenario.parameters;
    CHECK(parameters.search.home_share == 0.7);
    CHECK(parameters.search.draw == talentsim::ContactDraw::uniform);
    CHECK(parameters.countries.at("KOR").public_gpus == 10'000.0);
    CHECK(parameters.firms.at("naver").mission == std::array{0.0, 0.0, 1.0});
    CHECK(parameters.countries.at("KOR").study_abroad.at("USA") == 0.1);
}

TEST_CASE("a section can be set by a map") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    auto const scenario = folder.read("s.yaml", {"search={home_share: 0.6, draw: uniform}"});
    CHECK(scenario.parameters.search.home_share == 0.6);
    CHECK(scenario.parameters.search.contact_rate_employed == 0.04);
}

TEST_CASE("settings that cannot be are refused in the words of the command line") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    auto const complaint = [&](std::string const& setting) {
        return folder.complaints("s.yaml", {setting});
    };
    CHECK(complaint("search.home_share") == "--set search.home_share: no value (PATH=VALUE)");
    CHECK(complaint("search.home_share=") ==
          "--set search.home_share: no value (a number in [0, 1])");
    CHECK(complaint("search.home_share=2") ==
          "--set search.home_share: 2 is out of bounds (a number in [0, 1])");
    CHECK(complaint("search.hmoe_share=0.5") ==
          "--set search.hmoe_share: unknown parameter (nearest: search.home_share)");
    CHECK(complaint("search.home_share.x=0.5") ==
          "--set search.home_share.x: unknown parameter (nearest: search.home_share)");
    CHECK(complaint("title=x") == "--set title: is no parameter (a key of scenario files)");
    CHECK(complaint("search=0.5") == "--set search: '0.5' for a section (one of its parameters, "
                                     "as in search.separation_rate)");
    CHECK(complaint("search={hmoe_share: 1}") ==
          "--set search.hmoe_share: unknown key (nearest: home_share)");
    CHECK(complaint("search.home_share=]") ==
          "--set search.home_share: not YAML: illegal flow end (keys and values in YAML)");
}

TEST_CASE("options of their own hold over --set, and are named in messages") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    talentsim::ScenarioRequest request{.file = folder / "s.yaml",
                                       .sets = {"simulation.months=5"},
                                       .simulation_options = {{"months", "7"}}};
    CHECK(read_scenario(request).parameters.simulation.months == 7);
    request.simulation_options = {{"months", "0"}, {"scale", "[1"}};
    CHECK_THROWS_WITH_AS((void)read_scenario(request),
                         "--scale: a list or map as a key, or one that is not closed (a key is a "
                         "word of letters, digits, _ and -)\n"
                         "--months: 0 is out of bounds (a whole number in [1, 3000])",
                         talentsim::InputError);
}

TEST_CASE("a setting that names nothing is refused") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    CHECK(folder.complaints("s.yaml", {""}) == "--set '': no value (PATH=VALUE)");
    CHECK(folder.complaints("s.yaml", {"=5"}) == "--set: '=5' names nothing (PATH=VALUE)");
}

TEST_CASE("countries and firms that a setting names must be in the scenario") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    folder.write("none.yaml", "countries: {KOR: {researchers: 5}}\nfringe: {KOR: {}}\n");
    auto const complaint = [&](std::string const& setting) {
        return folder.complaints("s.yaml", {setting});
    };
    CHECK(complaint("countries.KRO.public_gpus=5") ==
          "--set countries.KRO.public_gpus: the scenario has no countries.KRO (nearest: "
          "countries.KOR)");
    CHECK(complaint("firms.navr.staff=5") ==
          "--set firms.navr.staff: the scenario has no firms.navr (nearest: firms.naver)");
    CHECK(complaint("fringe.JPN.firms=5") ==
          "--set fringe.JPN.firms: the scenario has no fringe.JPN (nearest: fringe.USA)");
    CHECK(folder.complaints("none.yaml", {"firms.naver.staff=5"}) ==
          "--set firms.naver.staff: the scenario has no firms.naver (one of its firms)");
    CHECK(complaint("simulation.exchange_rates.KRW=1350").empty());
    CHECK(complaint("firms.*.staff=5") ==
          "--set firms.*.staff: names no country or firm (its key in place of *)");
}
