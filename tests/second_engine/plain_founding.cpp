#include "tests/second_engine/plain_founding.hpp"

#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

namespace {

Country country_of(CountryTable const& countries, CountryRow row) {
    Country country;
    country.code = countries.code[row];
    country.number = countries.number[row];
    country.talent_exponent = countries.talent_exponent[row];
    country.home_value = countries.home_value[row];
    country.public_gpus = countries.public_gpus[row];
    country.public_gpus_as_last_read = countries.public_gpus_set[row];
    return country;
}

Firm firm_of(FirmTable const& firms, FirmRow row) {
    Firm firm;
    firm.name = firms.name[row];
    firm.key = firms.key[row];
    firm.kind = firms.kind[row];
    firm.scale = firms.scale[row];
    firm.talent_exponent = firms.talent_exponent[row];
    firm.founding_staff = firms.founding_staff[row];
    firm.founding_talent = firms.founding_talent[row];
    firm.founding_compute = firms.founding_compute[row];
    firm.founding_budget = firms.founding_budget[row];
    firm.founding_output = firms.founding_revenue[row];
    firm.unit_value = firms.unit_value[row];
    firm.compute_share = firms.compute_share[row];
    firm.productivity = firms.productivity[row];
    firm.own_gpus = firms.own_gpus[row];
    firm.gpus_as_last_read = firms.gpus_set[row];
    firm.budget = firms.budget[row];
    firm.sector = firms.sector[row];
    firm.founding_breakthroughs = firms.founding_breakthroughs[row];
    return firm;
}

Person person_of(Market const& market, ResearcherRow row, PlainWorld& world) {
    ResearcherTable const& people = market.researchers;
    TieTable const& ties = market.ties;
    Person person;
    person.identity = people.identity[row];
    person.log_talent = people.log_talent[row];
    person.tier = people.tier[row];
    person.weights = people.weights[row];
    person.mission = people.mission[row];
    person.origin = &world.countries[people.origin[row].at()];
    person.location = &world.countries[people.location[row].at()];
    person.born = people.born[row];
    if (people.is_employed(row)) {
        person.employer = &world.firms[people.employer[row].at()];
    }
    person.talent_units = people.talent_units[row];
    person.pay = people.pay[row];
    person.best_outside = people.best_outside[row];
    person.gpu_grant = people.gpu_grant[row];
    person.since = people.since[row];
    for (std::size_t place = 0; place != ties.each(); ++place) {
        ResearcherRow const whom = ties.at(row, place).whom;
        if (whom.exists()) {
            person.knows.push_back(people.identity[whom]);
        }
    }
    if (market.contracts.is_kept) {
        person.equity = market.contracts.equity[row];
        person.granted = market.contracts.granted[row];
    }
    return person;
}

} // namespace

PlainWorld plain_world_of(Market const& market) {
    PlainWorld world;
    world.scale = market.scale;
    world.is_bust = market.finance.regime == Regime::bust;
    world.was_set_to_bust = market.finance.regime_set == Regime::bust;
    world.spending = market.finance.spending;
    world.tier_thresholds = market.tier_thresholds;
    for (std::size_t c = 0; c != market.countries.size(); ++c) {
        world.countries.push_back(country_of(market.countries, CountryRow{c}));
    }
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        Firm& firm = world.firms.emplace_back(firm_of(market.firms, FirmRow{f}));
        firm.country = &world.countries[market.firms.country[FirmRow{f}].at()];
    }
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const parent = market.firms.parent[FirmRow{f}];
        world.firms[f].parent = parent.exists() ? &world.firms[parent.at()] : nullptr;
    }
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_present(row)) {
            Person const person = person_of(market, row, world);
            world.people.emplace(person.identity, person);
        }
    }
    for (std::size_t v = 0; v != market.visas.size(); ++v) {
        VisaRow const row{v};
        Programme& programme = world.programmes.emplace_back();
        programme.name = market.visas.name[row];
        programme.key = market.visas.key[row];
        programme.country = &world.countries[market.visas.country[row].at()];
    }
    for (std::size_t d = 0; d != market.drives.size(); ++d) {
        DriveRow const row{d};
        Drive& drive = world.drives.emplace_back();
        drive.name = market.drives.name[row];
        drive.firm = &world.firms[market.drives.firm[row].at()];
    }
    take_census(world);
    return world;
}

} // namespace talentsim::plain
