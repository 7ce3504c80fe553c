#include "engine/phases/acceptance.hpp"

#include <algorithm>
#include <tuple>

namespace talentsim {

void Acceptance::match(Market const& market, Contests const& contests, Step const& step,
                       Matching& matching) {
    ResearcherTable const& people = market.researchers;
    matching.assign(contests.contests.size(), no_bid);
    held_.resize(market.firms.size());
    for (auto& proposals : held_) {
        proposals.clear();
    }

    // Each contest begins at its best bid; `matching` remembers where it stands.
    active_.clear();
    proposals_.assign(market.firms.size(), 0);
    bool is_crowded = false;
    for (std::uint32_t c = 0; c != contests.contests.size(); ++c) {
        if (contests.contests[c].ranked > 0) {
            matching[c] = contests.contests[c].first;
            active_.push_back(c);
            FirmRow const firm = contests.bids[matching[c]].firm;
            is_crowded = is_crowded || ++proposals_[firm.at()] > market.firms.open_seats[firm];
        }
    }
    if (!is_crowded) {
        return; // everybody gets the best bid
    }

    auto const goes_first = [](Proposal const& a, Proposal const& b) {
        return std::tuple{-a.surplus, a.priority, a.identity} <
               std::tuple{-b.surplus, b.priority, b.identity};
    };
    while (!active_.empty()) {
        crowded_.clear();
        for (std::uint32_t const c : active_) {
            Bid const& bid = contests.bids[matching[c]];
            Identity const identity = people.identity[contests.contests[c].who];
            auto& proposals = held_[bid.firm.at()];
            auto const seats = static_cast<std::size_t>(market.firms.open_seats[bid.firm]);
            if (proposals.size() == seats) { // the first beyond the seats
                crowded_.push_back(static_cast<std::uint32_t>(bid.firm.at()));
            }
            proposals.push_back({.contest = c,
                                 .bid = matching[c],
                                 .surplus = bid.value - bid.pay,
                                 .priority = step.words(identity, Draw::seat_priority,
                                                        market.firms.key[bid.firm])[0],
                                 .identity = identity});
        }
        active_.clear();
        for (std::uint32_t const f : crowded_) {
            auto& proposals = held_[f];
            auto const last_seat = proposals.begin() +
                                   static_cast<std::ptrdiff_t>(market.firms.open_seats[FirmRow{f}]);
            std::nth_element(proposals.begin(), last_seat, proposals.end(), goes_first);
            for (auto rejected = last_seat; rejected != proposals.end(); ++rejected) {
                Contest const& contest = contests.contests[rejected->contest];
                std::uint32_t const next = rejected->bid + 1;
                if (next < contest.first + contest.ranked) {
                    matching[rejected->contest] = next;
                    active_.push_back(rejected->contest);
                } else {
                    matching[rejected->contest] = no_bid;
                }
            }
            proposals.erase(last_seat, proposals.end());
        }
    }
}

} // namespace talentsim
