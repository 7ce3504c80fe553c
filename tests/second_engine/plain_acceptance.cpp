#include <algorithm>
#include <deque>
#include <tuple>

#include "tests/second_engine/plain_month.hpp"

// docs/model.md, "Acceptance": deferred acceptance as in Gale & Shapley (1962), one proposal at a
// time.

namespace talentsim::plain {

namespace {

struct Proposal {
    std::size_t contest = 0;
    double surplus = 0.0; ///< V - w
    std::uint32_t priority = 0;
    Identity identity = 0;
};

/// Whether a firm prefers a to b.
bool goes_first(Proposal const& a, Proposal const& b) {
    return a.surplus != b.surplus
               ? a.surplus > b.surplus
               : std::tuple{a.priority, a.identity} < std::tuple{b.priority, b.identity};
}

} // namespace

Matching match(Now const& now, std::vector<Contest> const& contests) {
    Matching next_bid(contests.size(), 0);
    std::map<std::pair<Firm*, Drive const*>, std::vector<Proposal>> held;
    std::deque<std::size_t> unheld;
    for (std::size_t c = 0; c != contests.size(); ++c) {
        unheld.push_back(c);
    }
    while (!unheld.empty()) {
        std::size_t const c = unheld.front();
        unheld.pop_front();
        if (next_bid[c] == contests[c].better.size()) {
            continue; // rejected by all
        }
        Bid const& bid = contests[c].better[next_bid[c]];
        Identity const identity = contests[c].person->identity;
        auto& proposals = held[{bid.firm, bid.drive}];
        std::int64_t const seats =
            bid.drive == nullptr ? bid.firm->open_seats : bid.drive->open_seats;
        proposals.push_back({.contest = c,
                             .surplus = bid.value - bid.pay,
                             .priority = now.words(identity, Draw::seat_priority, bid.firm->key)[0],
                             .identity = identity});
        if (static_cast<std::int64_t>(proposals.size()) > seats) {
            auto const last = std::max_element(proposals.begin(), proposals.end(), goes_first);
            ++next_bid[last->contest];
            unheld.push_back(last->contest);
            proposals.erase(last);
        }
    }
    return next_bid;
}

} // namespace talentsim::plain
