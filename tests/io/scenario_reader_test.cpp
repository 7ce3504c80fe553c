#include "engine/io/scenario_reader.hpp"

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::CalendarMonth;
using talentsim::test::ScenarioFolder;

namespace {

std::string complaints_about(std::string const& text) {
    ScenarioFolder folder;
    folder.write("s.yaml", text);
    return folder.complaints("s.yaml");
}

} // namespace

TEST_CASE("a scenario is read into parameters, with defaults for what it does not say") {
    ScenarioFolder folder;
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} +
                               "description: None\n"
                               "mechanisms: {counteroffers: false}\n"
                               "utility: {persistent_taste: {enters: productivity}}\n");
    auto const scenario = folder.read("s.yaml");
    auto const& parameters = scenario.parameters;
    CHECK(scenario.title == "Smallest");
    CHECK(scenario.description == "None");
    CHECK(scenario.warnings.empty());
    CHECK(parameters.simulation.start == CalendarMonth::of(2024, 1));
    CHECK(parameters.simulation.months == 24);
    CHECK_FALSE(parameters.mechanisms.counteroffers);
    CHECK(parameters.utility.persistent_taste.enters == talentsim::TasteChannel::productivity);
    CHECK(parameters.utility.persistent_taste.scale ==
          talentsim::Parameters{}.utility.persistent_taste.scale);
    CHECK(parameters.countries.at("KOR").researchers == 100);
    CHECK(parameters.firms.at("naver").country == "KOR");
}

TEST_CASE("a country or fringe of which nothing is said has all the defaults") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    auto const fringe = folder.read("s.yaml").parameters.fringe;
    REQUIRE(fringe.contains("USA"));
    CHECK(fringe.at("USA").firms == talentsim::FringeParameters{}.firms);
}

TEST_CASE("a scenario without a title goes by the name of its file, with a warning") {
    ScenarioFolder folder;
    folder.write("base.yaml", ScenarioFolder::smallest);
    folder.write("what_if.yaml", "countries: {KOR: {researchers: 5}}\nfringe: {KOR: {}}\n");
    auto const scenario = folder.read("what_if.yaml");
    CHECK(scenario.title == "what_if");
    REQUIRE(scenario.warnings.size() == 1);
    CHECK(folder.without_folder(scenario.warnings[0]) ==
          "what_if.yaml: title: is missing, and the name of the file is shown");
}

TEST_CASE("a country with researchers but no firm is warned of") {
    ScenarioFolder folder;
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} + "extends: base.yaml\n");
    folder.write("base.yaml", "countries:\n  JPN: {researchers: 5}\n  FRA: {researchers: 0}\n");
    auto const scenario = folder.read("s.yaml");
    REQUIRE(scenario.warnings.size() == 1);
    CHECK(folder.without_folder(scenario.warnings[0]) ==
          "base.yaml:2:3: countries.JPN: has researchers but no firm to work at (warning: firms "
          "with country: JPN, or fringe.JPN)");
}

TEST_CASE("a key that belongs elsewhere is answered with where") {
    CHECK(complaints_about(std::string{ScenarioFolder::smallest} + "tax_rate: 0.3\n") ==
          "s.yaml:9:1: tax_rate: unknown key here (nearest: countries.*.tax_rate)");
}

TEST_CASE("a country that is no map is blamed alone, not whatever names it") {
    CHECK(complaints_about("title: T\ncountries: {USA: {researchers: 9}, KOR: 57000}\n"
                           "fringe: {USA: {}, KOR: {}}\n") ==
          "s.yaml:2:41: countries.KOR: '57000' (a map of parameters)");
}

TEST_CASE("every mistake is told at once, with its place, what was found and what is accepted") {
    CHECK(complaints_about("title: Wrong\n"
                           "simulation:\n"
                           "  months: 010\n"
                           "  sede: 3\n"
                           "serach: {home_share: 0.5}\n"
                           "search:\n"
                           "  same_month: no\n"
                           "  home_share: lots\n"
                           "offers: 3\n"
                           "utility:\n"
                           "countries:\n"
                           "  USA: {researchers: .inf}\n"
                           "firms:\n"
                           "  naver: {country: KRO}\n"
                           "  kakao: {}\n"
                           "policies: nope.yaml\n") ==
          "s.yaml:3:11: simulation.months: '010' may be taken for octal (a whole number in [1, "
          "3000], without the leading 0)\n"
          "s.yaml:4:3: simulation.sede: unknown key (nearest: seed)\n"
          "s.yaml:5:1: serach: unknown key (nearest: search)\n"
          "s.yaml:7:15: search.same_month: 'no' is not read as a flag (true or false; write "
          "false)\n"
          "s.yaml:8:15: search.home_share: 'lots' is not a number (a number in [0, 1])\n"
          "s.yaml:9:9: offers: '3' (a map of parameters)\n"
          "s.yaml:10:1: utility: no value (a map of parameters)\n"
          "s.yaml:12:22: countries.USA.researchers: '.inf' is not finite (a number in [0, "
          "1000000000])\n"
          "s.yaml:14:20: firms.naver.country: 'KRO' is not in this scenario (one of the countries "
          "USA)\n"
          "s.yaml:15:3: firms.kakao.country: is missing (the key of a country)\n"
          "s.yaml:16:11: policies: 'nope.yaml' (a list of files)");
}

