#pragma once

#include <initializer_list>
#include <limits>
#include <vector>

#include "engine/phases/bargaining.hpp"

#include "tests/phases/small_world.hpp"

namespace talentsim::test {

inline constexpr double none = -std::numeric_limits<double>::infinity();

// Rows of the firms, which stand by key, and of the only person.
inline FirmRow const employer{0};
inline FirmRow const poor{1};
inline FirmRow const rich{2};
inline ResearcherRow const someone{0};

/// Three firms and one person of talent 1, to whom only pay matters. Caps in thousand USD/year:
/// employer 250, rich 300, poor 200; plenty of money and seats.
class Town {
  public:
    Town() {
        parameters = plain_economy({"employer", "poor", "rich"});
        market = found_market(parameters, key_of(), Visit::forwards);
        market.researchers.resize(1);
        market.researchers.best_outside[someone] = none;
        market.researchers.employer[someone] = FirmRow{};
        market.researchers.pay[someone] = 0.0;
        market.researchers.talent_units[someone] = 0.0;
        set_cap(employer, 250.0);
        set_cap(rich, 300.0);
        set_cap(poor, 200.0);
        for (std::size_t f = 0; f != 3; ++f) {
            FirmRow const row{f};
            market.firms.open_seats[row] = 1;
            market.firms.free_money[row] = 1e9;
            values.firms.emplace_back(proportional(1000.0), 0.0); // V = 1000
        }
    }

    void set_cap(FirmRow firm, double cap) { market.firms.price_of_talent[firm] = cap; }

    void set_value(FirmRow firm, double value) {
        values.firms[firm.at()] = IncrementValue{proportional(value), 0.0};
    }

    void employ(double pay, double best_outside = none) {
        market.researchers.employer[someone] = employer;
        market.researchers.pay[someone] = pay;
        market.researchers.talent_units[someone] = 1.0;
        market.researchers.best_outside[someone] = best_outside;
    }

    /// The contest after meeting these firms; its bids stand in `bids`, best first.
    Contest meet(std::initializer_list<FirmRow> firms) {
        std::vector<Contact> contacts;
        for (FirmRow const firm : firms) {
            contacts.push_back({.who = someone, .firm = firm});
        }
        Contests contests;
        Bargaining{}.hold(market, parameters, values, contacts, step_at(), contests);
        n_contests = contests.contests.size();
        if (n_contests == 0) {
            return {};
        }
        Contest const contest = contests.contests.front();
        bids.assign(contests.bids.begin() + contest.first,
                    contests.bids.begin() + contest.first + contest.bids);
        return contest;
    }

    Parameters parameters;
    Market market;
    TalentValues values;
    std::vector<Bid> bids;
    std::size_t n_contests = 0;
};

} // namespace talentsim::test
