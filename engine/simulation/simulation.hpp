#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/core/random.hpp"
#include "engine/model/census.hpp"
#include "engine/model/dated_change.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/simulation/ledger.hpp"
#include "engine/simulation/month.hpp"

namespace talentsim {

/// One world on its way through time.
///
/// Founded on construction; every call of `step` simulates one month. Two simulations of the same
/// parameters, changes and world hold the same bits after the same number of steps, whatever the
/// order of visits and the number of threads.
class Simulation {
  public:
    /// @param parameters  checked: problems_in finds none
    /// @param changes     sorted by month
    Simulation(Parameters parameters, std::vector<DatedChange> changes, World const& world,
               Visit order = Visit::parallel);

    /// Simulate the next month.
    /// @throws RunError if a promise of the model is broken
    void step();

    /// Months simulated so far; the next one's number.
    [[nodiscard]] Month months_done() const noexcept { return month_; }

    [[nodiscard]] CalendarMonth next_month() const noexcept { return first_.plus(month_); }

    [[nodiscard]] Market const& market() const noexcept { return market_; }

    [[nodiscard]] Parameters const& parameters() const noexcept { return parameters_; }

    /// Of the last month simulated.
    [[nodiscard]] MonthFlows const& flows() const noexcept { return flows_; }

    /// At the end of the last month, or at founding.
    [[nodiscard]] Census const& census() const noexcept { return census_; }

  private:
    void apply_changes();

    Parameters parameters_;
    std::vector<DatedChange> changes_;
    std::size_t changes_made_ = 0;
    RandomKey key_;
    Visit order_;
    CalendarMonth first_; ///< calendar month of month 0
    Month month_ = 0;
    Market market_;
    Census census_;
    MonthFlows flows_;
    MonthPhases phases_;
    Ledger ledger_;
};

} // namespace talentsim
