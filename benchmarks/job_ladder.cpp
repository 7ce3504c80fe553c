// How fast is the engine beside a loop written by hand for one world? See benchmarks/README.md.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/io/scenario_reader.hpp"
#include "engine/simulation/indicators.hpp"

#include "benchmarks/hand_written_ladder.hpp"

namespace {

using namespace talentsim;
using namespace talentsim::benchmark;
using Clock = std::chrono::steady_clock;

/// Both run in turns, and the fastest turn of each counts: what slows a turn down is not theirs.
constexpr int turns = 3;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// What both must agree on at the end.
struct Outcome {
    std::vector<std::int64_t> staff;
    std::int64_t moves = 0;
    std::int64_t counteroffers = 0;
    friend bool operator==(Outcome const&, Outcome const&) = default;
};

struct Turn {
    double seconds = 0.0;
    Outcome outcome;
};

Turn by_engine(Simulation world, std::int64_t months, std::size_t threads) {
    ThreadLimit const limit{threads};
    Indicators indicators{world, true};
    indicators.start_recording(world);
    Turn turn;
    auto const begin = Clock::now();
    for (std::int64_t month = 0; month != months; ++month) {
        world.step();
        indicators.observe(world);
        auto const record = indicators.record(world, static_cast<std::size_t>(month));
        turn.outcome.moves +=
            std::get<std::vector<std::int64_t>>(record.values[variable_index("moves")])[0];
        turn.outcome.counteroffers +=
            std::get<std::vector<std::int64_t>>(record.values[variable_index("counteroffers")])[0];
    }
    turn.seconds = seconds_since(begin);
    FirmTable const& firms = world.market().firms;
    turn.outcome.staff.assign(firms.staff.begin(), firms.staff.end());
    return turn;
}

Turn by_hand(Simulation const& founded, std::int64_t months, std::size_t threads) {
    HandWrittenLadder ladder{founded};
    Turn turn;
    auto const begin = Clock::now();
    for (std::int64_t month = 0; month != months; ++month) {
        auto const record = ladder.step(threads);
        turn.outcome.moves += record.moves;
        turn.outcome.counteroffers += record.counteroffers;
        turn.outcome.staff = record.staff;
    }
    turn.seconds = seconds_since(begin);
    return turn;
}

void compare(Parameters parameters, double people, std::size_t threads) {
    parameters.population.researchers = people;
    parameters.fringe.at("USA").firms = std::max(1.0, people / 1000.0);
    auto const months = parameters.simulation.months;
    ThreadLimit const limit{threads};
    auto const begin = Clock::now();
    Simulation const founded{
        parameters, {}, {.seed = static_cast<std::uint64_t>(parameters.simulation.seed)}};
    double const founding = seconds_since(begin);
    Turn engine;
    Turn hand;
    for (int turn = 0; turn != turns; ++turn) {
        auto const keep_faster = [&](Turn& best, Turn&& one) {
            if (turn == 0 || one.seconds < best.seconds) {
                best = std::move(one);
            }
        };
        keep_faster(engine, by_engine(founded, months, threads));
        keep_faster(hand, by_hand(founded, months, threads));
    }
    double const events = people * static_cast<double>(months);
    double const bytes = static_cast<double>(founded.market().researchers.bytes()) / people;
    fmt::print("{:>11.0f} {:>7} {:>14.1f} {:>14.1f} {:>14.1f} {:>8.2f} {:>10.0f} {:>12.2f}  {}\n",
               people, threads, events / engine.seconds / 1e6, events / hand.seconds / 1e6,
               1e9 * engine.seconds / events, hand.seconds / engine.seconds, bytes, founding,
               engine.outcome == hand.outcome ? "same" : "DIFFERENT");
    std::fflush(stdout);
}

std::string processor() {
    std::ifstream facts{"/proc/cpuinfo"};
    for (std::string line; std::getline(facts, line);) {
        if (line.starts_with("model name")) {
            return line.substr(line.find(':') + 2);
        }
    }
    return "unknown";
}

} // namespace

int main(int argc, char** argv) {
    auto const largest = static_cast<std::uint64_t>(argc > 2 ? std::strtod(argv[2], nullptr) : 1e7);
    std::size_t const most_threads = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 2;
    auto const parameters =
        read_scenario({.file = argc > 1 ? argv[1] : "scenarios/presets/job_ladder.yaml",
                       .sets = {},
                       .policies = {}})
            .parameters;
    fmt::print("{}, {} threads; {}\n", processor(), available_threads(), BENCHMARK_FLAGS);
    fmt::print("{:>11} {:>7} {:>14} {:>14} {:>14} {:>8} {:>10} {:>12}  {}\n", "researchers",
               "threads", "engine [M/s]", "by hand [M/s]", "engine [ns]", "ratio", "B/person",
               "founding [s]", "outcome");
    for (std::uint64_t people = 10'000; people <= largest; people *= 10) {
        for (std::size_t threads = 1; threads <= most_threads; threads *= 2) {
            compare(parameters, static_cast<double>(people), threads);
        }
    }
}
