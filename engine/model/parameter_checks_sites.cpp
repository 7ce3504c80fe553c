#include "engine/model/parameter_checks_sites.hpp"

#include <fmt/format.h>

#include "engine/model/known_keys.hpp"

namespace talentsim {

void check_sites(Parameters const& parameters, std::vector<ParameterProblem>& problems) {
    for (auto const& [key, site] : parameters.firms) {
        if (site.parent.empty()) {
            continue;
        }
        std::string const path = "firms." + key + ".parent";
        auto const parent = parameters.firms.find(site.parent);
        if (parent == parameters.firms.end()) {
            problems.push_back({path, fmt::format("'{}' is no named firm (one of {})", site.parent,
                                                  keys_of(parameters.firms))});
        } else if (site.parent == key) {
            problems.push_back({path, "is the firm itself (another firm)"});
        } else if (!parent->second.parent.empty()) {
            problems.push_back({path, fmt::format("{} is a site of {} (a firm that is no site)",
                                                  site.parent, parent->second.parent)});
        } else if (parent->second.country == site.country) {
            problems.push_back({path, fmt::format("{} works in {}, as this firm does (a firm of "
                                                  "another country)",
                                                  site.parent, site.country)});
        }
    }
}

} // namespace talentsim
