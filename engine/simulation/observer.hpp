#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/simulation/variables.hpp"

namespace talentsim {

/// What there is to know of a run before its first month.
struct RunDescription {
    Coordinates coordinates;
    double scale = 1.0;             ///< share of the world simulated
    std::size_t researchers = 0;    ///< simulated at founding, per replicate
    std::size_t burn_in_months = 0; ///< simulated before the first recorded month
    bool every_firm = false;        ///< whether MonthRecord::every_firm is filled
    std::string title;              ///< of the scenario
    /// What countries and firms are called, by code or key; one not listed goes by its key.
    std::map<std::string, std::string> titles;
};

/// One month of one replicate, as observed at its end.
struct MonthRecord {
    std::size_t time = 0;       ///< index of the month, from 0 at the start of the run
    std::vector<Values> values; ///< one per variable; empty for those observed once
    /// The variables over firms again, over coordinates.every_firm in place of coordinates.firms,
    /// at the same positions; the rest empty. Nothing at all unless asked for.
    std::vector<Values> every_firm;
};

/// What is observed once in a replicate.
struct ReplicateRecord {
    std::vector<Values> values;     ///< one per variable; empty for monthly ones
    std::vector<Values> every_firm; ///< as in MonthRecord
};

/// Hears of a run as it goes on. Calls come one at a time: begin once, then per replicate, in
/// order, its months in order and replicate_done; then end. Burn-in months are not reported.
class Observer {
  public:
    Observer() = default;
    Observer(Observer const&) = delete;
    Observer& operator=(Observer const&) = delete;
    Observer(Observer&&) = delete;
    Observer& operator=(Observer&&) = delete;
    virtual ~Observer() = default;

    virtual void begin(RunDescription const& run) = 0;
    virtual void month_done(std::size_t replicate, MonthRecord const& record) = 0;
    virtual void replicate_done(std::size_t replicate, ReplicateRecord const& record) = 0;
    virtual void end() = 0;
};

} // namespace talentsim
