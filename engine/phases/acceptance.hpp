#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/market.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Who goes where: for every contest the bid taken, or none.
using Matching = std::vector<std::uint32_t>;

/// The bid index that stands for the fallback.
inline constexpr std::uint32_t no_bid = 0xffffffffU;

/// The bid index of who took a bid that begins in a later month: nothing changes yet.
inline constexpr std::uint32_t postponed = 0xfffffffeU;

/// Researchers and firms match by deferred acceptance with seats.
///
/// In rounds, every researcher not held proposes to the best bid that has not rejected it; a firm
/// with more proposals than open seats holds the best by V - pay and rejects the others, who go to
/// their next bid at the pay which the option after that sets, or to their fallback. Both rankings
/// are fixed before the first round, so the matching is the researcher-optimal stable one whatever
/// the order in which proposals are looked at.
///
/// The seats of a drive are for its own bids, and those of its firm for all others.
///
/// Reads   contests, firms, drives: open_seats
/// Writes  matching: for contest c, an index into Contests::bids, or no_bid
/// Draws   Draw::seat_priority -- where V - pay ties
/// Keeps   hires of a firm, and of a drive, <= open seats; rejections <= bids
/// Source: Gale & Shapley (1962), "College admissions and the stability of marriage".
class Acceptance {
  public:
    void match(Market const& market, Contests const& contests, Step const& step,
               Matching& matching);

  private:
    struct Proposal {
        std::uint32_t contest = 0;
        std::uint32_t bid = 0;
        double surplus = 0.0; ///< V - pay
        std::uint32_t priority = 0;
        Identity identity = 0;
    };

    std::vector<std::vector<Proposal>> held_; ///< by firm, then by drive
    std::vector<std::int64_t> proposals_;     ///< by firm, then by drive, in the first round
    std::vector<std::uint32_t> crowded_;      ///< firms and drives with more proposals than seats
    std::vector<std::uint32_t> active_;       ///< contests that propose in this round
};

} // namespace talentsim
