#include "engine/simulation/simulation.hpp"

#include <utility>

#include "engine/phases/census.hpp"
#include "engine/phases/founding.hpp"
#include "engine/phases/terms.hpp"

namespace talentsim {

Simulation::Simulation(Parameters parameters, std::vector<DatedChange> changes, World const& world,
                       Visit order)
    : parameters_{std::move(parameters)},
      changes_{std::move(changes)},
      key_{world},
      order_{order},
      first_{parameters_.simulation.in_calendar(0)},
      market_{found_market(parameters_, key_, order)},
      census_{take_census(market_, order)},
      flows_{market_.countries.size()},
      phases_{market_},
      ledger_{first_, order} {}

void Simulation::apply_changes() {
    bool any = false;
    while (changes_made_ != changes_.size() && changes_[changes_made_].month <= next_month()) {
        apply(changes_[changes_made_++], parameters_);
        any = true;
    }
    if (any) {
        take_up_terms(market_, parameters_);
    }
}

void Simulation::step() {
    apply_changes();
    phases_.run(market_, parameters_, {.key = key_, .month = month_, .order = order_}, census_,
                flows_, ledger_);
    ++month_;
}

} // namespace talentsim
