#include "engine/simulation/state_hash.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

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

std::uint64_t hash_of_contract(Market const& market, ResearcherRow row) {
    ResearcherTable const& people = market.researchers;
    BitsHash hash;
    hash.add(people.identity[row]);
    hash.add(market.contracts.equity[row]);
    hash.add(market.contracts.granted[row]);
    hash.add(people.pending_move[row].is_front_loaded);
    return hash.value();
}

std::uint64_t hash_of_hearsay(Market const& market, ResearcherRow row) {
    BitsHash hash;
    hash.add(market.researchers.identity[row]);
    hash.add(market.rumours.worth[row]);
    hash.add(market.rumours.heard[row]);
    return hash.value();
}

std::uint64_t hash_of_retention(FirmTable const& firms, FirmRow row) {
    BitsHash hash;
    hash.add(firms.key[row]);
    hash.add(firms.poached[row]);
    hash.add(firms.retention_month[row]);
    hash.add(firms.retention_owed[row]);
    return hash.value();
}

/// Sum modulo 2^64 over the people present.
template <class Hash>
std::uint64_t sum_over_people(Market const& market, Visit order, Hash const& hash_of_one) {
    return tally<std::uint64_t>(
        order, market.researchers.size(), [] { return std::uint64_t{0}; },
        [&](std::size_t i, std::uint64_t& sum) {
            ResearcherRow const row{i};
            sum += market.researchers.is_present(row) ? hash_of_one(market, row) : 0;
        },
        [](std::uint64_t& sum, std::uint64_t part) { sum += part; });
}

/// What there is to know beside the state of a world in which nothing vests.
std::uint64_t hash_of_contracts(Market const& market, Visit order) {
    auto total = sum_over_people(market, order, hash_of_contract);
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        total += hash_of_retention(market.firms, FirmRow{f});
    }
    return total;
}

std::uint64_t hash_of(DriveHire const& hire, FirmTable const& firms) {
    BitsHash hash;
    hash.add(hire.identity);
    hash.add(firms.key[hire.firm]);
    hash.add(hire.gpus);
    hash.add(hire.agreed);
    hash.add(hire.since);
    return hash.value();
}

std::uint64_t hash_of(Retention const& one, FirmTable const& firms) {
    BitsHash hash;
    hash.add(one.identity);
    hash.add(firms.key[one.employer]);
    hash.add(one.until);
    hash.add(one.since);
    hash.add(one.pay);
    hash.add(one.without);
    return hash.value();
}

std::uint64_t hash_of(Approach const& one, FirmTable const& firms) {
    BitsHash hash;
    hash.add(one.identity);
    hash.add(firms.key[one.firm]);
    return hash.value();
}

std::uint64_t hash_of(Venture const& one) {
    BitsHash hash;
    hash.add(one.identity);
    hash.add(one.until);
    return hash.value();
}

/// What acquisitions, teachers and founders leave behind; 0 where there is nothing of it.
std::uint64_t hash_of_deals(Market const& market) {
    std::uint64_t total = 0;
    for (Retention const& one : market.retentions) {
        total += hash_of(one, market.firms);
    }
    for (Approach const& one : market.approaches) {
        total += hash_of(one, market.firms);
    }
    for (Venture const& one : market.ventures) {
        total += hash_of(one);
    }
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        if (market.firms.seats_acquired[row] != 0) {
            BitsHash hash;
            hash.add(market.firms.key[row]);
            hash.add(market.firms.seats_acquired[row]);
            total += hash.value();
        }
    }
    CountryTable const& countries = market.countries;
    for (std::size_t c = 0; c != countries.size(); ++c) {
        CountryRow const row{c};
        if (countries.faculty_reference[row] > 0.0) {
            BitsHash hash;
            hash.add(countries.number[row]);
            hash.add(countries.faculty[row]);
            hash.add(countries.faculty_reference[row]);
            total += hash.value();
        }
    }
    return total;
}

} // namespace

std::uint64_t state_hash(Market const& market, Visit order) {
    ResearcherTable const& people = market.researchers;
    constexpr std::size_t block = ResearcherTable::hash_block;
    std::vector<std::uint64_t> sums((people.size() + block - 1) / block);
    for_each_task(order, sums.size(), [&](std::size_t b) {
        sums[b] = people.hash_sum(b * block, std::min(people.size(), (b + 1) * block));
    });
    auto total = std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        total += hash_of(market.firms, FirmRow{f});
    }
    for (DriveHire const& hire : market.drives.hires) {
        total += hash_of(hire, market.firms);
    }
    total += hash_of_deals(market);
    total += market.contracts.is_kept ? hash_of_contracts(market, order) : 0;
    total += market.rumours.is_kept ? sum_over_people(market, order, hash_of_hearsay) : 0;
    return total;
}

} // namespace talentsim
