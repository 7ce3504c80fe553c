#include "engine/io/yaml_parser.hpp"

#include <fmt/format.h>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using talentsim::ConfigNode;
using talentsim::Mistakes;
using talentsim::Place;

namespace {

ConfigNode parse(std::string const& text) {
    Mistakes mistakes;
    auto tree = talentsim::parse_yaml(text, Place::whole_file("f"), "", mistakes);
    mistakes.throw_if_any();
    REQUIRE(tree.has_value());
    return *tree;
}

std::string complaint(std::string const& text) {
    Mistakes mistakes;
    (void)talentsim::parse_yaml(text, Place::whole_file("f"), "", mistakes);
    try {
        mistakes.throw_if_any();
    } catch (talentsim::InputError const& error) {
        return error.what();
    }
    return "";
}

std::string place_of(ConfigNode const& tree, char const* path) {
    return tree.find(path)->place.text();
}

} // namespace

TEST_CASE("every value has its place, counted in characters and not in bytes") {
    auto const tree = parse("# 한국\na: {title: 네이버, staff: 3}\nb:\n  - 1\n  - x\n");
    CHECK(place_of(tree, "a.title") == "f:2:12");
    CHECK(place_of(tree, "a.staff") == "f:2:24");
    CHECK(tree.find("a.staff")->key_place.text() == "f:2:17");
    CHECK(tree.find("b")->items[1].place.text() == "f:5:5");
}

TEST_CASE("an empty value stands where its key does") {
    auto const tree = parse("a:\n  b:\n  c: ~\n  d: null\ne: 1\n");
    for (auto const* path : {"a.b", "a.c", "a.d"}) {
        CHECK(tree.find(path)->kind == ConfigNode::Kind::nothing);
    }
    CHECK(place_of(tree, "a.b") == "f:2:3");
}

TEST_CASE("scalars stay text as it was written, and it is known whether they were quoted") {
    auto const tree = parse("a: 010\nb: no\nc: '1'\nd: \"2\"\ne: |\n  3\n");
    CHECK(tree.find("a")->text == "010");
    CHECK(tree.find("b")->text == "no");
    CHECK_FALSE(tree.find("b")->quoted);
    CHECK(tree.find("c")->text == "1");
    for (auto const* key : {"c", "d", "e"}) {
        CHECK(tree.find(key)->quoted);
    }
}

TEST_CASE("the comment at the end of a line belongs to every value on the line") {
    auto const tree = parse("a: 1  # one\n"
                            "b: {c: 2, d: 3}\t#two \r\n"
                            "e: 'x # y'  # three\n"
                            "f: it's \"so\" # four\n"
                            "g: \"say \\\"x # y\"  # five\n"
                            "h: 'it''s # x'\n"
                            "i: a#b\n"
                            "# six\n"
                            "j: 4\n");
    auto const comment = [&](char const* path) { return tree.find(path)->comment; };
    CHECK(comment("a") == "one");
    CHECK(comment("b.c") == "two");
    CHECK(comment("b.d") == "two");
    CHECK(comment("e") == "three");
    CHECK(comment("f") == "four");
    CHECK(comment("g") == "five");
    CHECK(comment("h").empty());
    CHECK(comment("i").empty());
    CHECK(comment("j").empty());
}

TEST_CASE("aliases stand for what they name") {
    auto const tree = parse("a: &x {k: 1}\nb: *x\nc: [*x, *x]\n");
    CHECK(tree.find("b.k")->text == "1");
    CHECK(tree.find("c")->items[1].find("k")->text == "1");
}

TEST_CASE("a text without values is nothing") {
    CHECK(parse("").kind == ConfigNode::Kind::nothing);
    CHECK(parse("# only this\n").kind == ConfigNode::Kind::nothing);
    CHECK(parse("---\n").kind == ConfigNode::Kind::nothing);
}

TEST_CASE("keys given twice are refused, each at its place") {
    CHECK(complaint("a: {b: 1, b: 2, b: 3}\nc: 1\nc: 2\n") ==
          "f:1:11: a.b: given twice, first at f:1:5 (each key once)\n"
          "f:1:17: a.b: given twice, first at f:1:5 (each key once)\n"
          "f:3:1: c: given twice, first at f:2:1 (each key once)");
    CHECK(complaint("- {b: 1, 'b': 2}\n") ==
          "f:1:10: b: given twice, first at f:1:4 (each key once)");
}

