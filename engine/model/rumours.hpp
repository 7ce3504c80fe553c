#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/core/ids.hpp"

namespace talentsim {

/// The best terms that everybody has heard of others getting; 6 bytes each. Empty where the
/// mechanism is off.
struct RumourTable {
    bool is_kept = false; ///< whether terms are talked about in this world
    /// what such terms would come to for the hearer, after tax and at the prices of the country
    /// where they were given [USD/year]; 0: nothing was heard
    ResearcherColumn<float> worth;
    ResearcherColumn<std::int16_t> heard; ///< month of that

    void resize(std::size_t people) {
        worth.resize(people);
        heard.resize(people);
    }

    void forget(ResearcherRow who) {
        worth[who] = 0.0F;
        heard[who] = 0;
    }

    friend bool operator==(RumourTable const&, RumourTable const&) = default;
};

} // namespace talentsim
