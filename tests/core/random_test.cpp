#include "engine/core/random.hpp"

#include <cmath>

#include <doctest/doctest.h>

using talentsim::Address;
using talentsim::Draw;
using talentsim::RandomKey;
using talentsim::World;

TEST_CASE("a random word depends on its address and on nothing else") {
    auto const word = [](World const& world, Address const& address) {
        return RandomKey{world}.words(address)[0];
    };
    World const world{.seed = 7, .replicate = 2};
    Address const here{.who = 11, .whom = 3, .month = 5, .why = Draw::search};

    CHECK(word(world, here) == word(world, here));
    CHECK(word(world, here) != word({.seed = 8, .replicate = 2}, here));
    CHECK(word(world, here) != word({.seed = 7, .replicate = 3}, here));
    CHECK(word(world, here) != word(world, {.who = 12, .whom = 3, .month = 5, .why = here.why}));
    CHECK(word(world, here) != word(world, {.who = 11, .whom = 4, .month = 5, .why = here.why}));
    CHECK(word(world, here) != word(world, {.who = 11, .whom = 3, .month = 6, .why = here.why}));
    CHECK(word(world, here) !=
          word(world, {.who = 11, .whom = 3, .month = 5, .why = Draw::firm_met}));
}

TEST_CASE("happens is never true at 0 and always true at 1") {
    CHECK_FALSE(talentsim::happens(0.0, 0));
    CHECK(talentsim::happens(1.0, 0xffffffff));
    CHECK(talentsim::happens(0.5, 0x7fffffff));
    CHECK_FALSE(talentsim::happens(0.5, 0x80000000));
}
