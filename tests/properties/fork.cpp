#include "tests/properties/fork.hpp"

#include <algorithm>
#include <utility>

#include "engine/simulation/simulation.hpp"

#include "tests/simulation/dated.hpp"

namespace talentsim::test {

namespace {

Simulation lived_through(Parameters const& parameters, World const& world, int months,
                         std::vector<DatedChange> changes = {}) {
    Simulation simulation{parameters, std::move(changes), world, Visit::forwards};
    while (simulation.months_done() != months) {
        simulation.step();
    }
    return simulation;
}

} // namespace

People people_of(Market const& market) {
    People people;
    ResearcherTable const& table = market.researchers;
    for (std::size_t i = 0; i != table.size(); ++i) {
        ResearcherRow const row{i};
        if (table.is_present(row)) {
            people[table.identity[row]] = {.origin = table.origin[row],
                                           .location = table.location[row],
                                           .employer = table.employer[row],
                                           .since = table.since[row],
                                           .pay = table.pay[row]};
        }
    }
    return people;
}

Fork::Fork(Parameters parameters, World const& world, int months)
    : parameters_{std::move(parameters)}, world_{world}, months_{months} {
    Simulation simulation = lived_through(parameters_, world_, months_);
    before_ = people_of(simulation.market());
    simulation.step();
    as_usual_ = people_of(simulation.market());
    Market const& market = simulation.market();
    for (std::size_t c = 0; c != market.countries.size(); ++c) {
        countries_[market.countries.code[CountryRow{c}]] = CountryRow{c};
    }
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        firms_[market.firms.name[FirmRow{f}]] = FirmRow{f};
    }
}

People Fork::having_set(std::string const& path, double value,
                        std::vector<std::string> keys) const {
    CalendarMonth const month = parameters_.simulation.start.plus(months_);
    return people_of(lived_through(parameters_, world_, months_ + 1,
                                   {change_in(month, path, std::move(keys), value)})
                         .market());
}

std::set<Identity> residents(People const& people, CountryRow country) {
    return those(people, [&](Identity, Whereabouts const& one) { return one.location == country; });
}

std::set<Identity> staff(People const& people, FirmRow firm) {
    return those(people, [&](Identity, Whereabouts const& one) { return one.employer == firm; });
}

bool includes(std::set<Identity> const& more, std::set<Identity> const& fewer) {
    return std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
}

} // namespace talentsim::test
