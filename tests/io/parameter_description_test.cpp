#include "engine/io/parameter_description.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/simulation/variables.hpp"

using talentsim::description_of;

TEST_CASE("a parameter is described in full, under the path that the user gave") {
    CHECK(
        description_of("countries.KOR.public_gpus") ==
        "countries.KOR.public_gpus\n"
        "  meaning  public pool of compute, shared among the firms of the country by their staff\n"
        "  unit     H100e\n"
        "  accepts  a number in [0, 1000000000]\n"
        "  default  0\n"
        "  source   docs/model.md\n"
        "  timing   a stock; a dated change delivers the difference once\n"
        "  scale    shrinks with simulation.scale; written at full scale\n");
}

TEST_CASE("a section is described by its parameters, line by line") {
    auto const text = description_of("utility.persistent_taste");
    REQUIRE(text.has_value());
    CHECK(std::count(text->begin(), text->end(), '\n') == 3);
    CHECK(text->starts_with("utility.persistent_taste.distribution  distribution of the lasting "
                            "taste of a researcher for a firm (one of none, normal, uniform, "
                            "exponential; default: normal; source: docs/model.md)\n"));
}

TEST_CASE("a variable of the output is described with its dimensions") {
    CHECK(description_of("flow") == "flow\n"
                                    "  meaning     researchers who changed country in the month\n"
                                    "  unit        persons\n"
                                    "  dimensions  replicate, time, origin, destination, tier\n"
                                    "  type        int64\n");
}

TEST_CASE("without a path, every parameter and every variable has its line") {
    auto const text = description_of("");
    REQUIRE(text.has_value());
    CHECK(static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n')) ==
          talentsim::parameter_table().size() + talentsim::variables().size());
}

TEST_CASE("what there is not is not described, but the nearest thing is known") {
    CHECK_FALSE(description_of("search.hmoe_share").has_value());
    CHECK(talentsim::nearest_description("search.hmoe_share") == "search.home_share");
    CHECK(talentsim::nearest_description("headcoun") == "headcount");
    CHECK(talentsim::nearest_description("serach") == "search");
    CHECK(talentsim::nearest_description("tax_rate") == "countries.*.tax_rate");
    CHECK(talentsim::nearest_description("tax_rat") == "countries.*.tax_rate");
}

TEST_CASE("a parameter without a value of its own has no default") {
    for (auto const& parameter : talentsim::parameter_table()) {
        auto const& path = parameter.info.path;
        if (path == "population.researchers" || path == "countries.*.origins.*" ||
            path == "firms.*.country") {
            CHECK_FALSE(talentsim::has_default(parameter.info));
        }
        if (path == "search.home_share" || path == "simulation.start") {
            CHECK(talentsim::has_default(parameter.info));
        }
    }
}
