#include "engine/core/parallel.hpp"

#include <atomic>
#include <cstdint>
#include <numeric>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

constexpr std::size_t many = 3 * grain_size + 17;

} // namespace

TEST_CASE("a loop visits every index once, in any order and for any number of threads") {
    for (std::size_t const threads : {1U, 2U, 5U}) {
        ThreadLimit const limit{threads};
        for (Visit const order : {Visit::parallel, Visit::forwards, Visit::backwards}) {
            for (std::size_t const n : {std::size_t{0}, std::size_t{1}, grain_size, many}) {
                std::vector<int> visits(n, 0);
                for_each_index(order, n, [&](std::size_t i) { ++visits[i]; });
                CHECK(visits == std::vector<int>(n, 1));
                for_each_task(order, n, [&](std::size_t i) { ++visits[i]; });
                CHECK(visits == std::vector<int>(n, 2));
            }
        }
    }
}

TEST_CASE("forwards goes up and backwards goes down") {
    std::vector<std::size_t> up(many);
    std::iota(up.begin(), up.end(), std::size_t{0});
    std::vector<std::size_t> seen;
    for_each_index(Visit::forwards, many, [&](std::size_t i) { seen.push_back(i); });
    CHECK(seen == up);
    seen.clear();
    for_each_index(Visit::backwards, many, [&](std::size_t i) { seen.push_back(i); });
    CHECK(seen == std::vector<std::size_t>(up.rbegin(), up.rend()));
}

TEST_CASE("a collected list stands in the order of indices, however they were visited") {
    // i emits i mod 3 items.
    auto const collected = [](Collector<std::uint64_t>& collector, Visit order, std::size_t n) {
        std::vector<std::uint64_t> out{99};
        collector.collect(order, n, out, [](std::size_t i, auto const& emit) {
            for (std::uint64_t k = 0; k != i % 3; ++k) {
                emit(10 * i + k);
            }
        });
        return out;
    };
    std::vector<std::uint64_t> expected;
    for (std::uint64_t i = 0; i != many; ++i) {
        for (std::uint64_t k = 0; k != i % 3; ++k) {
            expected.push_back(10 * i + k);
        }
    }
    Collector<std::uint64_t> collector; // one for all: its memory is reused
    for (Visit const order : {Visit::forwards, Visit::backwards, Visit::parallel}) {
        CHECK(collected(collector, order, many) == expected);
        CHECK(collected(collector, order, 4) == std::vector<std::uint64_t>{10, 20, 21});
        CHECK(collected(collector, order, 0).empty());
    }
}

TEST_CASE("a tally of whole numbers is the same in any order of visits") {
    for (Visit const order : {Visit::forwards, Visit::backwards, Visit::parallel}) {
        auto const sums = tally<std::vector<std::int64_t>>(
            order, many, [] { return std::vector<std::int64_t>(3, 0); },
            [](std::size_t i, auto& mine) { mine[i % 3] += static_cast<std::int64_t>(i); },
            [](auto& total, auto const& part) {
                for (std::size_t k = 0; k != 3; ++k) {
                    total[k] += part[k];
                }
            });
        std::vector<std::int64_t> expected(3, 0);
        for (std::size_t i = 0; i != many; ++i) {
            expected[i % 3] += static_cast<std::int64_t>(i);
        }
        CHECK(sums == expected);
    }
}

TEST_CASE("things made in parallel are handed on in order, and never too many at once") {
    ThreadLimit const limit{4};
    std::vector<std::size_t> consumed;
    std::atomic<int> alive = 0;
    std::atomic<int> most = 0;
    produce_in_order(
        50, 3,
        [&](std::size_t i) {
            int const now = ++alive;
            int seen = most.load();
            while (seen < now && !most.compare_exchange_weak(seen, now)) {
            }
            return i;
        },
        [&](std::size_t i) {
            --alive;
            consumed.push_back(i);
        });
    std::vector<std::size_t> expected(50);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    CHECK(consumed == expected);
    CHECK(most <= 3);
}

TEST_CASE("there is at least one thread") { CHECK(available_threads() >= 1); }
