#include "engine/io/text_lines.hpp"

#include <doctest/doctest.h>

using talentsim::Place;
using talentsim::TextLines;

TEST_CASE("places count characters, from wherever one asks") {
    std::string const text = "한국: a\nb";
    TextLines lines{text, Place::whole_file("f")};
    auto const place = [&](std::size_t offset) { return lines.place(offset).text(); };
    CHECK(place(0) == "f:1:1");
    CHECK(place(8) == "f:1:5");
    CHECK(place(3) == "f:1:2"); // back on the same line
    CHECK(place(10) == "f:2:1");
    CHECK(place(11) == "f:2:2"); // the end
    CHECK(place(1000) == "f:2:2");
}

TEST_CASE("text of the command line has no places of its own") {
    std::string const text = "a\nb";
    TextLines lines{text, {}};
    CHECK(lines.place(2).text() == "--set");
}

TEST_CASE("the comment of a line is found from its first scalar and kept for the others") {
    std::string const text = "a: 'x # y', b: 2  # c\nd: 3\n";
    TextLines lines{text, Place::whole_file("f")};
    CHECK(lines.comment(3, "x # y") == "c");
    CHECK(lines.comment(15, "2") == "c");
    CHECK(lines.comment(25, "3").empty());
}

TEST_CASE("tabs count as indentation only where a line begins") {
    std::string const text = "a:\tb\n \tc: d\n";
    TextLines const lines{text, Place::whole_file("f")};
    CHECK_FALSE(lines.tab_in_indentation(3).has_value());
    CHECK(lines.tab_in_indentation(8).has_value());
}
