#include <fmt/format.h>

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;

TEST_CASE("a scenario takes everything that it does not say from the file it extends") {
    ScenarioFolder folder;
    folder.write("base.yaml",
                 std::string{ScenarioFolder::smallest} +
                     "description: From below\nsearch: {home_share: 0.7, draw: uniform}\n");
    folder.write("sub/middle.yaml", "extends: ../base.yaml\nsearch: {home_share: 0.8}\n");
    folder.write("top.yaml",
                 "title: Top\nextends: sub/middle.yaml\n"
                 "search: {separation_rate: 0.01}\ncountries: {JPN: {researchers: 5}}\n");
    auto const scenario = folder.read("top.yaml");
    CHECK(scenario.title == "Top");
    CHECK(scenario.description == "From below");
    CHECK(scenario.parameters.search.home_share == 0.8);
    CHECK(scenario.parameters.search.draw == talentsim::ContactDraw::uniform);
    CHECK(scenario.parameters.search.separation_rate == 0.01);
    CHECK(scenario.parameters.countries.size() == 3);
}

TEST_CASE("every file that was read is kept as it was written") {
    ScenarioFolder folder;
    folder.write("base.yaml", ScenarioFolder::smallest);
    folder.write("top.yaml", "extends: base.yaml  # below\npolicies: [p.yaml]\n");
    folder.write("p.yaml", "title: P\nchanges: {}\n");
    auto const files = folder.read("top.yaml").files;
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == (folder / "top.yaml").string());
    CHECK(files[0].text == "extends: base.yaml  # below\npolicies: [p.yaml]\n");
    CHECK(files[1].text == ScenarioFolder::smallest);
    CHECK(files[2].name == (folder / "p.yaml").string());
}

TEST_CASE("mistakes are blamed on the file that makes them") {
    ScenarioFolder folder;
    folder.write("base.yaml", std::string{ScenarioFolder::smallest} + "serach: {}\n");
    folder.write("top.yaml", "extends: base.yaml\nsearch: {home_share: 2}\n");
    CHECK(folder.complaints("top.yaml") ==
          "base.yaml:9:1: serach: unknown key (nearest: search)\n"
          "top.yaml:2:22: search.home_share: 2 is out of bounds (a number in [0, 1])");
}

TEST_CASE("files that extend each other are refused with the whole circle") {
    ScenarioFolder folder;
    folder.write("a.yaml", "extends: b.yaml\n");
    folder.write("b.yaml", "extends: sub/../c.yaml\n");
    folder.write("c.yaml", "extends: ./a.yaml\n");
    folder.write("sub/unused.yaml", "");
    folder.write("self.yaml", "title: x\nextends: self.yaml\n");
    CHECK(folder.complaints("a.yaml") == "c.yaml:1:10: extends: goes in a circle: a.yaml -> b.yaml "
                                         "-> c.yaml -> a.yaml (a chain that ends)");
    CHECK(folder.complaints("self.yaml") ==
          "self.yaml:2:10: extends: goes in a circle: self.yaml -> self.yaml (a chain that ends)");
}

TEST_CASE("a chain may have 16 files and no more") {
    ScenarioFolder folder;
    folder.write("f1.yaml", ScenarioFolder::smallest);
    for (int i = 2; i <= 17; ++i) {
        folder.write(fmt::format("f{}.yaml", i), fmt::format("extends: f{}.yaml\n", i - 1));
    }
    CHECK(folder.complaints("f16.yaml").empty());
    CHECK(folder.complaints("f17.yaml") ==
          "f2.yaml:1:10: extends: makes a chain of more than 16 files (at most that)");
}

TEST_CASE("an extended file that is missing hides none of the other mistakes, and makes none up") {
    ScenarioFolder folder;
    folder.write("top.yaml", "extends: base.yaml\nsearch: {home_share: 2}\n"
                             "firms: {naver: {country: KOR}}\n");
    CHECK(folder.complaints("top.yaml", {"countries.KOR.public_gpus=x"}) ==
          "top.yaml:1:10: extends: base.yaml does not exist (a file in YAML)\n"
          "top.yaml:2:22: search.home_share: 2 is out of bounds (a number in [0, 1])\n"
          "--set countries.KOR.public_gpus: 'x' is not a number (a number in [0, 1000000000])");
}

TEST_CASE("extends names a file") {
    ScenarioFolder folder;
    folder.write("list.yaml", "extends: [a.yaml]\n");
    folder.write("empty.yaml", "extends: ''\n");
    CHECK(folder.complaints("list.yaml") == "list.yaml:1:10: extends: a list (the path of a file)");
    CHECK(folder.complaints("empty.yaml") ==
          "empty.yaml:1:10: extends: empty text (the path of a file)");
}

TEST_CASE("a file holds a map") {
    ScenarioFolder folder;
    folder.write("empty.yaml", "");
    folder.write("comment.yaml", "# nothing\n");
    folder.write("list.yaml", "- 1\n");
    folder.write("word.yaml", "hello\n");
    CHECK(folder.complaints("empty.yaml") == "empty.yaml: is empty (keys and values in YAML)");
    CHECK(folder.complaints("comment.yaml") == "comment.yaml: is empty (keys and values in YAML)");
    CHECK(folder.complaints("list.yaml") == "list.yaml:1:1: a list (keys and values in YAML)");
    CHECK(folder.complaints("word.yaml") == "word.yaml:1:1: 'hello' (keys and values in YAML)");
}
