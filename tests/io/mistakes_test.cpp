#include "engine/io/mistakes.hpp"

#include <memory>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using talentsim::InputError;
using talentsim::Mistakes;
using talentsim::Place;

namespace {

Place at(Place const& file, int line, int column) {
    return {.file = file.file, .line = line, .column = column};
}

} // namespace

TEST_CASE("mistakes are told file by file, from top to bottom, the command line last") {
    auto const a = Place::whole_file("a.yaml");
    auto const b = Place::whole_file("b.yaml");
    Mistakes mistakes;
    mistakes.add({}, "search.x", "three");
    mistakes.add(at(b, 2, 1), "k", "one");
    mistakes.add(at(a, 9, 5), "k", "two");
    mistakes.add(at(a, 9, 4), "", "two");
    mistakes.add(b, "k", "one");
    CHECK_THROWS_WITH_AS(mistakes.throw_if_any(),
                         "b.yaml: k: one\n"
                         "b.yaml:2:1: k: one\n"
                         "a.yaml:9:4: two\n"
                         "a.yaml:9:5: k: two\n"
                         "--set search.x: three",
                         talentsim::InputError);
}

TEST_CASE("no mistakes, no error") { CHECK_NOTHROW(Mistakes{}.throw_if_any()); }

TEST_CASE(
    "a mistake concerns what stands above and below it, and nothing that is only spelt alike") {
    Mistakes mistakes;
    mistakes.add({}, "countries.KOR", "wrong");
    CHECK(mistakes.concern("countries"));
    CHECK(mistakes.concern("countries.KOR"));
    CHECK(mistakes.concern("countries.KOR.title"));
    CHECK_FALSE(mistakes.concern("countries.KO"));
    CHECK_FALSE(mistakes.concern("countries.KORE"));
    CHECK(mistakes.spoil("countries.KOR.title"));
    CHECK_FALSE(mistakes.spoil("countries"));
}

TEST_CASE(
    "of many mistakes the first are told and the others counted, without seeking their words") {
    auto const told_of = [](int count) {
        Mistakes mistakes;
        auto sought = std::make_shared<int>(0);
        for (int line = count; line != 0; --line) {
            auto place = Place::whole_file("f");
            place.line = line;
            place.column = 1;
            mistakes.add_slow(place, "key", [sought, line] {
                ++*sought;
                return std::to_string(line);
            });
        }
        try {
            mistakes.throw_if_any();
        } catch (InputError const& error) {
            return std::pair{std::string{error.what()}, *sought};
        }
        return std::pair{std::string{}, 0};
    };
    auto const [all, sought] = told_of(100);
    CHECK(all.ends_with("f:100:1: key: 100"));
    CHECK(sought == 100);
    auto const [but_one, sought_but_one] = told_of(101);
    CHECK(but_one == all + "\nand 1 more mistake");
    CHECK(sought_but_one == 100);
    CHECK(told_of(20'000).first == all + "\nand 19900 more mistakes");
}

TEST_CASE("a path is not taken for one that only begins like it") {
    Mistakes mistakes;
    mistakes.add({}, "a-b.c", "wrong"); // sorted before a.
    mistakes.add({}, "a.b.c", "wrong");
    CHECK(mistakes.concern("a"));
    CHECK(mistakes.concern("a.b"));
    CHECK(mistakes.concern("a-b"));
    CHECK_FALSE(mistakes.concern("a.b.d"));
    CHECK_FALSE(mistakes.concern("a.b-c"));
}

TEST_CASE("the name of a file stays on one line") {
    CHECK(Place::whole_file("a\nb").text() == "a?b");
    CHECK(talentsim::printable("a\x7F\xEA\xB5\xAD") == "a?\xEA\xB5\xAD");
}

TEST_CASE("what the user wrote is shown on one line and in short") {
    CHECK(talentsim::shown("a\nb") == "'a b'");
    CHECK(talentsim::on_one_line(" a\n b\t\n") == "a  b");
    CHECK(talentsim::on_one_line("\n").empty());
    CHECK(talentsim::shown(std::string(1000, 'x')) == "'" + std::string(60, 'x') + "...'");
    // 59 letters and one of three bytes, which is not cut in two
    CHECK(talentsim::shown(std::string(59, 'x') + "\xEA\xB5\xAD") ==
          "'" + std::string(59, 'x') + "...'");
}
