#pragma once

#include "engine/core/ids.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/market.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// The month of entry in the words of Tie::made: 0 for founding residents, else the month plus 1.
[[nodiscard]] inline Month entry_of(ResearcherTable const& people, ResearcherRow row) {
    return month_of_entry(people.identity[row]) + 1;
}

/// Whether a tie in somebody's row is theirs, not that of who was in the row before, and leads to
/// somebody who has not left the world of work.
[[nodiscard]] inline bool is_alive(ResearcherTable const& people, ResearcherRow who, Tie tie) {
    return tie.whom.exists() && entry_of(people, who) <= tie.made && people.is_present(tie.whom) &&
           entry_of(people, tie.whom) <= tie.made;
}

/// Call look(whom) for everybody whom somebody knows, the latest acquaintance first, as long as it
/// returns true.
template <class Look>
void for_each_known(Market const& market, ResearcherRow who, Look const& look) {
    TieTable const& ties = market.ties;
    if (who.at() >= ties.size()) {
        return;
    }
    for (std::size_t place = 0; place != ties.each(); ++place) {
        Tie const tie = ties.at(who, place);
        if (is_alive(market.researchers, who, tie) && !look(tie.whom)) {
            return;
        }
    }
}

/// RD of somebody, by the pay that everyone has now; 0 without pay, and for who knows nobody [-].
[[nodiscard]] double deprivation_of(Market const& market, ResearcherRow who);

/// How many of those whom somebody knows work at a firm [persons].
[[nodiscard]] double friends_at(Market const& market, ResearcherRow who, FirmRow firm);

/// Whether firms and friends can bring somebody a contact this month. Graduates of the month have
/// their bridges, and who lost the job in it waits for the next unless search.same_month.
[[nodiscard]] bool is_approachable(ResearcherTable const& people, ResearcherRow who,
                                   SearchParameters const& search, Month month);

} // namespace talentsim
