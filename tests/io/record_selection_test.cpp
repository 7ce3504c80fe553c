#include "engine/io/record_selection.hpp"

#include <string>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using talentsim::RecordSelection;
using talentsim::variable_index;
using talentsim::variables;

namespace {

std::size_t recorded(RecordSelection const& selection) {
    std::size_t count = 0;
    for (std::size_t v = 0; v != variables().size(); ++v) {
        count += selection.contains(v) ? 1U : 0U;
    }
    return count;
}

} // namespace

TEST_CASE("standard records every variable, all does so for every single firm, none nothing") {
    auto const standard = RecordSelection::parse("standard");
    CHECK(recorded(standard) == variables().size());
    CHECK(!standard.every_firm());
    CHECK(!standard.is_nothing());

    auto const all = RecordSelection::parse("all");
    CHECK(recorded(all) == variables().size());
    CHECK(all.every_firm());

    CHECK(RecordSelection::parse("none").is_nothing());
}

TEST_CASE("a list records what it names") {
    auto const some = RecordSelection::parse("headcount,pay_mean");
    CHECK(recorded(some) == 2);
    CHECK(some.contains(variable_index("headcount")));
    CHECK(some.contains(variable_index("pay_mean")));
    CHECK(some.text() == "headcount,pay_mean");
}

TEST_CASE("blanks around the names of a list mean nothing") {
    auto const some = RecordSelection::parse(" headcount, pay_mean ");
    CHECK(recorded(some) == 2);
    CHECK(RecordSelection::parse(" none").is_nothing());
}

TEST_CASE("firms in a list adds the variables over firms, every single one; alone it is all") {
    auto const some = RecordSelection::parse("headcount,firms");
    CHECK(some.every_firm());
    CHECK(some.contains(variable_index("headcount")));
    CHECK(some.contains(variable_index("firm_staff")));
    CHECK(!some.contains(variable_index("firm_moves"))); // from firm to firm: never every one
    CHECK(!some.contains(variable_index("pay_mean")));

    CHECK(recorded(RecordSelection::parse("firms")) == variables().size());
    CHECK(RecordSelection::parse("firms").every_firm());
}

TEST_CASE("names of no variable are refused, each of them, with what is accepted") {
    try {
        (void)RecordSelection::parse("headcount,pay,,firms");
        FAIL("accepted");
    } catch (talentsim::InputError const& error) {
        std::string const message = error.what();
        CHECK(message.starts_with("--record: 'pay' is no variable, nearest is pay_mean; a name is "
                                  "missing (none, standard, all, or a list "
                                  "separated by commas of standard, firms, headcount, employed, "));
    }
    try {
        (void)RecordSelection::parse("none,headcount");
        FAIL("accepted");
    } catch (talentsim::InputError const& error) {
        CHECK(std::string{error.what()}.starts_with("--record: 'none' stands alone (none, "));
    }
    CHECK_THROWS_AS((void)RecordSelection::parse(""), talentsim::InputError);
}
