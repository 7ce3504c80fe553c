#include "engine/io/background_worker.hpp"

#include <future>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

using talentsim::BackgroundWorker;

TEST_CASE("jobs are done one after another, in the order in which they were handed over") {
    std::vector<int> done;
    {
        BackgroundWorker worker{2};
        for (int job = 0; job != 100; ++job) {
            worker.add([&done, job] { done.push_back(job); });
        }
        worker.finish();
        CHECK(done.size() == 100);
        worker.add([&done] { done.push_back(100); });
    }
    REQUIRE(done.size() == 101); // one that ends does what is waiting first
    for (int job = 0; job != 101; ++job) {
        CHECK(done[static_cast<std::size_t>(job)] == job);
    }
}

TEST_CASE("what a job throws comes out of the next call, and of those after it") {
    bool done_later = false;
    {
        std::promise<void> others_wait;
        BackgroundWorker worker{100};
        worker.add([&] {
            others_wait.get_future().wait();
            throw std::runtime_error{"the disk is full"};
        });
        worker.add([&] { done_later = true; });
        others_wait.set_value();
        CHECK_THROWS_WITH(worker.finish(), "the disk is full");
        CHECK_THROWS_WITH(worker.add([&] { done_later = true; }), "the disk is full");
        CHECK_THROWS_WITH(worker.finish(), "the disk is full");
    }
    CHECK(!done_later);
}

TEST_CASE("who hands over a job does not wait for ever behind one that failed") {
    BackgroundWorker worker{1};
    auto const hand_over_many = [&] {
        for (int job = 0; job != 1000; ++job) {
            worker.add([job] {
                if (job == 3) {
                    throw std::runtime_error{"the disk is full"};
                }
            });
        }
        worker.finish();
    };
    CHECK_THROWS_WITH(hand_over_many(), "the disk is full");
}
