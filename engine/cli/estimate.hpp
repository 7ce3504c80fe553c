#pragma once

#include <cstdint>
#include <string>

#include "engine/io/scenario_reader.hpp"

namespace talentsim {

/// What a run will take, before it is started.
struct RunEstimate {
    double researchers = 0.0; ///< simulated, per replicate
    double months = 0.0;      ///< simulated, burn-in and replicates included
    double memory = 0.0;      ///< [bytes]
    double seconds = 0.0;     ///< 0 unless measured
};

/// Size and memory of a run, without running anything.
///
/// @param threads  that the run may use
[[nodiscard]] RunEstimate estimate_size(Parameters const& parameters, std::size_t threads);

/// The same with the time, from a pilot: the first months of the scenario itself, or of a share of
/// it that no cache holds, on as many threads. It takes a second or two.
[[nodiscard]] RunEstimate estimate_run(Scenario const& scenario, std::size_t threads);

/// Memory of this machine [bytes].
[[nodiscard]] double machine_memory();

/// @param scenario  the file, to be named in messages
/// @throws InputError if nobody is simulated, or the machine cannot hold the run
void must_fit(RunEstimate const& estimate, std::string const& scenario);

} // namespace talentsim
