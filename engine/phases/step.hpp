#pragma once

#include "engine/core/parallel.hpp"
#include "engine/core/random.hpp"
#include "engine/core/units.hpp"

namespace talentsim {

/// When a phase runs, which random numbers it may use, and in which order it visits agents.
struct Step {
    RandomKey key;
    Month month = 0;
    Visit order = Visit::parallel;

    /// Four random words of a decision in this month.
    [[nodiscard]] RandomKey::Words words(std::uint64_t who, Draw why,
                                         std::uint32_t whom = 0) const {
        return key.words(
            {.who = who, .whom = whom, .month = static_cast<std::uint32_t>(month), .why = why});
    }
};

} // namespace talentsim
