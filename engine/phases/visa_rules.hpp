#pragma once

#include "engine/core/random.hpp"
#include "engine/mechanisms/visa_terms.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Write down the programmes of the scenario, before their terms are taken up.
void found_visas(Market& market, Parameters const& parameters);

/// Copy what the scenario says of visas, sponsors and non-compete clauses into the tables. Where
/// mechanisms.visas is off no country has a programme, and where mechanisms.non_compete is off
/// nobody waits.
///
/// Reads   parameters
/// Writes  visas: terms, admits; countries: visas, national_income, non_compete_months; firms:
///         sponsor
/// Draws   nothing
void take_up_visas(Market& market, Parameters const& parameters);

/// Whether somebody would need a visa to work in this country: it has a programme on offer, and is
/// neither where they come from nor where they are.
[[nodiscard]] inline bool needs_visa(Market const& market, ResearcherRow who, CountryRow there) {
    return !market.countries.visas[there].empty() && market.researchers.location[who] != there &&
           market.researchers.origin[who] != there;
}

/// What a programme looks at in a researcher.
///
/// Draws   Draw::advanced_degree -- for life: more people have one where the share is higher
[[nodiscard]] VisaApplicant applicant_for(VisaRow programme, ResearcherRow who,
                                          Market const& market, Step const& step);

} // namespace talentsim
