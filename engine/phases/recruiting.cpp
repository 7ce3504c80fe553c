#include "engine/phases/recruiting.hpp"

#include <algorithm>
#include <tuple>

#include "engine/phases/acquaintances.hpp"

namespace talentsim {

std::vector<ResearcherRow> const& TalentRanking::rank(Market const& market,
                                                      Parameters const& parameters,
                                                      LowestTier lowest, Step const& step) {
    ResearcherTable const& people = market.researchers;
    collector_.collect(step.order, people.size(), ranked_, [&](std::size_t i, auto const& emit) {
        ResearcherRow const row{i};
        if (people.tier[row] <= static_cast<Tier>(lowest) &&
            is_approachable(people, row, parameters.search, step.month)) {
            emit({.log_talent = people.log_talent[row], .who = row});
        }
    });
    auto const turn = [&](ResearcherRow who) {
        Identity const identity = people.identity[who];
        return std::tuple{step.words(identity, Draw::recruiting_rank)[0], identity};
    };
    sort_in_parallel(step.order, ranked_, [&](Ranked const& a, Ranked const& b) {
        return a.log_talent != b.log_talent ? a.log_talent > b.log_talent
                                            : turn(a.who) < turn(b.who);
    });
    best_first_.clear();
    for (Ranked const& one : ranked_) {
        best_first_.push_back(one.who);
    }
    return best_first_;
}

bool is_seen_by(FirmRow firm, ResearcherRow who, Market const& market, Parameters const& parameters,
                Step const& step) {
    FirmRow const employer = market.researchers.employer[who];
    if (market.firms.are_one_group(employer, firm)) {
        return false;
    }
    double const secrecy = employer.exists() ? market.firms.secrecy[employer] : 0.0;
    return happens(
        parameters.recruiting.visibility * (1.0 - secrecy),
        step.words(market.researchers.identity[who], Draw::visibility, market.firms.key[firm])[0]);
}

} // namespace talentsim
