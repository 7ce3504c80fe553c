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
            entry = entry_for(market, key, entry.who);
        }
        sort(market, of_firm_[f], 0);
    });
}

void Rosters::add(Market const& market, RandomKey const& key, FirmRow firm,
                  std::span<ResearcherRow const> hires) {
    auto& entries = of_firm_[firm.at()];
    std::size_t const before = entries.size();
    for (ResearcherRow const who : hires) {
        entries.push_back(entry_for(market, key, who));
    }
    sort(market, entries, before);
    auto const staff = static_cast<std::size_t>(market.firms.staff[firm]);
    if (entries.size() > staff + staff / 4 + 8) {
        std::erase_if(entries, [&](Entry const& entry) { return !is_valid(market, firm, entry); });
        entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    }
}

/// Places are spread evenly: how far a guess is from the point says how many entries lie between,
/// but for about the square root of that number, so that two steps leave only a few to walk.
std::size_t Rosters::first_from(std::vector<Entry> const& entries, std::uint32_t point) {
    constexpr unsigned bits_of_place = 32;
    constexpr int steps = 2;
    auto const n = static_cast<std::int64_t>(entries.size());
    auto const place = [&](std::int64_t at) {
        return std::int64_t{entries[static_cast<std::size_t>(at)].place};
    };
    if (n == 0) {
        return 0;
    }
    std::int64_t at = (std::int64_t{point} * n) >> bits_of_place;
    for (int step = 0; step != steps; ++step) {
        std::int64_t const between = ((point - place(at)) * n) >> bits_of_place;
        at = std::clamp<std::int64_t>(at + between, 0, n - 1);
    }
    while (at != 0 && place(at - 1) >= point) {
        --at;
    }
    while (at != n && place(at) < point) {
        ++at;
    }
    return static_cast<std::size_t>(at);
}

ResearcherRow Rosters::colleague(Market const& market, ResearcherRow who,
                                 std::uint32_t point) const {
    FirmRow const firm = market.researchers.employer[who];
    auto const& entries = of_firm_[firm.at()];
    std::size_t const first = first_from(entries, point);
    for (std::size_t k = 0; k != entries.size(); ++k) {
        Entry const entry = entries[(first + k) % entries.size()];
        if (entry.who != who && is_valid(market, firm, entry)) {
            return entry.who;
        }
    }
    return {};
}

} // namespace talentsim
