#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/ids.hpp"

namespace talentsim {

/// The equity that came with people's contracts; 6 bytes each. Empty where the mechanism is off.
///
/// A grant is kept at its value in a boom, so that a bust cuts all of them by one number.
struct ContractTable {
    bool is_kept = false;           ///< whether contracts vest in this world
    ResearcherColumn<float> equity; ///< granted last, with what was unvested then [USD]; >= 0
    ResearcherColumn<std::int16_t> granted; ///< month of that; below 0 for founding contracts

    double vesting_months = 48.0; ///< until all of a grant has vested, in force
    double equity_level = 1.0;    ///< value of equity over that in a boom, this month [-]

    void resize(std::size_t people) {
        equity.resize(people);
        granted.resize(people);
    }

    friend bool operator==(ContractTable const&, ContractTable const&) = default;
};

} // namespace talentsim
