#include "engine/io/named_lists.hpp"

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;

namespace {

std::string with_drives(std::string const& drives) {
    return std::string{ScenarioFolder::smallest} + "drives:\n" + drives;
}

} // namespace

TEST_CASE("a section of named things reads the same as a list of items with a name") {
    ScenarioFolder folder;
    folder.write("map.yaml", with_drives("  raid: {firm: naver, start: 2024-03, seats: 5}\n"));
    folder.write("list.yaml",
                 with_drives("  - {name: raid, firm: naver, start: 2024-03, seats: 5}\n"));
    CHECK(folder.read("map.yaml").resolved == folder.read("list.yaml").resolved);
    auto const drives = folder.read("list.yaml", {"drives.raid.seats=7"}).parameters.drives;
    REQUIRE(drives.contains("raid"));
    CHECK(drives.at("raid").seats == 7);
}

TEST_CASE("a list replaces what it extends, where a map is merged with it") {
    ScenarioFolder folder;
    folder.write("base.yaml", with_drives("  raid: {firm: naver, start: 2024-03}\n"));
    folder.write("map.yaml", "extends: base.yaml\n"
                             "firms: {lab: {country: USA}}\n"
                             "drives: {team: {firm: lab, start: 2024-05}}\n");
    folder.write("list.yaml", "extends: base.yaml\n"
                              "drives: [{name: team, firm: naver, start: 2024-05}]\n");
    CHECK(folder.read("map.yaml").parameters.drives.size() == 2);
    auto const drives = folder.read("list.yaml").parameters.drives;
    CHECK(drives.size() == 1);
    CHECK(drives.contains("team"));
}

TEST_CASE("what is wrong with the items of a list is told at once, where it stands") {
    ScenarioFolder folder;
    folder.write("s.yaml", with_drives("  - {name: raid, firm: naver, start: 2024-03}\n"
                                       "  - {firm: naver}\n"
                                       "  - 5\n"
                                       "  - {name: a b}\n"
                                       "  - {name: raid}\n"
                                       "  - {name: team, firms: naver}\n"));
    CHECK(folder.complaints("s.yaml") ==
          "s.yaml:11:5: drives: an item without a name (name: a word of letters, digits, _ and -)\n"
          "s.yaml:12:5: drives: '5' (a map of parameters with a name)\n"
          "s.yaml:13:12: drives.name: 'a b' (a word of letters, digits, _ and -)\n"
          "s.yaml:14:12: drives.raid: is the name of an item before it (one item of a name)\n"
          "s.yaml:15:18: drives.team.firms: unknown key (nearest: firm)");
}

TEST_CASE("countries and firms are no lists") {
    ScenarioFolder folder;
    folder.write("s.yaml", "title: Smallest\ncountries: [{name: USA}]\n");
    CHECK(folder.complaints("s.yaml").find(
              "s.yaml:2:12: countries: a list (a map of parameters)") != std::string::npos);
}
