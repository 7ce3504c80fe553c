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

std::uint64_t hash_of(DriveHire const& hire, FirmTable const& firms) {
    BitsHash hash;
    hash.add(hire.identity);
    hash.add(firms.key[hire.firm]);
    hash.add(hire.gpus);
    hash.add(hire.agreed);
    hash.add(hire.since);
    return hash.value();
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
    return total;
}

} // namespace talentsim
