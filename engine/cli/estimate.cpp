#include "engine/cli/estimate.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <unistd.h>

#include "engine/core/error.hpp"
#include "engine/phases/founding.hpp"
#include "engine/simulation/ensemble.hpp"
#include "engine/simulation/simulation.hpp"

namespace talentsim {

namespace {

/// Columns of a researcher, and the lists of staff, claims and remainders made of them each month.
/// Measured on talent_war_2025 at scale 1: docs/performance.md.
constexpr double bytes_per_researcher = 160.0;

/// The program, its libraries and the buffers of the writer. Measured, rounded up.
constexpr double bytes_of_program = 100e6;

constexpr double pilot_researchers = 20'000.0;
constexpr Month pilot_months = 12;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

Estimate estimate_size(Parameters const& parameters, std::size_t threads) {
    auto const& run = parameters.simulation;
    double const researchers = expected_researchers(parameters);
    bool const side_by_side = runs_side_by_side(parameters, threads);
    double const worlds =
        side_by_side ? std::min(static_cast<double>(threads), static_cast<double>(run.replicates))
                     : 1.0;
    return {.researchers = researchers,
            .months = static_cast<double>(run.burn_in_months + run.months) *
                      static_cast<double>(run.replicates),
            .memory = worlds * researchers * bytes_per_researcher + bytes_of_program};
}

Estimate estimate_run(Scenario const& scenario, std::size_t threads) {
    Estimate estimate = estimate_size(scenario.parameters, threads);
    Parameters pilot = scenario.parameters;
    pilot.simulation.scale *= std::min(1.0, pilot_researchers / estimate.researchers);

    ThreadLimit const limit{1};
    Simulation simulation{pilot, scenario.changes, {.seed = 1}, Visit::forwards};
    auto const start = std::chrono::steady_clock::now();
    for (Month month = 0; month != pilot_months; ++month) {
        simulation.step();
    }
    double const researcher_months =
        static_cast<double>(pilot_months) * expected_researchers(pilot);
    estimate.seconds = seconds_since(start) / researcher_months * estimate.researchers *
                       estimate.months / static_cast<double>(threads);
    return estimate;
}

double machine_memory() {
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<double>(sysconf(_SC_PAGE_SIZE));
}

void must_fit(Estimate const& estimate) {
    if (estimate.researchers < 1.0) {
        throw InputError{fmt::format("population: {} researchers are simulated (at least 1; "
                                     "simulation.scale simulates a share of the world)",
                                     estimate.researchers)};
    }
    if (estimate.memory > machine_memory()) {
        throw InputError{fmt::format("population: {:.0f} researchers need about {:.1f} GiB of "
                                     "memory (at most the {:.1f} GiB "
                                     "of this machine; simulation.scale simulates a share of them)",
                                     estimate.researchers, estimate.memory / 0x1p30,
                                     machine_memory() / 0x1p30)};
    }
}

} // namespace talentsim
