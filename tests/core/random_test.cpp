#include "engine/core/random.hpp"

#include <Random123/philox.h>
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "engine/core/random_stream.hpp"

using talentsim::Address;
using talentsim::Draw;
using talentsim::RandomKey;
using talentsim::RandomStream;
using talentsim::World;

namespace {

using Philox = r123::Philox4x32_R<10>;

constexpr std::size_t draws = 100'000;

/// Mean and mean square of f(words) over many addresses.
template <class Function>
std::array<double, 2> moments(Function const& f) {
    RandomKey const key{{.seed = 1}};
    double mean = 0.0;
    double of_squares = 0.0;
    for (std::size_t i = 0; i != draws; ++i) {
        double const x = f(key.words({.who = i, .why = Draw::search}));
        mean += x / static_cast<double>(draws);
        of_squares += x * x / static_cast<double>(draws);
    }
    return {mean, of_squares};
}

} // namespace

TEST_CASE("philox reproduces the published known answers") {
    // Random123, tests/kat_vectors, "philox4x32 10"
    CHECK(Philox{}({{0, 0, 0, 0}}, {{0, 0}}) ==
          Philox::ctr_type{{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}});
    CHECK(
        Philox{}({{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}}, {{0xffffffff, 0xffffffff}}) ==
        Philox::ctr_type{{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}});
    CHECK(
        Philox{}({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}}) ==
        Philox::ctr_type{{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}});
}

TEST_CASE("an address is a counter of Philox, and the world its key") {
    // The packing fixes every number of every recorded run: it must never change.
    World const world{.seed = 0x0123456789abcdef, .replicate = 77};
    auto const mixed = Philox{}({{77, 0, 0, 0}}, {{0x89abcdef, 0x01234567}});
    auto const expected = Philox{}({{0x55667788, 0x11223344, 0xcafe, 18U << 24U | 99U << 12U | 5U}},
                                   {{mixed[0], mixed[1]}});
    auto const found = RandomKey{world}.words(
        {.who = 0x1122334455667788, .whom = 0xcafe, .month = 99, .why = Draw::search}, 5);
    for (std::size_t i = 0; i != 4; ++i) {
        CHECK(found[i] == expected[i]);
    }
}

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

TEST_CASE("neighbouring seeds and replicates share no words") {
    std::set<std::uint32_t> words;
    for (std::uint64_t seed = 0; seed != 30; ++seed) {
        for (std::uint32_t replicate = 0; replicate != 30; ++replicate) {
            words.insert(RandomKey{{.seed = seed, .replicate = replicate}}.words({})[0]);
        }
    }
    CHECK(words.size() == 900); // two of 900 words of 32 bits agree by chance once in 10,000
}

TEST_CASE("a stream is the blocks of its address, word after word") {
    RandomKey const key{{.seed = 3}};
    Address const address{.who = 5, .month = 8, .why = Draw::firm_met};
    RandomStream stream{key, address};
    for (std::uint32_t block = 0; block != 12; ++block) {
        for (std::uint32_t const word : key.words(address, block)) {
            CHECK(stream() == word);
        }
    }
    CHECK(RandomStream::min() == 0);
    CHECK(RandomStream::max() == 0xffffffff);
}

TEST_CASE("happens is never true at 0 and always true at 1") {
    CHECK_FALSE(talentsim::happens(0.0, 0));
    CHECK(talentsim::happens(1.0, 0xffffffff));
    CHECK(talentsim::happens(0.5, 0x7fffffff));
    CHECK_FALSE(talentsim::happens(0.5, 0x80000000));
}

