#include "engine/simulation/ensemble.hpp"

#include <atomic>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/phases/small_world.hpp"
#include "tests/simulation/dated.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Everything reported, call by call, as words that compare bit for bit.
class Transcript : public Observer {
  public:
    void begin(RunDescription const& run) override {
        calls.push_back("begin " + run.title);
        every_firm_ = run.every_firm;
    }

    void month_done(std::size_t replicate, MonthRecord const& record) override {
        calls.push_back("month " + std::to_string(replicate) + "/" + std::to_string(record.time));
        take_down(record.values);
        take_down(record.every_firm);
        CHECK(record.every_firm.empty() != every_firm_);
    }

    void replicate_done(std::size_t replicate, ReplicateRecord const& record) override {
        calls.push_back("replicate " + std::to_string(replicate));
        take_down(record.values);
        take_down(record.every_firm);
    }

    void end() override { calls.emplace_back("end"); }

    std::vector<std::string> calls;
    std::vector<std::uint64_t> words;

  private:
    void take_down(std::vector<Values> const& values) {
        for (Values const& value : values) {
            std::visit(
                [this](auto const& cells) {
                    words.push_back(cells.size());
                    for (auto const cell : cells) {
                        words.push_back(std::bit_cast<std::uint64_t>(cell));
                    }
                },
                value);
        }
    }

    bool every_firm_ = false;
};

Parameters four_small_worlds() {
    auto p = small_world(3'000.0);
    p.simulation.months = 5;
    p.simulation.burn_in_months = 2;
    p.simulation.replicates = 4;
    return p;
}

void run(RunOptions const& options, Observer& observer, bool every_firm = false) {
    auto const p = four_small_worlds();
    run_ensemble(p, {change_in(CalendarMonth::of(2024, 3), "firms.*.gpus", {"acme"}, 5e3)},
                 describe_run(p, "four worlds", every_firm), options, observer);
}

Transcript const& one_by_one() {
    static Transcript transcript;
    if (transcript.calls.empty()) {
        run({.threads = 1, .visit = Visit::forwards}, transcript);
    }
    return transcript;
}

} // namespace

TEST_CASE("worlds side by side report what worlds one by one do, record by record") {
    for (std::size_t const threads : {2U, 3U, 8U}) {
        CAPTURE(threads);
        Transcript side_by_side;
        run({.threads = threads}, side_by_side);
        CHECK(side_by_side.calls == one_by_one().calls);
        CHECK(side_by_side.words == one_by_one().words);
    }
}

TEST_CASE("the order of visits shows in no record") {
    for (Visit const visit : {Visit::backwards, Visit::parallel}) {
        Transcript other;
        run({.threads = 1, .visit = visit}, other);
        CHECK(other.words == one_by_one().words);
    }
}

TEST_CASE("an observer hears of replicates and their months in order, and not of burn-in") {
    std::vector<std::string> expected{"begin four worlds"};
    for (char const replicate : {'0', '1', '2', '3'}) {
        for (char const month : {'0', '1', '2', '3', '4'}) {
            expected.push_back(std::string{"month "} + replicate + "/" + month);
        }
        expected.push_back(std::string{"replicate "} + replicate);
    }
    expected.emplace_back("end");
    CHECK(one_by_one().calls == expected);
}

TEST_CASE("records of every firm come besides the others, and on request") {
    Transcript with;
    run({}, with, true);
    CHECK(with.calls == one_by_one().calls);
    CHECK(with.words.size() > one_by_one().words.size());
}

TEST_CASE("a run is described before it begins") {
    auto p = four_small_worlds();
    p.simulation.scale = 0.5;
    p.countries["KOR"].title = "Korea";
    p.firms["brain"].title = "Brain Ltd";
    auto const description = describe_run(p, "half worlds", true);
    CHECK(description.title == "half worlds");
    CHECK(description.scale == 0.5);
    CHECK(description.researchers == 1'500);
    CHECK(description.burn_in_months == 2);
    CHECK(description.every_firm);
    CHECK(description.coordinates.months == 5);
    CHECK(description.coordinates.replicates == 4);
    CHECK(description.coordinates.countries == std::vector<std::string>{"IND", "KOR", "USA"});
    CHECK(description.coordinates.firms == std::vector<std::string>{"acme", "brain", "chaebol",
                                                                    "IND-fringe", "KOR-fringe",
                                                                    "USA-fringe"});
    CHECK(description.coordinates.every_firm.size() == 3 + 5 + 4 + 10);
    CHECK(description.titles ==
          std::map<std::string, std::string>{{"KOR", "Korea"}, {"brain", "Brain Ltd"}});
}

TEST_CASE("every month of every replicate is reported as progress, burn-in included") {
    std::atomic<int> months = 0;
    Transcript transcript;
    run({.threads = 2, .on_month = [&] { ++months; }}, transcript);
    CHECK(months == 4 * 7);
}

TEST_CASE("a run that is told to stop does, after the month in hand") {
    for (std::size_t const threads : {1U, 2U}) {
        CAPTURE(threads);
        std::atomic<bool> stop = false;
        std::atomic<int> months = 0;
        RunOptions options{.threads = threads, .stop = &stop};
        options.on_month = [&] { stop = ++months >= 4; };
        Transcript transcript;
        CHECK_THROWS_AS(run(options, transcript), Interrupted);
        CHECK(months < 4 + static_cast<int>(threads));
        CHECK(transcript.calls.back() != "end");
    }
}
