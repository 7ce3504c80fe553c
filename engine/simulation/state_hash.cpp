#include "engine/simulation/state_hash.hpp"

#include "engine/core/hash.hpp"

namespace talentsim {

namespace {

std::uint64_t hash_of(FirmTable const& firms, FirmRow row) {
    BitsHash hash;
    hash.add(firms.key[row]);
    for (double const amount : {firms.productivity[row], firms.own_gpus[row], firms.compute[row],
                                firms.budget[row], firms.output[row]}) {
        hash.add(amount);
    }
    hash.add(firms.staff_by_tier[row]);
    hash.add(firms.payroll[row]);
    hash.add(firms.talent[row]);
    hash.add(firms.log_talent[row]);
    return hash.value();
}

} // namespace

std::uint64_t state_hash(Market const& market, Visit order) {
    ResearcherTable const& people = market.researchers;
    auto total = tally<std::uint64_t>(
        order, people.size(), [] { return std::uint64_t{0}; },
        [&](std::size_t i, std::uint64_t& sum) {
            if (people.is_present(ResearcherRow{i})) {
                sum += people.hash_of(ResearcherRow{i});
            }
        },
        [](std::uint64_t& sum, std::uint64_t part) { sum += part; });
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        total += hash_of(market.firms, FirmRow{f});
    }
    return total;
}

} // namespace talentsim
