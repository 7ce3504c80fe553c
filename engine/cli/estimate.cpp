#include "engine/cli/estimate.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <mutex>
#include <unistd.h>

#include "engine/core/error.hpp"
#include "engine/phases/founding.hpp"
#include "engine/simulation/ensemble.hpp"

namespace talentsim {

namespace {

/// Columns of a researcher, and the lists of staff, claims and remainders made of them each month.
/// Measured on talent_war_2025 at scale 1: docs/performance.md.
constexpr double bytes_per_researcher = 200.0;

/// A tie, and a place on the roster of the employer.
constexpr double bytes_per_tie = 6.0;
constexpr double bytes_of_roster = 10.0;

/// Equity granted, and when.
constexpr double bytes_of_equity = 6.0;

/// The best terms heard of, and when.
constexpr double bytes_of_rumour = 6.0;

double bytes_for(Parameters const& parameters) {
    auto const ties = static_cast<double>(parameters.social.ties);
    return bytes_per_researcher +
           (parameters.mechanisms.ties ? ties * bytes_per_tie + bytes_of_roster : 0.0) +
           (parameters.mechanisms.contracts ? bytes_of_equity : 0.0) +
           (parameters.mechanisms.rumours ? bytes_of_rumour : 0.0);
}

/// The program, its libraries and the buffers of the writer. Measured, rounded up.
constexpr double bytes_of_program = 100e6;

/// Too many for the caches of any machine of today, so that a pilot is no faster per researcher
/// than the world it stands for.
constexpr double pilot_researchers = 250'000.0;
constexpr double pilot_seconds = 1.2;
constexpr int fewest_pilot_months = 3;

using Clock = std::chrono::steady_clock;

/// Keeps nothing of what it hears.
class NoObserver final : public Observer {
  public:
    void begin(RunDescription const& /*run*/) override {}

    void month_done(std::size_t /*replicate*/, MonthRecord const& /*record*/) override {}

    void replicate_done(std::size_t /*replicate*/, ReplicateRecord const& /*record*/) override {}

    void end() override {}
};

/// How far a run came, and when, until it has taken long enough.
class Pilot {
  public:
    /// From any thread.
    void month_done() {
        std::lock_guard const lock{mutex_};
        last_ = Clock::now();
        if (++months_ == 1) {
            first_ = last_;
        }
        stop_ = seconds(start_, last_) > pilot_seconds && months_ >= fewest_pilot_months;
    }

    [[nodiscard]] std::atomic<bool> const& stop() const noexcept { return stop_; }

    [[nodiscard]] double months() const noexcept { return static_cast<double>(months_); }

    /// All in all [s].
    [[nodiscard]] double whole() const { return seconds(start_, last_); }

    /// One month, of several worlds side by side one after another's [s].
    [[nodiscard]] double month() const {
        return months_ > 1 ? seconds(first_, last_) / (months() - 1.0) : whole();
    }

    /// Before the first month [s].
    [[nodiscard]] double founding(double side_by_side) const {
        return std::max(0.0, seconds(start_, first_) - side_by_side * month());
    }

  private:
    static double seconds(Clock::time_point from, Clock::time_point to) {
        return std::chrono::duration<double>(to - from).count();
    }

    std::mutex mutex_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point first_ = start_;
    Clock::time_point last_ = start_;
    int months_ = 0;
    std::atomic<bool> stop_{false};
};

/// Worlds that are simulated at the same time.
double worlds_at_once(Parameters const& parameters, std::size_t threads) {
    return runs_side_by_side(parameters, threads)
               ? std::min(static_cast<double>(threads),
                          static_cast<double>(parameters.simulation.replicates))
               : 1.0;
}

} // namespace

RunEstimate estimate_size(Parameters const& parameters, std::size_t threads) {
    auto const& run = parameters.simulation;
    double const researchers = expected_researchers(parameters);
    return {.researchers = researchers,
            .months = static_cast<double>(run.burn_in_months + run.months) *
                      static_cast<double>(run.replicates),
            .memory = worlds_at_once(parameters, threads) * researchers * bytes_for(parameters) +
                      bytes_of_program};
}

RunEstimate estimate_run(Scenario const& scenario, std::size_t threads) {
    RunEstimate estimate = estimate_size(scenario.parameters, threads);
    double const share = std::min(1.0, pilot_researchers / estimate.researchers);
    Parameters parameters = scenario.parameters;
    parameters.simulation.scale *= share;

    Pilot pilot;
    NoObserver observer;
    try {
        run_ensemble(
            parameters, scenario.changes, describe_run(parameters, scenario.title, false),
            {.threads = threads, .on_month = [&] { pilot.month_done(); }, .stop = &pilot.stop()},
            observer);
    } catch (Interrupted const&) { // as planned
    }
    if (share == 1.0 && pilot.months() >= estimate.months) {
        estimate.seconds = pilot.whole();
        return estimate;
    }
    double const at_once = worlds_at_once(parameters, threads);
    double const foundings =
        std::ceil(static_cast<double>(parameters.simulation.replicates) / at_once);
    estimate.seconds =
        (estimate.months * pilot.month() + foundings * pilot.founding(at_once)) / share;
    return estimate;
}

double machine_memory() {
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<double>(sysconf(_SC_PAGE_SIZE));
}

void must_fit(RunEstimate const& estimate, std::string const& scenario) {
    if (estimate.researchers < 1.0) {
        throw InputError{fmt::format("{}: simulation.scale: leaves {:.2g} researchers (at least 1)",
                                     scenario, estimate.researchers)};
    }
    if (estimate.memory > machine_memory()) {
        throw InputError{fmt::format("{}: population: {:.4g} researchers need about {:.1f} GiB of "
                                     "memory (at most the {:.1f} GiB of this machine; "
                                     "simulation.scale simulates a share of them)",
                                     scenario, estimate.researchers, estimate.memory / 0x1p30,
                                     machine_memory() / 0x1p30)};
    }
}

} // namespace talentsim
