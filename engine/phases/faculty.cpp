#include "engine/phases/faculty.hpp"

#include "engine/mechanisms/faculty.hpp"

namespace talentsim {

namespace {

/// Talent of the universities of every country, at full scale. A simulated firm may stand for
/// several real ones: each of its people stands for 1/scale of the world's.
CountryColumn<double> talent_of_universities(Market const& market) {
    FirmTable const& firms = market.firms;
    CountryColumn<double> talent(market.countries.size(), 0.0);
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        if (firms.sector[row] == Sector::universities) {
            talent[firms.country[row]] += firms.talent[row].value() / market.scale;
        }
    }
    return talent;
}

} // namespace

void follow_faculty(Market& market, Parameters const& parameters, Step const& step) {
    CountryTable& countries = market.countries;
    countries.graduates_factor.assign(countries.size(), 1.0);
    if (!parameters.mechanisms.faculty || step.month < parameters.simulation.burn_in_months) {
        return;
    }
    auto const talent = talent_of_universities(market);
    for (std::size_t c = 0; c != countries.size(); ++c) {
        CountryRow const row{c};
        if (countries.faculty_reference[row] == 0.0) {
            countries.faculty[row] = countries.faculty_reference[row] = talent[row];
            continue;
        }
        countries.faculty[row] =
            lagged_faculty(countries.faculty[row], talent[row], parameters.faculty.lag_months);
        countries.graduates_factor[row] =
            graduates_factor(countries.faculty[row], countries.faculty_reference[row],
                             parameters.faculty.elasticity);
    }
}

} // namespace talentsim
