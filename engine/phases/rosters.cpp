#include "engine/phases/rosters.hpp"

#include <algorithm>
#include <tuple>

namespace talentsim {

/// Put the entries from the one numbered `sorted` on in their places among those before.
void Rosters::sort(Market const& market, std::vector<Entry>& entries, std::size_t sorted) {
    auto const& identity = market.researchers.identity;
    auto const goes_first = [&](Entry a, Entry b) {
        return a.place != b.place ? a.place < b.place : identity[a.who] < identity[b.who];
    };
    auto const middle = entries.begin() + static_cast<std::ptrdiff_t>(sorted);
    std::sort(middle, entries.end(), goes_first);
    std::inplace_merge(entries.begin(), middle, entries.end(), goes_first);
}

void Rosters::list_everybody(Market const& market, RandomKey const& key, Visit order) {
    ResearcherTable const& people = market.researchers;
    of_firm_.assign(market.firms.size(), {});
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        of_firm_[f].reserve(static_cast<std::size_t>(market.firms.staff[FirmRow{f}]));
    }
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_employed(row)) {
            of_firm_[people.employer[row].at()].push_back({.who = row});
        }
    }
    for_each_task(order, of_firm_.size(), [&](std::size_t f) {
        for (Entry& entry : of_firm_[f]) {
            entry.place = place_of(people.identity[entry.who], key);
        }
        sort(market, of_firm_[f], 0);
    });
}

void Rosters::add(Market const& market, RandomKey const& key, Visit order,
                  std::vector<ResearcherRow> const& hires) {
    std::vector<std::size_t> before(of_firm_.size());
    for (std::size_t f = 0; f != of_firm_.size(); ++f) {
        before[f] = of_firm_[f].size();
    }
    for (ResearcherRow const who : hires) {
        of_firm_[market.researchers.employer[who].at()].push_back(
            {.place = place_of(market.researchers.identity[who], key), .who = who});
    }
    for_each_task(order, of_firm_.size(), [&](std::size_t f) {
        auto& entries = of_firm_[f];
        if (entries.size() == before[f]) {
            return;
        }
        sort(market, entries, before[f]);
        auto const staff = static_cast<std::size_t>(market.firms.staff[FirmRow{f}]);
        if (entries.size() > staff + staff / 4 + 8) {
            std::erase_if(entries, [&](Entry const& entry) {
                return !is_valid(market, key, FirmRow{f}, entry);
            });
            entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
        }
    });
}

/// Places are spread evenly, so that the search begins where it would end in a perfectly even list,
/// and reaches further as far as it must.
std::size_t Rosters::first_from(std::vector<Entry> const& entries, std::uint32_t point) {
    constexpr std::size_t first_reach = 32;
    constexpr unsigned bits_of_place = 32;
    std::size_t const n = entries.size();
    auto const guess = static_cast<std::size_t>((std::uint64_t{point} * n) >> bits_of_place);
    std::size_t low = 0;
    std::size_t high = n;
    for (std::size_t reach = first_reach; reach < n; reach *= 2) {
        low = guess > reach ? guess - reach : 0;
        high = std::min(guess + reach, n);
        bool const begins_before = low == 0 || entries[low - 1].place < point;
        bool const ends_behind = high == n || entries[high].place >= point;
        if (begins_before && ends_behind) {
            break;
        }
        low = 0;
        high = n;
    }
    auto const begin = entries.begin();
    auto const found = std::lower_bound(
        begin + static_cast<std::ptrdiff_t>(low), begin + static_cast<std::ptrdiff_t>(high), point,
        [](Entry entry, std::uint32_t at) { return entry.place < at; });
    return static_cast<std::size_t>(found - begin);
}

ResearcherRow Rosters::colleague(Market const& market, RandomKey const& key, ResearcherRow who,
                                 std::uint32_t point) const {
    FirmRow const firm = market.researchers.employer[who];
    auto const& entries = of_firm_[firm.at()];
    std::size_t const first = first_from(entries, point);
    for (std::size_t k = 0; k != entries.size(); ++k) {
        Entry const entry = entries[(first + k) % entries.size()];
        if (entry.who != who && is_valid(market, key, firm, entry)) {
            return entry.who;
        }
    }
    return {};
}

} // namespace talentsim
