#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of the sites that firms have in other countries.

namespace talentsim {

using Keys = ParameterKeys;

std::vector<Parameter> sites_rows() {
    return {
        row(
            {.path = "mechanisms.foreign_sites",
             .meaning = "firms have sites in other countries, which share their compute and hire "
                        "whom a border keeps away",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.foreign_sites; }),
        row(
            {.path = "firms.*.parent",
             .meaning = "named firm of another country whose site this is, by its key; none: a "
                        "firm of its own, as all are unless mechanisms.foreign_sites is true",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).parent; }),
    };
}

} // namespace talentsim
