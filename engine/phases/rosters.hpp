#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/core/random.hpp"
#include "engine/model/market.hpp"

namespace talentsim {

/// The staff of every firm in a circle, each at a place drawn for life, so that "the first who
/// stands after this point" is found quickly and depends on who works there alone: not on rows,
/// and on the rest of the staff only between the point and the person. (Consistent hashing: Karger
/// et al. 1997, "Consistent hashing and random trees", STOC.)
///
/// Who has left stays on the list unseen until the list has grown by a quarter.
class Rosters {
  public:
    /// Where somebody stands.
    [[nodiscard]] static std::uint32_t place_of(Identity identity, RandomKey const& key) {
        return key.words({.who = identity, .why = Draw::roster_place})[0];
    }

    [[nodiscard]] bool are_empty() const noexcept { return of_firm_.empty(); }

    /// List everybody who has a job.
    void list_everybody(Market const& market, RandomKey const& key, Visit order);

    /// Add people whom a firm has hired. Firms may be added to at the same time.
    void add(Market const& market, RandomKey const& key, FirmRow firm,
             std::span<ResearcherRow const> hires);

    /// The first of somebody's colleagues who stands at this point or after it, round the circle;
    /// none if there is no colleague.
    [[nodiscard]] ResearcherRow colleague(Market const& market, ResearcherRow who,
                                          std::uint32_t point) const;

  private:
    struct Entry {
        std::uint32_t place = 0;
        ResearcherRow who;
        std::uint16_t entry = 0; ///< into the world, of the person meant: the row may be another's
        friend bool operator==(Entry, Entry) = default;
    };

    [[nodiscard]] static Entry entry_for(Market const& market, RandomKey const& key,
                                         ResearcherRow who) {
        return {.place = place_of(market.researchers.identity[who], key),
                .who = who,
                .entry = market.ties.entry(who)};
    }

    [[nodiscard]] static bool is_valid(Market const& market, FirmRow firm, Entry entry) {
        return market.researchers.employer[entry.who] == firm &&
               market.ties.entry(entry.who) == entry.entry;
    }

    static void sort(Market const& market, std::vector<Entry>& entries, std::size_t sorted);

    /// Number of the first entry at this point or after it; the size if there is none.
    [[nodiscard]] static std::size_t first_from(std::vector<Entry> const& entries,
                                                std::uint32_t point);

    std::vector<std::vector<Entry>> of_firm_; ///< by place, then identity
};

} // namespace talentsim
