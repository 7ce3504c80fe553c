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
/// Writes  visas: terms, admits, pay_to_value; countries: visas, national_income,
///         non_compete_months; firms: sponsor
/// Draws   nothing
void take_up_visas(Market& market, Parameters const& parameters);

/// Whether somebody would need a visa to work in this country: it has a programme on offer, and is
/// neither where they come from nor where they are.
[[nodiscard]] inline bool needs_visa(Market const& market, ResearcherRow who, CountryRow there) {
    return !market.countries.visas[there].empty() && market.researchers.location[who] != there &&
           market.researchers.origin[who] != there;
}

/// The programme by which somebody would pay less tax in a country this month: that by which they
/// would come, or else came to live there, as long as its cut of the tax lasts; none without one.
///
/// @param coming_by  programme that a bid takes; none if it needs none
[[nodiscard]] inline VisaRow taxed_by(Market const& market, ResearcherRow who, CountryRow there,
                                      VisaRow coming_by, Month month) {
    VisaTable const& visas = market.visas;
    ResearcherTable const& people = market.researchers;
    if (coming_by.exists()) {
        return is_tax_cut(visas.terms[coming_by], 0) ? coming_by : VisaRow{};
    }
    VisaRow const came_by = people.came_by[who];
    bool const is_there = came_by.exists() && people.location[who] == there;
    return is_there && is_tax_cut(visas.terms[came_by], month - people.visa_since[who]) ? came_by
                                                                                        : VisaRow{};
}

/// What a programme looks at in a researcher.
///
/// Draws   Draw::advanced_degree -- for life: more people have one where the share is higher
[[nodiscard]] VisaApplicant applicant_for(VisaRow programme, ResearcherRow who,
                                          Market const& market, Step const& step);

} // namespace talentsim