TEST_CASE("uniform numbers lie in the open interval and fill it evenly") {
    CHECK(talentsim::uniform(0) > 0.0);
    CHECK(talentsim::uniform(0xffffffff) < 1.0);
    CHECK(talentsim::uniform(0, 0) > 0.0);
    CHECK(talentsim::uniform(0, 0) < 1e-15);
    CHECK(talentsim::uniform(0xffffffff, 0xffffffff) < 1.0);
    CHECK(talentsim::uniform(0x80000000, 0) == doctest::Approx(0.5).epsilon(1e-12));

    // Mean 1/2 with variance 1/12; mean square 1/3 with variance 1/5 - 1/9; four standard errors.
    auto const n = static_cast<double>(draws);
    for (std::size_t word = 0; word != 4; ++word) {
        auto const [mean, of_squares] =
            moments([&](auto const& words) { return talentsim::uniform(words[word]); });
        CHECK(std::abs(mean - 0.5) < 4.0 * std::sqrt(1.0 / 12.0 / n));
        CHECK(std::abs(of_squares - 1.0 / 3.0) < 4.0 * std::sqrt(4.0 / 45.0 / n));
    }
}

TEST_CASE("words of one block are independent of each other") {
    auto const [mean, unused] = moments([](auto const& words) {
        return 12.0 * (talentsim::uniform(words[0]) - 0.5) * (talentsim::uniform(words[1]) - 0.5);
    });
    CHECK(std::abs(mean) < 4.0 / std::sqrt(static_cast<double>(draws))); // variance 1
}

TEST_CASE("standard normal numbers have mean 0, variance 1 and the tails of the normal law") {
    auto const n = static_cast<double>(draws);
    auto const normal = [](auto const& words) {
        return talentsim::standard_normal(words[0], words[1]);
    };
    auto const [mean, of_squares] = moments(normal);
    CHECK(std::abs(mean) < 4.0 / std::sqrt(n));
    CHECK(std::abs(of_squares - 1.0) < 4.0 * std::sqrt(2.0 / n)); // variance of z^2 is 2
    auto const [beyond_2, unused] =
        moments([&](auto const& words) { return normal(words) > 2.0 ? 1.0 : 0.0; });
    double const p = 0.5 * std::erfc(2.0 / std::sqrt(2.0));
    CHECK(std::abs(beyond_2 - p) < 4.0 * std::sqrt(p * (1.0 - p) / n));
}

TEST_CASE("standard Gumbel numbers have Euler's mean, variance pi^2/6 and F(0) = 1/e") {
    auto const n = static_cast<double>(draws);
    auto const gumbel = [](auto const& words) { return talentsim::standard_gumbel(words[0]); };
    constexpr double euler = 0.57721566490153286;
    double const variance = std::pow(3.14159265358979324, 2.0) / 6.0;
    auto const [mean, of_squares] = moments(gumbel);
    CHECK(std::abs(mean - euler) < 4.0 * std::sqrt(variance / n));
    // Excess kurtosis 12/5: (x - mean)^2 has variance (2 + 12/5) variance^2.
    auto const [spread, unused] = moments([&](auto const& words) {
        double const x = gumbel(words) - euler;
        return x * x;
    });
    CHECK(std::abs(spread - variance) < 4.0 * variance * std::sqrt(4.4 / n));
    auto const [below, unused_too] =
        moments([&](auto const& words) { return gumbel(words) < 0.0 ? 1.0 : 0.0; });
    double const p = std::exp(-1.0);
    CHECK(std::abs(below - p) < 4.0 * std::sqrt(p * (1.0 - p) / n));
}

TEST_CASE("rounding by chance is right on average, and leaves whole numbers alone") {
    auto const [mean, unused] = moments([](auto const& words) {
        return static_cast<double>(talentsim::rounded_by_chance(2.3, words[0]));
    });
    CHECK(std::abs(mean - 2.3) < 4.0 * std::sqrt(0.21 / static_cast<double>(draws)));
    for (std::uint32_t const word : {0U, 0x80000000U, 0xffffffffU}) {
        CHECK(talentsim::rounded_by_chance(7.0, word) == 7);
        CHECK(talentsim::rounded_by_chance(0.0, word) == 0);
    }
    CHECK(talentsim::rounded_by_chance(2.3, 0) == 3);
    CHECK(talentsim::rounded_by_chance(2.3, 0xffffffff) == 2);
}
