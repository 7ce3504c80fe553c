#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/dated_change.hpp"
#include "engine/model/parameters.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// A run that was asked to stop before its end. What was done has been reported to the observer.
class Interrupted : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// How to run, as opposed to what: none of it changes a bit of the results.
struct RunOptions {
    std::size_t threads = 1;
    Visit visit = Visit::parallel;
    /// Called after every month of every replicate, burn-in included, from any thread.
    std::function<void()> on_month = [] {};
    std::atomic<bool> const* stop = nullptr; ///< set to end the run after the month in hand
};

/// What there is to know of a run before it begins.
///
/// @param every_firm  whether records are to be kept of each unnamed firm, too
[[nodiscard]] RunDescription describe_run(Parameters const& parameters, std::string title,
                                          bool every_firm);

/// Whether the replicates of a scenario are simulated at the same time, one thread each.
[[nodiscard]] bool runs_side_by_side(Parameters const& parameters, std::size_t threads);

/// Simulate every replicate of a scenario and report to the observer, in order.
///
/// Small worlds are simulated side by side, one thread each, since a month of theirs is too little
/// work to share; at most `threads` trajectories are held at a time. Large ones follow one another,
/// each on all threads, and report every month as it ends.
///
/// @param parameters  checked: problems_in finds none
/// @param changes     sorted by month
/// @param run         as described by describe_run
/// @throws RunError if a promise of the model is broken; Interrupted
void run_ensemble(Parameters const& parameters, std::vector<DatedChange> const& changes,
                  RunDescription const& run, RunOptions const& options, Observer& observer);

} // namespace talentsim
