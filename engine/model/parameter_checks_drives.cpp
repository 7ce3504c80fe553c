#include "engine/model/parameter_checks_drives.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "engine/model/known_keys.hpp"

namespace talentsim {

namespace {

/// Drives that a row can number, and some to spare.
constexpr std::size_t max_drives = 10'000;

} // namespace

void check_drives(Parameters const& parameters, std::vector<ParameterProblem>& problems) {
    if (parameters.drives.size() > max_drives) {
        problems.push_back(
            {"drives", fmt::format("{} given (at most {})", parameters.drives.size(), max_drives)});
    }
    std::map<std::string, std::string> drive_of;
    for (auto const& [key, drive] : parameters.drives) {
        std::string const path = "drives." + key;
        for (auto const& [country, is_sought] : drive.countries) {
            if (!parameters.countries.contains(country)) {
                problems.push_back(
                    {fmt::format("{}.countries.{}", path, country),
                     fmt::format("'{}' is not in this scenario (one of the countries {})", country,
                                 keys_of(parameters.countries))});
            }
        }
        auto const& run = parameters.simulation;
        CalendarMonth const first = run.in_calendar(0);
        CalendarMonth const last = run.start.plus(static_cast<int>(run.months) - 1);
        if (drive.start > last ||
            drive.start.plus(std::max(static_cast<int>(drive.months), 1)) <= first) {
            problems.push_back({path + ".start",
                                fmt::format("the drive ends before the simulated months, or begins "
                                            "after them ({} to {})",
                                            first.text(), last.text())});
        }
        if (drive.firm.empty()) {
            problems.push_back({path + ".firm", "is missing (the key of a named firm)"});
        } else if (!parameters.firms.contains(drive.firm)) {
            problems.push_back(
                {path + ".firm", parameters.firms.empty()
                                     ? fmt::format("'{}' is no named firm (a firm of firms, which "
                                                   "has none)",
                                                   drive.firm)
                                     : fmt::format("'{}' is no named firm (one of {})", drive.firm,
                                                   keys_of(parameters.firms))});
        } else if (auto const [other, is_first] = drive_of.emplace(drive.firm, key); !is_first) {
            problems.push_back(
                {path + ".firm", fmt::format("{} has the drive '{}' already (a firm without one)",
                                             drive.firm, other->second)});
        }
    }
}

} // namespace talentsim
