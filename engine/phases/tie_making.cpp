#include "engine/phases/tie_making.hpp"

#include <algorithm>

#include "engine/phases/acquaintances.hpp"

namespace talentsim {

namespace {

/// Everybody gets places for ties who has none yet.
void make_room(Market& market) {
    ResearcherTable const& people = market.researchers;
    std::size_t const have_places = market.ties.size();
    market.ties.resize(people.size());
    for (std::size_t i = have_places; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_present(row)) {
            market.ties.note_entry(
                row, static_cast<std::uint16_t>(month_of_entry(people.identity[row]) + 1));
        }
    }
}

/// Somebody gets to know somebody, whom the oldest tie makes room for.
void get_to_know(Market& market, ResearcherRow who, ResearcherRow whom, std::uint16_t made) {
    TieTable& ties = market.ties;
    for (std::size_t place = 0; place != ties.each(); ++place) {
        Tie const tie = ties.at(who, place);
        if (tie.whom == whom && ties.is_alive(who, tie)) {
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
        ResearcherRow const whom = rosters.colleague(market, who, key.words(drawn)[0]);
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
    make_room(market);
    market.ties.recent_hires = hires_among(market.researchers, changes, step.month);
    hires_of_.resize(market.firms.size());
    for (auto& hires : hires_of_) {
        hires.clear();
    }
    for (ResearcherRow const hire : market.ties.recent_hires) {
        hires_of_[market.researchers.employer[hire].at()].push_back(hire);
    }
    bool const is_first_month = rosters_.are_empty();
    if (is_first_month) {
        rosters_.list_everybody(market, step.key, step.order);
    }
    Address const drawn{.month = static_cast<std::uint32_t>(step.month), .why = Draw::tie};
    auto const made = static_cast<std::uint16_t>(step.month + 1);
    // Firm by firm, while its roster is near.
    for_each_task(step.order, hires_of_.size(), [&](std::size_t f) {
        if (!is_first_month && !hires_of_[f].empty()) {
            rosters_.add(market, step.key, FirmRow{f}, hires_of_[f]);
        }
        for (ResearcherRow const who : hires_of_[f]) {
            meet_colleagues(market, rosters_, step.key, who, drawn, parameters.social.ties_per_hire,
                            made);
        }
    });
}

void found_ties(Market& market, Parameters const& parameters, RandomKey const& key, Visit order) {
    if (!parameters.mechanisms.ties) {
        return;
    }
    ResearcherTable const& people = market.researchers;
    market.ties = TieTable{static_cast<std::size_t>(parameters.social.ties)};
    make_room(market);
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
