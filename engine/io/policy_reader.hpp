#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/io/config_tree.hpp"
#include "engine/io/figure_sources.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/parameter_value.hpp"
#include "engine/io/scenario_settings.hpp"
#include "engine/model/dated_change.hpp"

namespace talentsim {

/// A dated change, and where to blame it.
struct PlacedChange {
    DatedChange change;
    Place place;
};

/// What a policy file says.
struct Policy {
    std::string title;
    std::string description;
    std::vector<std::string> sources;
    std::vector<std::pair<std::string, std::string>> cost; ///< dotted key and text, as written
    std::vector<PlacedChange> changes;
};

/// What must be known of a scenario to read changes to it.
struct PolicyContext {
    ConfigNode const& scenario;
    ScenarioState state = ScenarioState::whole;
    ExchangeRates const& rates;
    CalendarMonth start;
    int months = 0; ///< from the start; 0 if unknown, so that no month is refused
};

/// A policy from the map in its file.
[[nodiscard]] Policy read_policy(ConfigNode const& file, PolicyContext const& context,
                                 FigureSources& sources, Mistakes& mistakes);

/// Changes in the form `PATH: {MONTH: VALUE}`, where VALUE may also be `{add: x}`, `{multiply: x}`,
/// `{set: x}`, or a list of these. In the order in which they are written.
[[nodiscard]] std::vector<PlacedChange> read_changes(ConfigNode const& changes,
                                                     PolicyContext const& context,
                                                     FigureSources& sources, Mistakes& mistakes);

/// Play changes in order on a copy of the parameters, and add what goes wrong: values that leave
/// their bounds, and problems of several parameters together that were not there before.
///
/// @param changes  sorted by month
void rehearse(std::vector<PlacedChange> const& changes, ConfigNode const& scenario,
              Parameters parameters, Mistakes& mistakes);

} // namespace talentsim
