#include "engine/io/scenario_difference.hpp"

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;

TEST_CASE("two scenarios differ where their values do, however they are written") {
    ScenarioFolder folder;
    folder.write("a.yaml", ScenarioFolder::smallest);
    folder.write("b.yaml", "extends: a.yaml\ntitle: B\n"
                           "search: {home_share: 0.90, separation_rate: 4e-3}\n"
                           "countries: {KOR: {home_bias: 0.3, title: Korea}}\n"
                           "changes: {countries.KOR.public_gpus: {2024-02: {add: 5}}}\n");
    auto const a = folder.read("a.yaml").resolved;
    auto const b = folder.read("b.yaml").resolved;
    std::string rows;
    for (auto const& row : talentsim::differences(a, b)) {
        rows += row.path + " | " + row.first + " | " + row.second + "\n";
    }
    CHECK(rows == "changes.countries.KOR.public_gpus.2024-02 | (not set) | {add: 5}\n"
                  "countries.KOR.home_bias | (not set) | 0.3\n"
                  "countries.KOR.title | \"\" | \"Korea\"\n"
                  "search.home_share | 0.94 | 0.9\n");
    CHECK(talentsim::differences(a, a).empty());
}
