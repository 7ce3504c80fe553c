#include "engine/io/figure_sources.hpp"

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;
using Paths = std::vector<std::string>;

TEST_CASE("figures cite a source, are said to be assumed, or say nothing") {
    ScenarioFolder folder;
    folder.write("s.yaml", "title: Figures\n"
                           "simulation: {months: 24, seed: 5}\n"
                           "countries:\n"
                           "  KOR:\n"
                           "    title: Korea\n"
                           "    researchers: 57000   # ai_staff_2024\n"
                           "    public_gpus: 10\n"
                           "fringe: {KOR: {firms: 5, gpus_per_head: 0.1}}  # assumed, by size\n"
                           "firms:\n"
                           "  naver:\n"
                           "    country: KOR\n"
                           "    kind: lab\n"
                           "    mission: [0, 0, 1]  # assumed\n"
                           "search: {home_share: 0.5}  # korea_abroad\n");
    folder.write("p.yaml", "title: P\nchanges:\n"
                           "  countries.KOR.public_gpus: {2024-03: {add: 5}}  # korea_gpus\n");
    auto const sources = folder.read("s.yaml", {"search.home_share=0.6"}, {"p.yaml"}).sources;
    CHECK(sources.cited == Paths{"countries.KOR.researchers", "countries.KOR.public_gpus@2024-03"});
    CHECK(sources.assumed ==
          Paths{"fringe.KOR.firms", "fringe.KOR.gpus_per_head", "firms.naver.mission"});
    CHECK(sources.silent == Paths{"countries.KOR.public_gpus"});
}
