#include "engine/io/parameter_tree.hpp"

#include <doctest/doctest.h>

using talentsim::find_parameter;
using talentsim::nearest_parameter;

TEST_CASE("every parameter of the table is found at its path") {
    for (auto const& parameter : talentsim::parameter_table()) {
        CAPTURE(parameter.info.path);
        auto const found = find_parameter(parameter.info.path);
        REQUIRE(found.has_value());
        CHECK(found->branch->parameter == &parameter);
    }
}

TEST_CASE("a path tells what stands for each star") {
    auto const found = find_parameter("countries.KOR.study_abroad.USA");
    REQUIRE(found.has_value());
    CHECK(found->branch->parameter->info.path == "countries.*.study_abroad.*");
    CHECK(found->keys == std::vector<std::string>{"KOR", "USA"});
    CHECK(found->entries ==
          std::vector<std::string>{"countries.KOR", "countries.KOR.study_abroad.USA"});
}

TEST_CASE("a path may lead to a section") {
    auto const found = find_parameter("utility.persistent_taste");
    REQUIRE(found.has_value());
    CHECK(found->branch->parameter == nullptr);
}

TEST_CASE("paths that lead nowhere are not found") {
    for (auto const* path : {"", "search.", ".search", "serach", "search.x", "search.draw.x",
                             "countries.K R.title", "countries..title"}) {
        CAPTURE(path);
        CHECK_FALSE(find_parameter(path).has_value());
    }
}

TEST_CASE("the nearest parameter has the user's keys, and the same last key where there is one") {
    CHECK(nearest_parameter("search.hmoe_share") == "search.home_share");
    CHECK(nearest_parameter("countries.KOR.public_gpu") == "countries.KOR.public_gpus");
    CHECK(nearest_parameter("firms.naver.talentexponent") == "firms.naver.talent_exponent");
    CHECK(nearest_parameter("home_share") == "search.home_share");
    CHECK(nearest_parameter("tax_rate") == "countries.*.tax_rate");
    CHECK(nearest_parameter("tax_rat") == "countries.*.tax_rate");
    CHECK(nearest_parameter("serach.draw") == "search.draw");
}
