#include "engine/phases/tie_making.hpp"

#include <algorithm>

#include "engine/phases/acquaintances.hpp"

namespace talentsim {

namespace {

/// Somebody gets to know somebody, whom the oldest tie makes room for.
void get_to_know(Market& market, ResearcherRow who, ResearcherRow whom, std::uint16_t made) {
    TieTable& ties = market.ties;
    for (std::size_t place = 0; place != ties.each(); ++place) {
        Tie const tie = ties.at(who, place);
        if (tie.whom == whom && is_alive(market.researchers, who, tie)) {
            return;
        }
    }
    for (std::size_t place = ties.each() - 1; place != 0; --place) {
        ties.set(who, place, ties.at(who, place - 1));
    }
    ties.set(who, 0, {.whom = whom, .made = made});
}

/// @param drawn  at the addresses of this reason and month, one for each of `ties` ties
void meet_colleagues(Market& market, Rosters const& rosters, RandomKey const& key,
                     ResearcherRow who, Address drawn, std::int64_t ties, std::uint16_t made) {
    drawn.who = market.researchers.identity[who];
    for (std::int64_t tie = 0; tie != ties; ++tie) {
        drawn.whom = static_cast<std::uint32_t>(tie);
        ResearcherRow const whom = rosters.colleague(market, key, who, key.words(drawn)[0]);
        if (whom.exists()) {
            get_to_know(market, who, whom, made);
        }
    }
}

/// Who has a job since this month, in the order of rows.
std::vector<ResearcherRow> hires_among(ResearcherTable const& people,
                                       std::vector<StandingChange> const& changes, Month month) {
    std::vector<ResearcherRow> hires;
    for (StandingChange const& change : changes) {
        Standing const& now = change.after;
        bool const is_hire =
            now.is_employed() && now.since == month &&
            (now.employer != change.before.employer || now.since != change.before.since);
        if (is_hire && people.employer[now.who] == now.employer) {
            hires.push_back(now.who);
        }
    }
    std::sort(hires.begin(), hires.end());
    hires.erase(std::unique(hires.begin(), hires.end()), hires.end());
    return hires;
}

} // namespace

void TieMaking::renew(Market& market, Parameters const& parameters, Step const& step,
                      std::vector<StandingChange> const& changes) {
    if (market.ties.each() == 0) {
        return;
    }
    market.ties.resize(market.researchers.size());
    auto hires = hires_among(market.researchers, changes, step.month);
    if (rosters_.are_empty()) {
        rosters_.list_everybody(market, step.key, step.order);
    } else {
        rosters_.add(market, step.key, step.order, hires);
    }
    Address const drawn{.month = static_cast<std::uint32_t>(step.month), .why = Draw::tie};
    auto const made = static_cast<std::uint16_t>(step.month + 1);
    for_each_index(step.order, hires.size(), [&](std::size_t i) {
        meet_colleagues(market, rosters_, step.key, hires[i], drawn,
                        parameters.social.ties_per_hire, made);
    });
    market.ties.recent_hires = std::move(hires);
}

void found_ties(Market& market, Parameters const& parameters, RandomKey const& key, Visit order) {
    if (!parameters.mechanisms.ties) {
        return;
    }
    ResearcherTable const& people = market.researchers;
    market.ties = TieTable{static_cast<std::size_t>(parameters.social.ties)};
    market.ties.resize(people.size());
    Rosters rosters;
    rosters.list_everybody(market, key, order);
    for_each_index(order, people.size(), [&](std::size_t i) {
        if (people.is_employed(ResearcherRow{i})) {
            meet_colleagues(market, rosters, key, ResearcherRow{i}, {.why = Draw::founding_tie},
                            parameters.social.ties, 0);
        }
    });
}

} // namespace talentsim
