#pragma once

#include <vector>

#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

/// r of a member of the staff: max(w, min(V, pi theta^h, w + free money)).
[[nodiscard]] double retention_cap(Person const& person, Now const& now);

/// beta, which an agent may raise.
[[nodiscard]] double bargaining_power_of(Person const& person, Now const& now);

/// The pay at which the winner's job is worth M2 + beta (M1 - M2).
///
/// @param coming_by  programme by which the person would come to that country, if one is needed
[[nodiscard]] double auction_pay(Person const& person, double cap, double best, double second,
                                 Country const& country, Now const& now,
                                 Programme const* coming_by = nullptr);

/// An employer within its budget counters with probability chi.
[[nodiscard]] bool employer_counters(Person const& person, Now const& now);

/// Offers and counteroffers in rounds, from all bids to the ranked and priced ones.
void play_rounds(Contest& contest, std::vector<Bid> bids, double joblessness,
                 PlainWorld const& world, Now const& now);

} // namespace talentsim::plain
