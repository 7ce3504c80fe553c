#include "engine/model/parameters.hpp"

namespace talentsim {

double founding_residents(Parameters const& parameters, std::string const& country) {
    double const given = parameters.countries.at(country).researchers;
    auto const& world = parameters.population.researchers;
    if (!world) {
        return given;
    }
    double all = 0.0;
    for (auto const& [code, other] : parameters.countries) {
        all += other.researchers;
    }
    return all > 0.0 ? *world * given / all : 0.0;
}

} // namespace talentsim
