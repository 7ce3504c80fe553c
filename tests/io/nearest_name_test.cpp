#include "engine/io/nearest_name.hpp"

#include <doctest/doctest.h>

using talentsim::nearest_name;
using talentsim::spelling_distance;

TEST_CASE("the spelling distance counts letters inserted, dropped, replaced and swapped") {
    CHECK(spelling_distance("", "") == 0);
    CHECK(spelling_distance("seed", "seed") == 0);
    CHECK(spelling_distance("seed", "seeds") == 1);
    CHECK(spelling_distance("seeds", "seed") == 1);
    CHECK(spelling_distance("seed", "sead") == 1);
    CHECK(spelling_distance("serach", "search") == 1);
    CHECK(spelling_distance("", "abc") == 3);
    CHECK(spelling_distance("kitten", "sitting") == 3); // the textbook example
    CHECK(spelling_distance("ca", "abc") == 3); // optimal string alignment; 2 if edits may overlap
}

TEST_CASE("the spelling distance is the same in both directions") {
    CHECK(spelling_distance("contact_rate", "kontact_raet") ==
          spelling_distance("kontact_raet", "contact_rate"));
}

TEST_CASE("a long name costs no more than its first 128 bytes") {
    CHECK(spelling_distance(std::string(10'000'000, 'x'), "x") == 127);
}

TEST_CASE("the nearest name is the first of those with the smallest distance") {
    CHECK(nearest_name("serach", {"offers", "search", "serve"}) == "search");
    CHECK(nearest_name("ac", {"ab", "aa"}) == "ab");
    CHECK(nearest_name("x", {}).empty());
}
