#pragma once

#include "engine/model/market.hpp"

namespace talentsim {

/// What is counted of a person: where they live, who employs them, at what pay.
struct Standing {
    double pay = 0.0;          ///< [USD/year]; 0 if jobless
    double talent_units = 0.0; ///< theta^h with h of the employer [-]; 0 if jobless
    double log_talent = 0.0;   ///< ln(theta) [-]
    FirmRow employer;
    Month since = 0; ///< month in which the present job, or joblessness, began
    CountryRow location;
    Tier tier = Tier::c;
    ResearcherRow who;

    [[nodiscard]] bool is_present() const noexcept { return location.exists(); }

    [[nodiscard]] bool is_employed() const noexcept { return employer.exists(); }

    friend bool operator==(Standing const&, Standing const&) = default;
};

/// What somebody was before an event of the month, and what afterwards. One of the two is not
/// present where people enter or leave.
struct StandingChange {
    Standing before;
    Standing after;
};

[[nodiscard]] inline Standing standing_of(ResearcherTable const& people, ResearcherRow row) {
    return {.pay = people.pay[row],
            .talent_units = people.talent_units[row],
            .log_talent = people.log_talent[row],
            .employer = people.employer[row],
            .since = people.since[row],
            .location = people.location[row],
            .tier = people.tier[row],
            .who = row};
}

} // namespace talentsim
