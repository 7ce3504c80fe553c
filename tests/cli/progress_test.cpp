#include "engine/cli/progress.hpp"

#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/simulation/fake_run.hpp"

using namespace talentsim;

namespace {

/// A run of 12 months of burn-in and 12 to record, whose time a test sets.
struct Watched {
    double time = 100.0;
    std::string shown;
    RunDescription run = test::fake_run(1, 12);
    Progress progress;

    Watched(ProgressMode mode, ProgressPlace place)
        : progress{mode, place, [this](std::string_view text) { shown += text; },
                   [this] { return time; }} {}

    /// What a number of months adds, each of which takes so long.
    std::string after(std::size_t months, double seconds) {
        shown.clear();
        for (std::size_t month = 0; month != months; ++month) {
            time += seconds;
            progress.month_done();
        }
        return shown;
    }
};

} // namespace

TEST_CASE("a terminal has one line that is written over, and cleared at the end") {
    Watched watched{ProgressMode::automatic, ProgressPlace::terminal};
    watched.progress.begin(watched.run);
    CHECK(watched.shown == "\r\x1b[K2023-11, month 0 of 24, 0%");
    CHECK(watched.after(1, 2.0) == "\r\x1b[K2023-11, month 1 of 24, 4%, 500 researcher-months a "
                                   "second, 46 s left");
    CHECK(watched.after(1, 0.01).empty()); // too soon for another one
    watched.after(11, 2.0);
    CHECK(watched.shown.find("\r\x1b[K2024-11, month 13 of 24, 54%, ") != std::string::npos);
    watched.shown.clear();
    watched.progress.end();
    CHECK(watched.shown == "\r\x1b[K");
}

TEST_CASE("a log gets a line a minute, and none of a short run") {
    Watched watched{ProgressMode::automatic, ProgressPlace::log};
    watched.progress.begin(watched.run);
    CHECK(watched.after(5, 11.0).empty());
    CHECK(watched.after(1, 11.0) ==
          "2024-04, month 6 of 24, 25%, 90.9 researcher-months a second, 3 min left\n");
    CHECK(watched.after(5, 11.0).empty());
    watched.progress.end();
    CHECK(watched.shown.empty());
}

TEST_CASE("always shows the start and the end in a log, too") {
    Watched watched{ProgressMode::always, ProgressPlace::log};
    watched.progress.begin(watched.run);
    CHECK(watched.shown == "2023-11, month 0 of 24, 0%\n");
    CHECK(watched.after(24, 0.25).empty());
    watched.progress.end();
    CHECK(watched.shown ==
          "2025-10, month 24 of 24, 100%, 4k researcher-months a second, 0 s left\n");
}

TEST_CASE("never shows nothing") {
    Watched watched{ProgressMode::never, ProgressPlace::terminal};
    watched.progress.begin(watched.run);
    watched.after(24, 100.0);
    watched.progress.end();
    CHECK(watched.shown.empty());
}

TEST_CASE("the speed follows a change without jumping") {
    Watched watched{ProgressMode::automatic, ProgressPlace::terminal};
    watched.run.burn_in_months = 1000;
    watched.progress.begin(watched.run);
    watched.after(20, 1.0); // 1,000 researcher-months a second
    watched.after(1, 10.0); // a slow one: 100
    // speed 1000 - (1 - exp(-10/15)) (1000 - 100) = 562
    CHECK(watched.shown.find(", 562 researcher-months a second") != std::string::npos);
    watched.after(20, 10.0);
    CHECK(watched.shown.ends_with(" 100 researcher-months a second, 2 h 42 min left"));
}

TEST_CASE("months of several replicates are counted from any thread") {
    Watched watched{ProgressMode::always, ProgressPlace::log};
    watched.run = test::fake_run(50, 12);
    watched.progress.begin(watched.run);
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread != 4; ++thread) {
            threads.emplace_back([&] {
                for (int month = 0; month != 300; ++month) {
                    watched.progress.month_done();
                }
            });
        }
    }
    watched.shown.clear();
    watched.progress.end();
    CHECK(watched.shown == "month 1200 of 1200 in 50 replicates, 100%\n");
}

TEST_CASE("waiting times are told in the units of waiting") {
    CHECK(duration_text(0.4) == "0 s");
    CHECK(duration_text(99.0) == "99 s");
    CHECK(duration_text(100.0) == "2 min");
    CHECK(duration_text(5900.0) == "98 min");
    CHECK(duration_text(7500.0) == "2 h 05 min");
}
