#include "engine/phases/acceptance.hpp"

#include <algorithm>
#include <tuple>

#include "engine/phases/drives.hpp"

namespace talentsim {

void Acceptance::match(Market const& market, Contests const& contests, Step const& step,
                       Matching& matching) {
    ResearcherTable const& people = market.researchers;
    matching.assign(contests.contests.size(), no_bid);
    std::size_t const places = market.firms.size() + market.drives.size();
    held_.resize(places);
    for (auto& proposals : held_) {
        proposals.clear();
    }

    // A firm's own seats are one place, those of its drive another.
    auto const place_of = [&](Bid const& bid) {
        return bid.drive.exists() ? market.firms.size() + bid.drive.at() : bid.firm.at();
    };
    auto const seats_at = [&](std::size_t place) {
        std::size_t const firms = market.firms.size();
        return static_cast<std::ptrdiff_t>(place < firms
                                               ? market.firms.open_seats[FirmRow{place}]
                                               : market.drives.open_seats[DriveRow{place - firms}]);
    };

    // Each contest begins at its best bid; `matching` remembers where it stands.
    active_.clear();
    proposals_.assign(places, 0);
    bool is_crowded = false;
    for (std::uint32_t c = 0; c != contests.contests.size(); ++c) {
        if (contests.contests[c].ranked > 0) {
            matching[c] = contests.contests[c].first;
            active_.push_back(c);
            Bid const& bid = contests.bids[matching[c]];
            is_crowded =
                is_crowded || ++proposals_[place_of(bid)] > seats_for(market, bid.firm, bid.drive);
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
            auto& proposals = held_[place_of(bid)];
            auto const seats = static_cast<std::size_t>(seats_for(market, bid.firm, bid.drive));
            if (proposals.size() == seats) { // the first beyond the seats
                crowded_.push_back(static_cast<std::uint32_t>(place_of(bid)));
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
            auto const last_seat = proposals.begin() + seats_at(f);
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