TEST_CASE("keys that are no words are refused") {
    CHECK(complaint("a b: 1\n'': 2\nc/d: {e: 3}\n") ==
          "f:1:1: 'a b': is no key (a word of letters, digits, _ and -)\n"
          "f:2:1: '': is no key (a word of letters, digits, _ and -)\n"
          "f:3:1: 'c/d': is no key (a word of letters, digits, _ and -)");
    CHECK(complaint(std::string(500, 'k') + ": 1") ==
          "f:1:1: '" + std::string(60, 'k') +
              "...': is no key (a word of letters, digits, _ and -)");
    CHECK(complaint("? [a, b]\n: 1\n") ==
          "f:1:3: a list or map as a key, or one that is not closed (a key is a word of letters, "
          "digits, _ and -)");
    for (std::string const null : {"~", "null"}) {
        CHECK(complaint(null + ": 1\n") ==
              "f:1:1: null: is the empty value, as ~ and nothing at all "
              "are (a word of letters, digits, _ and -)");
    }
    CHECK(complaint("!!str a: 1\n") == "f:1:1: a: the tag 'tag:yaml.org,2002:str' (no tags)");
    CHECK(complaint("a: &x b\n*x : 1\n") ==
          "f:2:1: an alias as a key (a word of letters, digits, _ and -)");
}

TEST_CASE("numbers and months are fine as keys") {
    CHECK(complaint("2025-12: 1\n3: 2\ntrue: 3\ncountries.KOR.public_gpus: 4\n").empty());
}

TEST_CASE("merge keys are refused rather than half understood") {
    CHECK(complaint("a: &x {k: 1}\nb: {<<: *x}\n") ==
          "f:2:5: b.<<: a merge key (the keys written out, or extends)");
}

TEST_CASE("tags are refused") {
    CHECK(complaint("a: !!int 3\nb: !mine {c: 1}\n") ==
          "f:1:4: a: the tag 'tag:yaml.org,2002:int' (no tags)\n"
          "f:2:4: b: the tag '!mine' (no tags)");
}

TEST_CASE("a second document is refused") {
    CHECK(complaint("a: 1\n---\nb: 2\n") ==
          "f:2:1: a second document begins (one document in a file)");
}

TEST_CASE("text that is no YAML is refused where it stops being YAML") {
    CHECK(complaint("a: 1\n  b: 2\n") ==
          "f:2:4: not YAML: illegal map value (keys and values in YAML)");
    CHECK(complaint("a: *x\n") ==
          "f:1:4: not YAML: the referenced anchor is not defined (keys and values in YAML)");
    CHECK(complaint("a:\n\tb: 2\n") == "f:2:1: a tab in the indentation (spaces)");
}

TEST_CASE("an alias of what it stands in is refused") {
    CHECK(complaint("a: &x [1, *x]\n") ==
          "f:1:11: an alias inside what it stands for (an alias of something before)");
}

TEST_CASE("nothing is nested deeper than 64 levels, not even through aliases") {
    auto const nested = [](int levels) {
        return std::string(static_cast<std::size_t>(levels), '[') +
               std::string(static_cast<std::size_t>(levels), ']');
    };
    CHECK(complaint(nested(64)).empty());
    CHECK(complaint(nested(65)) == "f:1:65: nested too deeply (at most 64 levels)");
    CHECK(complaint("- &x " + nested(40) + "\n- [[*x]]\n").empty());
    CHECK(complaint("- &x " + nested(40) + "\n- " + std::string(30, '[') + "*x" +
                    std::string(30, ']') + "\n") ==
          "f:2:33: nested too deeply (at most 64 levels)");
    std::string blocks;
    for (std::size_t level = 0; level != 1000; ++level) {
        blocks += std::string(level, ' ') + "a:\n";
    }
    CHECK(complaint(blocks) == "f:65:65: nested too deeply (at most 64 levels)");
}

TEST_CASE("brackets without end are refused at once, not after the stack has run out") {
    CHECK_FALSE(complaint(std::string(100'000, '[')).empty());
    CHECK_FALSE(complaint("a: " + std::string(100'000, '{')).empty());
    std::string keys = "a: ";
    for (int i = 0; i != 50'000; ++i) {
        keys += "{a: ";
    }
    CHECK(complaint(keys) == "f:1:256: nested too deeply (at most 64 levels)");
}

TEST_CASE("aliases that stand for billions of values are refused before they are written out") {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i != 10; ++i) {
        bomb += fmt::format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, "
                            "*a{1}, *a{1}]\n",
                            i, i - 1);
    }
    CHECK(complaint(bomb).ends_with(
        ": more than 1000000 values, aliases written out (at most that)"));
}

TEST_CASE("what the command line says has no line and no column") {
    Mistakes mistakes;
    auto const tree = talentsim::parse_yaml("{a: 1, a: 2, b c: 3}", {}, "search", mistakes);
    REQUIRE(tree.has_value());
    CHECK(tree->place.text() == "--set");
    CHECK_THROWS_WITH(mistakes.throw_if_any(),
                      "--set search.a: given twice, first at --set (each key once)\n"
                      "--set search.'b c': is no key (a word of letters, digits, _ and -)");
}
