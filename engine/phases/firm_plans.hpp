#pragma once

#include <vector>

#include "engine/mechanisms/production.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// What one person more or less is worth to every firm in the month.
struct TalentValues {
    std::vector<IncrementValue> firms;

    /// V: what an outsider with these talent units would add to a firm [USD/year].
    [[nodiscard]] double of_hiring(FirmRow firm, double units) const {
        return firms[firm.at()].of_adding(units);
    }

    /// V: what a member of staff with these talent units adds [USD/year].
    [[nodiscard]] double of_keeping(FirmRow firm, double units) const {
        return firms[firm.at()].of_keeping(units);
    }
};

/// The technology of a firm under the parameters in force.
[[nodiscard]] Technology technology_of(FirmTable const& firms, FirmRow row,
                                       Parameters const& parameters);

/// L of a firm: talent of its staff at full scale [talent units].
[[nodiscard]] double talent_at_full_scale(FirmTable const& firms, FirmRow row);

/// Firms look at last month's end: compute at their disposal, output, talent budget, open seats,
/// and the terms on which they will hire.
///
///     G = own pool, or part of the group's, + share of the country's pool
///     B follows (1-a) nu P Y (1+v) with a lag, in a bust a share of it
///     n* = n0 B/B0 (1 - seats cut);  L* = (1+v) n* L0/n0
///     pi = B/max(L, L*);  open seats = n* (1+v) - staff - pending, rounded by chance
///     g = G/(staff + seats + pending)
///     free money = B - payroll - what retention grants still cost
///
/// The team of a drive (phases/drives.hpp) is left out of staff, pending and L here, and what its
/// drive pays out of payroll.
///
/// Reads   the counts of the census, founding values, parameters in force; finance; firms: fear,
///         automated; drives: counts of the team
/// Writes  firms: compute, output, budget, seats_cut and the columns under "Plans of the month";
///         countries: mean_price_of_talent
/// Draws   Draw::open_seats -- one per firm
/// Keeps   pi L <= B, L without the team of a drive; open seats >= 0
void plan_month(Market& market, Parameters const& parameters, Step const& step,
                TalentValues& values);

} // namespace talentsim
