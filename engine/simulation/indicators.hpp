#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "engine/simulation/observer.hpp"
#include "engine/simulation/people_counts.hpp"
#include "engine/simulation/simulation.hpp"

namespace talentsim {

/// Which row of the output every firm counts in: its own if named, its country's fringe if not.
struct FirmGroups {
    FirmColumn<std::size_t> of;
    std::vector<std::string> names;

    explicit FirmGroups(Market const& market);
};

/// The coordinates of runs of this world.
[[nodiscard]] Coordinates coordinates_of(Parameters const& parameters, Market const& market);

/// Turns the state of a simulation into records. Must see every month, burn-in included, since some
/// indicators look back.
class Indicators {
  public:
    Indicators(Simulation const& simulation, bool every_firm);

    /// Take note of the month just simulated.
    void observe(Simulation const& simulation);

    /// Take note of the state at the start of the recorded months.
    void start_recording(Simulation const& simulation);

    /// The month last observed, as record number `time`.
    [[nodiscard]] MonthRecord record(Simulation const& simulation, std::size_t time) const;

    /// What is observed once; complete after the last month.
    [[nodiscard]] ReplicateRecord replicate_record(Simulation const& simulation) const;

  private:
    using PerFirm = FirmColumn<std::int64_t>;

    FirmGroups groups_;
    bool every_firm_;
    PeopleCounts people_;
    std::deque<PerFirm> staff_history_;                       ///< month ends, the latest last
    std::deque<std::vector<std::int64_t>> headcount_history_; ///< by country; month ends
    std::deque<std::vector<std::int64_t>> net_flow_history_;  ///< by country; months
    std::vector<std::int64_t> firm_moves_;                    ///< (from, to) by group
    bool is_recording_ = false;
    FirmColumn<double> start_productivity_;
    FirmColumn<double> start_weight_; ///< simulated staff at start
};

} // namespace talentsim
