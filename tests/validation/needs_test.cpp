#include "engine/validation/needs.hpp"

#include <doctest/doctest.h>

#include "engine/validation/presets.hpp"

using namespace talentsim;

TEST_CASE("a domain says in words what it contains") {
    CHECK(Domain::above(0.0).text() == "above 0");
    CHECK_FALSE(Domain::above(0.0).contain(0.0));
    CHECK(Domain::at_least(2.0).text() == "at least 2");
    CHECK(Domain::at_least(2.0).contain(2.0));
    CHECK(Domain::below(1.0).text() == "below 1");
    CHECK_FALSE(Domain::below(1.0).contain(1.0));
    CHECK(Domain::only(0.5).text() == "0.5");
    CHECK_FALSE(Domain::only(0.5).contain(0.25));
    CHECK(Domain{.low = 0.0, .high = 1.0, .low_included = false}.text() == "above 0 and at most 1");
}

TEST_CASE("every need that is not met is told, for every key, with what was found") {
    Parameters parameters;
    parameters.search.separation_rate = 0.0;
    parameters.search.contacts_per_search = 2;
    parameters.utility.form = UtilityForm::linear;
    parameters.firms["a"].posted_pay = 100.0;
    parameters.firms["b"] = {};
    parameters.firms["c"].posted_pay = 200.0;
    auto const problems = unmet(
        parameters,
        {{.path = "search.separation_rate", .numbers = Domain::above(0.0)},
         {.path = "search.contacts_per_search", .numbers = Domain::at_least(3.0), .words = {"all"}},
         {.path = "utility.form", .words = {"logarithmic"}},
         {.path = "firms.*.posted_pay"}});
    REQUIRE(problems.size() == 5);
    CHECK(problems[0].path == "search.separation_rate");
    CHECK(problems[0].what == "0 leaves the law without a theory (above 0)");
    CHECK(problems[1].what == "2 leaves the law without a theory (at least 3, or all)");
    CHECK(problems[2].what == "linear leaves the law without a theory (logarithmic)");
    CHECK(problems[3].path == "firms.a.posted_pay");
    CHECK(problems[4].path == "firms.c.posted_pay");
    CHECK(problems[4].what == "200 leaves the law without a theory (not set)");
}

TEST_CASE("what is met is no problem: a number, a word in place of a number, what is not set") {
    Parameters parameters;
    parameters.search.contacts_per_search = SearchParameters::all;
    parameters.firms["a"] = {};
    CHECK(unmet(parameters, {{.path = "search.separation_rate", .numbers = Domain::above(0.0)},
                             {.path = "search.contacts_per_search",
                              .numbers = Domain::at_least(3.0),
                              .words = {"all"}},
                             {.path = "population.researchers", .numbers = Domain::at_least(9.0)},
                             {.path = "firms.*.posted_pay"}})
              .empty());
}

TEST_CASE("every preset can say what it needs of any world, even an empty one") {
    for (Preset const& preset : presets()) {
        CAPTURE(preset.name);
        CHECK_NOTHROW((void)preset.problems(Parameters{}));
    }
}
