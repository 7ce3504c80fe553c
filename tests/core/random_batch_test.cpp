#include "engine/core/random_batch.hpp"

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace talentsim;

TEST_CASE("a batch holds the words that each would draw alone") {
    RandomKey const key{{.seed = 0x0123456789abcdef, .replicate = 5}};
    Address const shared{.whom = 0xcafe, .month = 99, .why = Draw::month};
    std::vector<std::uint64_t> who;
    for (std::uint64_t k = 0; k != WordBatch::capacity; ++k) {
        who.push_back(k * 0x9E3779B97F4A7C15); // both halves of the identity vary
    }
    // Sizes that fill the processor's registers, that do not, and none.
    for (std::size_t const n :
         {WordBatch::capacity, std::size_t{13}, std::size_t{2}, std::size_t{0}}) {
        CAPTURE(n);
        WordBatch batch;
        batch.draw(key, {who.data(), n}, shared);
        bool is_same = true;
        for (std::size_t k = 0; k != n; ++k) {
            Address alone = shared;
            alone.who = who[k];
            is_same = is_same && batch[k] == key.words(alone);
        }
        CHECK(is_same);
    }
}

TEST_CASE("pairs of one agent have the words that each would draw alone") {
    RandomKey const key{{.seed = 0x0123456789abcdef, .replicate = 5}};
    Address const first{.who = 0x9E3779B97F4A7C15, .whom = 3, .month = 99, .why = Draw::rumour};
    for (std::size_t const n : {std::size_t{16}, std::size_t{7}, std::size_t{1}, std::size_t{0}}) {
        CAPTURE(n);
        std::vector<RandomKey::Words> words(n);
        words_of_pairs(key, first, words);
        for (std::size_t k = 0; k != n; ++k) {
            Address alone = first;
            alone.whom = first.whom + static_cast<std::uint32_t>(k);
            CHECK(words[k] == key.words(alone));
        }
    }
}

TEST_CASE("an event happens to as many words as its lucky words say") {
    for (double const probability : {0.0, 1e-12, 0.004, 0.5, 1.0 / 3.0, 1.0, 2.0}) {
        CAPTURE(probability);
        std::uint64_t const lucky = lucky_words(probability);
        if (lucky > 0) {
            CHECK(happens(probability, static_cast<std::uint32_t>(lucky - 1)));
        }
        if (lucky <= 0xffffffff) {
            CHECK_FALSE(happens(probability, static_cast<std::uint32_t>(lucky)));
        }
    }
    CHECK(lucky_words(1.0) == 0x100000000);
}
