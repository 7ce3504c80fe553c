#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "engine/simulation/month.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

constexpr Month months = 12;

/// How much a firm wants a researcher: surplus, then hashed priority.
using Rank = std::tuple<double, std::uint32_t, Identity>;

/// The month's contracts, and both sides' rankings of them.
struct Terms {
    Market market; ///< when the contracts were bargained
    Contests contests;
    Step step;

    [[nodiscard]] Rank rank(std::uint32_t contest, std::uint32_t bid) const {
        Identity const who = market.researchers.identity[contests.contests[contest].who];
        Bid const& offer = contests.bids[bid];
        return {-(offer.value - offer.pay),
                step.words(who, Draw::seat_priority, market.firms.key[offer.firm])[0], who};
    }
};

/// The textbook: one researcher at a time proposes, whoever is turned away proposes next (McVitie &
/// Wilson 1971, "The stable marriage problem").
Matching serial_matching(Terms const& terms) {
    auto const& contests = terms.contests.contests;
    Matching held(contests.size(), no_bid);
    std::vector<std::vector<std::uint32_t>> staff(terms.market.firms.size()); // contests, by firm
    for (std::uint32_t first = 0; first != contests.size(); ++first) {
        std::uint32_t proposer = first;
        std::uint32_t bid = contests[first].first;
        while (bid != contests[proposer].first + contests[proposer].ranked) {
            FirmRow const firm = terms.contests.bids[bid].firm;
            auto& here = staff[firm.at()];
            held[proposer] = bid;
            here.push_back(proposer);
            if (here.size() <= static_cast<std::size_t>(terms.market.firms.open_seats[firm])) {
                break;
            }
            auto const worst =
                std::max_element(here.begin(), here.end(), [&](std::uint32_t a, std::uint32_t b) {
                    return terms.rank(a, held[a]) < terms.rank(b, held[b]);
                });
            proposer = *worst;
            here.erase(worst);
            bid = held[proposer] + 1;
            held[proposer] = no_bid;
        }
    }
    return held;
}

/// Pairs of a researcher and a firm who would both rather have each other.
std::size_t blocking_pairs(Terms const& terms, Matching const& matching) {
    auto const& contests = terms.contests.contests;
    std::vector<std::size_t> filled(terms.market.firms.size(), 0);
    std::vector<Rank> worst(terms.market.firms.size());
    for (std::uint32_t c = 0; c != contests.size(); ++c) {
        if (matching[c] != no_bid) {
            std::size_t const firm = terms.contests.bids[matching[c]].firm.at();
            Rank const rank = terms.rank(c, matching[c]);
            worst[firm] = filled[firm]++ == 0 ? rank : std::max(worst[firm], rank);
        }
    }
    std::size_t pairs = 0;
    for (std::uint32_t c = 0; c != contests.size(); ++c) {
        std::uint32_t const better =
            matching[c] == no_bid ? contests[c].first + contests[c].ranked : matching[c];
        for (std::uint32_t bid = contests[c].first; bid != better; ++bid) {
            FirmRow const firm = terms.contests.bids[bid].firm;
            bool const has_seat =
                filled[firm.at()] < static_cast<std::size_t>(terms.market.firms.open_seats[firm]);
            pairs += has_seat || terms.rank(c, bid) < worst[firm.at()] ? 1 : 0;
        }
    }
    return pairs;
}

/// The offers of the next month, on a copy of the market.
Terms terms_of_next_month(Simulation const& world) {
    Parameters const& parameters = world.parameters();
    Terms terms{.market = world.market(),
                .contests = {},
                .step = {.key = RandomKey{world_of(parameters)}, .month = world.months_done()}};
    MonthFlows flows{terms.market.countries.size()};
    MonthPhases phases{terms.market};
    Ledger ledger{parameters.simulation.start};
    phases.run_to_offers(terms.market, parameters, terms.step, flows, ledger);
    terms.contests = phases.contests();
    return terms;
}

/// Contests after which the researcher is not where the matching says.
std::size_t misplaced(Terms const& terms, Matching const& matching, Market const& after) {
    std::size_t n = 0;
    for (std::uint32_t c = 0; c != matching.size(); ++c) {
        Contest const& contest = terms.contests.contests[c];
        FirmRow expected_employer = terms.market.researchers.employer[contest.who];
        if (matching[c] != no_bid) {
            expected_employer = terms.contests.bids[matching[c]].firm;
        } else if (contest.fallback == Fallback::is_jobless) {
            expected_employer = FirmRow{};
        }
        n += after.researchers.employer[contest.who] == expected_employer ? 0 : 1;
    }
    return n;
}

} // namespace

std::vector<Law> check_deferred_acceptance(Parameters const& parameters) {
    Simulation world = found_world(parameters);
    std::size_t contracts = 0;
    std::size_t turned_away = 0;
    std::size_t unlike_serial = 0;
    std::size_t blocking = 0;
    std::size_t elsewhere = 0;
    for (Month month = 0; month != months; ++month) {
        Terms const terms = terms_of_next_month(world);
        auto const serial = serial_matching(terms);
        Matching matching;
        for (Visit const order : {Visit::parallel, Visit::forwards, Visit::backwards}) {
            Step step = terms.step;
            step.order = order;
            Acceptance{}.match(terms.market, terms.contests, step, matching);
            for (std::size_t c = 0; c != serial.size(); ++c) {
                unlike_serial += matching[c] == serial[c] ? 0 : 1;
            }
        }
        blocking += blocking_pairs(terms, matching);
        world.step();
        elsewhere += misplaced(terms, serial, world.market());
        for (std::uint32_t c = 0; c != serial.size(); ++c) {
            Contest const& contest = terms.contests.contests[c];
            contracts += contest.ranked;
            // Whoever is turned away proposes next, so all before the one held were rejected.
            turned_away += serial[c] == no_bid ? contest.ranked : serial[c] - contest.first;
        }
    }
    auto const of = [](std::size_t n) { return static_cast<double>(n); };
    return {
        larger(fmt::format("contracts rejected for want of a seat, of {}", contracts), 0.0,
               {.value = of(turned_away)}),
        exact("researchers matched unlike the serial textbook, in any order", 0.0,
              of(unlike_serial)),
        exact("blocking pairs at the terms bargained", 0.0, of(blocking)),
        exact("researchers who end the month elsewhere", 0.0, of(elsewhere)),
    };
}

std::vector<ParameterProblem> deferred_acceptance_problems(Parameters const& parameters) {
    return unmet(parameters,
                 {{.path = "mechanisms.own_search", .words = {"true"}},
                  {.path = "search.contact_rate_unemployed", .numbers = Domain::above(0.0)},
                  {.path = "population.unemployed_at_start", .numbers = Domain::above(0.0)},
                  {.path = "mechanisms.visas", .words = {"false"}},
                  {.path = "mechanisms.non_compete", .words = {"false"}},
                  {.path = "budgets.seats", .words = {"limited"}},
                  // With more no seat is wanting.
                  {.path = "budgets.seat_slack", .numbers = Domain::at_most(1.0)}});
}

} // namespace talentsim
