#include "engine/io/config_tree.hpp"

#include <doctest/doctest.h>

#include "engine/io/yaml_parser.hpp"

using talentsim::ConfigNode;
using talentsim::lay_over;
using talentsim::lay_over_at;

namespace {

ConfigNode tree_of(std::string const& text, char const* file = "f") {
    talentsim::Mistakes mistakes;
    auto tree = talentsim::parse_yaml(text, talentsim::Place::whole_file(file), "", mistakes);
    REQUIRE(tree.has_value());
    return *tree;
}

} // namespace

TEST_CASE("maps are merged key by key, everything else is replaced") {
    auto tree = tree_of("a: {x: 1, y: [1, 2, 3], z: {k: 1}}\nb: 2\n");
    lay_over(tree, tree_of("a: {y: [4], z: {l: 2}}\nb: {m: 1}\nc: 3\n"));
    CHECK(yaml_text(tree) == "a:\n  x: 1\n  y: [4]\n  z:\n    k: 1\n    l: 2\n"
                             "b:\n  m: 1\nc: 3\n");
}

TEST_CASE("what is laid over keeps the place where it was written") {
    auto tree = tree_of("a: {x: 1, y: 2}\n", "below");
    lay_over(tree, tree_of("a:\n  x: 3\n", "above"));
    CHECK(tree.find("a.x")->place.text() == "above:2:6");
    CHECK(tree.find("a.x")->key_place.text() == "above:2:3");
    CHECK(tree.find("a.y")->place.text() == "below:1:14");
}

TEST_CASE("a value can be laid over at a path, with the maps on the way made as needed") {
    auto tree = tree_of("a: {x: 1}\n");
    lay_over_at(tree, "a.y.z", tree_of("{k: 1}"));
    lay_over_at(tree, "a.y.z.l", tree_of("2"));
    CHECK(yaml_text(tree) == "a:\n  x: 1\n  y:\n    z:\n      k: 1\n      l: 2\n");
}

TEST_CASE("find goes through maps only") {
    auto const tree = tree_of("a: {b: 1}\nc: [1]\n");
    CHECK(tree.find("a.b") != nullptr);
    for (auto const* path : {"", "b", "a.c", "a.b.c", "c.0", "a."}) {
        CAPTURE(path);
        CHECK(tree.find(path) == nullptr);
    }
}

TEST_CASE("a tree written as YAML reads back as the same tree") {
    std::string const text = "a:\n  b: [1, -0.5, 1e-06]\n  c: \"no\"\n  d: \"\\\"#: \\\\ 한국\"\n"
                             "e: \"\"\nf: 2024-01\ng: true\n";
    auto const tree = tree_of(text);
    CHECK(yaml_text(tree) == text);
    CHECK(yaml_text(tree_of(yaml_text(tree))) == text);
}

TEST_CASE("a key is a word of up to 100 letters, digits, _ and -") {
    CHECK(talentsim::is_key("KOR"));
    CHECK(talentsim::is_key("safe-super_intelligence2"));
    CHECK(talentsim::is_key(std::string(100, 'a')));
    CHECK_FALSE(talentsim::is_key(std::string(101, 'a')));
    for (auto const* text : {"", "a b", "a.b", "한국", "a\n"}) {
        CAPTURE(text);
        CHECK_FALSE(talentsim::is_key(text));
    }
}
