#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of rumours about the terms that others get.

namespace talentsim {

using Keys = ParameterKeys;

std::vector<Parameter> rumours_rows() {
    return {
        row(
            {.path = "mechanisms.rumours",
             .meaning = "new terms are told to acquaintances, who ask for as much when they "
                        "bargain; secrecy damps it and costs autonomy",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.rumours; }),
        row(
            {.path = "rumours.share_probability",
             .meaning = "probability that somebody tells an acquaintance of new terms, at a firm "
                        "without secrecy",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.rumours.share_probability; }),
        row(
            {.path = "rumours.noise",
             .meaning = "standard deviation of what is heard of terms about what they are",
             .unit = "log points of pay",
             .bounds = within(0, 2),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.rumours.noise; }),
        row(
            {.path = "rumours.memory_months",
             .meaning = "months for which the best terms heard of are kept in mind",
             .unit = "month",
             .bounds = within(1, 240),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.rumours.memory_months; }),
        row(
            {.path = "rumours.leak_hazard",
             .meaning = "probability that what a firm agrees upon in a month leaks: all "
                        "acquaintances hear of it, whatever its secrecy",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.rumours.leak_hazard; }),
        row(
            {.path = "rumours.secrecy_autonomy_cost",
             .meaning = "share of a firm's autonomy that full secrecy takes",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.rumours.secrecy_autonomy_cost; }),
    };
}

} // namespace talentsim
