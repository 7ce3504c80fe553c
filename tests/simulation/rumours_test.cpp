#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "engine/simulation/simulation.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

// What rumours about the terms of others do to whole worlds.

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters talking_world(OfferProtocol protocol = OfferProtocol::rounds) {
    auto p = small_world();
    p.search.contact_rate_employed = 0.1;
    p.offers.protocol = protocol;
    p.mechanisms.ties = true;
    p.mechanisms.rumours = true;
    return p;
}

Market market_after(Parameters const& p, int months, Visit order = Visit::forwards) {
    Simulation world{p, {}, {.seed = 5}, order};
    for (int month = 0; month != months; ++month) {
        world.step();
    }
    return world.market();
}

/// People who have heard of others' terms in the last year.
struct Hearers {
    std::int64_t count = 0;
    double people = 0.0;
};

Hearers hearers_in(Market const& market) {
    Hearers found;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_present(row)) {
            found.people += 1.0;
            found.count += market.rumours.worth[row] > 0.0F ? 1 : 0;
        }
    }
    return found;
}

/// Rumours come in bunches of up to eight acquaintances of one teller, so that a count varies at
/// most as much as one of independent bunches of eight: by eight times its size.
bool clearly_exceeds(std::int64_t more, std::int64_t less) {
    return static_cast<double>(more - less) > 4.0 * std::sqrt(8.0 * double(more + less));
}

/// The mean of ln(pay in one world / pay in another) over those with a job in both, in units of its
/// standard error, people being independent.
double raises_of(Market const& with, Market const& without) {
    double n = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    ResearcherTable const& a = with.researchers;
    ResearcherTable const& b = without.researchers;
    for (std::size_t i = 0; i != std::min(a.size(), b.size()); ++i) {
        ResearcherRow const row{i};
        if (a.is_employed(row) && b.is_employed(row) && a.identity[row] == b.identity[row]) {
            double const gain = std::log(a.pay[row] / b.pay[row]);
            n += 1.0;
            sum += gain;
            squares += gain * gain;
        }
    }
    double const mean = sum / n;
    return mean / std::sqrt((squares / n - mean * mean) / n);
}

} // namespace

TEST_CASE("what is said of rumours that are off changes no bit") {
    auto p = talking_world();
    p.mechanisms.rumours = false;
    Market const without = market_after(p, 13);
    p.rumours = {.share_probability = 1.0,
                 .noise = 1.0,
                 .memory_months = 1,
                 .leak_hazard = 1.0,
                 .secrecy_autonomy_cost = 1.0};
    CHECK(differences(market_after(p, 13), without) == no_differences);
}

TEST_CASE("where nobody tells and nothing leaks, all is as without rumours") {
    auto p = talking_world();
    p.rumours.share_probability = 0.0;
    p.rumours.leak_hazard = 0.0;
    Market market = market_after(p, 13);
    CHECK(hearers_in(market).count == 0);
    market.rumours = {};
    p.mechanisms.rumours = false;
    CHECK(differences(market, market_after(p, 13)) == no_differences);
}

TEST_CASE("rumours raise pay in rounds and in auctions, and leave posted pay alone") {
    for (OfferProtocol const protocol :
         {OfferProtocol::rounds, OfferProtocol::sequential_auction}) {
        CAPTURE(static_cast<int>(protocol));
        auto p = talking_world(protocol);
        Market const with = market_after(p, 18);
        p.mechanisms.rumours = false;
        CHECK(raises_of(with, market_after(p, 18)) > 4.0);
    }
    // Who posts pay is not asked for more.
    auto p = talking_world(OfferProtocol::posted);
    Market with = market_after(p, 18);
    with.rumours = {};
    p.mechanisms.rumours = false;
    CHECK(differences(with, market_after(p, 18)) == no_differences);
}

TEST_CASE("where firms are secretive fewer hear of others' terms, and after leaks more do") {
    auto p = talking_world();
    p.rumours.leak_hazard = 0.0;
    auto const open = hearers_in(market_after(p, 12)).count;
    auto const all_firms_keep = [&p](double secrecy) {
        for (auto& [key, firm] : p.firms) {
            firm.secrecy = secrecy;
        }
        for (auto& [code, fringe] : p.fringe) {
            fringe.secrecy = secrecy;
        }
    };
    all_firms_keep(0.7);
    auto const secretive = hearers_in(market_after(p, 12)).count;
    p.rumours.leak_hazard = 0.3;
    auto const leaky = hearers_in(market_after(p, 12)).count;
    CHECK(clearly_exceeds(open, secretive));
    CHECK(clearly_exceeds(leaky, secretive));
    p.rumours.leak_hazard = 0.0;
    all_firms_keep(1.0);
    CHECK(hearers_in(market_after(p, 12)).count == 0);
}

TEST_CASE("more people leave a firm whose secrecy costs autonomy") {
    auto p = talking_world();
    p.firms["acme"].secrecy = 1.0;
    p.firms["acme"].autonomy = 1.0;
    p.utility.autonomy.mean = 1.0;
    auto const leavers = [](Parameters const& world) {
        Simulation run{world, {}, {.seed = 5}, Visit::forwards};
        std::int64_t count = 0;
        for (int month = 0; month != 24; ++month) {
            run.step();
            for (JobMove const& move : run.flows().job_moves) {
                count += move.from == acme ? 1 : 0;
            }
        }
        return count;
    };
    p.rumours.secrecy_autonomy_cost = 0.0;
    auto const free = leavers(p);
    p.rumours.secrecy_autonomy_cost = 1.0;
    auto const watched = leavers(p);
    // Moves of different people are independent and rare: a count varies by its size.
    CHECK(static_cast<double>(watched - free) > 4.0 * std::sqrt(double(watched + free)));
}

TEST_CASE("a world with rumours is the same in any order of visits") {
    auto p = talking_world();
    p.rumours.leak_hazard = 0.05;
    check_every_order_makes_the_same_market([&](Visit order) { return market_after(p, 6, order); });
}