TEST_CASE("keys of countries and firms are words") {
    CHECK(complaints_about(std::string{ScenarioFolder::smallest} + "simulation.months: 5\n") ==
          "s.yaml:9:1: simulation.months: is a path, which --set and policies take (in a scenario "
          "one key in another: simulation: {months: ...})");
    CHECK(complaints_about("countries: {KOR: {researchers: 5}}\n"
                           "fringe: {KOR: {}}\n"
                           "firms: {a.b: {country: KOR}}\n") ==
          "s.yaml:3:9: firms.a.b: 'a.b' is no key (a word of letters, digits, _ and -)");
}

TEST_CASE("titles and lists of policies are what they should be") {
    std::string const world = "countries: {KOR: {researchers: 5}}\nfringe: {KOR: {}}\n";
    CHECK(complaints_about(world + "title: [a]\ndescription:\npolicies: [[a], '']\n") ==
          "s.yaml:3:8: title: a list (text)\n"
          "s.yaml:4:1: description: no value (text)\n"
          "s.yaml:5:12: policies: a list (the path of a file)\n"
          "s.yaml:5:17: policies: empty text (the path of a file)");
}

TEST_CASE(
    "what several parameters get wrong together is blamed on the nearest thing that is there") {
    CHECK(complaints_about("title: x\n") ==
          "s.yaml: countries: none given (at least one country)\n"
          "s.yaml: firms: none given (firms, or a fringe, in at least one country)");
    CHECK(complaints_about("countries:\n"
                           "  KOR: {researchers: 5, study_abroad: {USA: 0.1}}\n"
                           "  Kr: {}\n"
                           "fringe: {KOR: {}}\n") ==
          "s.yaml:2:45: countries.KOR.study_abroad.USA: 'USA' is not in this scenario (one of the "
          "countries KOR, Kr)\n"
          "s.yaml:3:3: countries.Kr: 'Kr' is no country code (three capitals as in ISO 3166-1: "
          "KOR)");
}

TEST_CASE("a problem of the command line's own making is blamed on the command line") {
    ScenarioFolder folder;
    folder.write("s.yaml", ScenarioFolder::smallest);
    CHECK(folder.complaints("s.yaml", {"firms.naver.country=JPN"}) ==
          "--set firms.naver.country: 'JPN' is not in this scenario (one of the countries KOR, "
          "USA)");
}

TEST_CASE("a value that cannot be read brings no complaints about what follows from it") {
    CHECK(complaints_about("countries: {KOR: {reserchers: 5}}\nfringe: {KOR: {}}\n") ==
          "s.yaml:1:19: countries.KOR.reserchers: unknown key (nearest: researchers)");
    CHECK(complaints_about("contries: {KOR: {researchers: 5}}\nfringe: {KOR: {}}\n")
              .starts_with("s.yaml:1:1: contries: unknown key (nearest: countries)\n"
                           "s.yaml:2:10: fringe.KOR: 'KOR' is not in this scenario"));
}

TEST_CASE("money is converted at the rates of the same scenario") {
    std::string const world = "countries: {KOR: {researchers: 5}}\nfringe: {KOR: {}}\n";
    ScenarioFolder folder;
    folder.write("s.yaml", world + "production: {unit_value: 2.7e8 KRW}\n"
                                   "simulation: {exchange_rates: {KRW: 1350}}\n");
    folder.write("wrong.yaml", world + "production: {unit_value: 2.7e8 KRW}\n"
                                       "simulation: {exchange_rates: {KRW: -1}}\n");
    CHECK(folder.read("s.yaml").parameters.production.unit_value == 200'000.0);
    CHECK(folder.read("s.yaml", {"simulation.exchange_rates.KRW=2700"})
              .parameters.production.unit_value == 100'000.0);
    CHECK(folder.complaints("wrong.yaml") == "wrong.yaml:4:36: simulation.exchange_rates.KRW: -1 "
                                             "is out of bounds (a number > 0)");
}

TEST_CASE("files are named as the user named them") {
    ScenarioFolder folder;
    folder.write("s.yaml", "extends: sub/../base.yaml\n");
    CHECK(folder.complaints("s.yaml") ==
          "s.yaml:1:10: extends: base.yaml does not exist (a file in YAML)");
    CHECK_THROWS_WITH((void)talentsim::read_scenario({"./no_such_file.yaml", {}, {}}),
                      "./no_such_file.yaml: does not exist (a file in YAML)");
}

TEST_CASE("the sample scenario is fine") {
    auto const scenario =
        talentsim::read_scenario({TALENTSIM_SOURCE_DIR "/scenarios/tiny.yaml", {}, {}});
    CHECK(scenario.parameters.countries.size() == 3);
    CHECK(scenario.warnings.empty());
    CHECK(scenario.sources.silent.empty());
}
