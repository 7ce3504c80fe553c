#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/second_engine/dice.hpp"
#include "tests/simulation/dated.hpp"

namespace talentsim::test {

/// Adds dated changes of a world, each in a month that is drawn after its value.
class RandomChange {
  public:
    RandomChange(Parameters const& world, Dice& dice, int months, std::vector<DatedChange>& changes)
        : world_{world}, dice_{dice}, months_{months}, changes_{changes} {}

    void operator()(std::string const& path, std::vector<std::string> keys,
                    ParameterValue value) const {
        CalendarMonth const month = world_.simulation.start.plus(dice_.whole(0, months_ - 1));
        changes_.push_back(change_in(month, path, std::move(keys), std::move(value)));
    }

  private:
    Parameters const& world_;
    Dice& dice_;
    int months_;
    std::vector<DatedChange>& changes_;
};

} // namespace talentsim::test
