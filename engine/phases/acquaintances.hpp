#pragma once

#include <array>
#include <cstddef>

#include "engine/core/ids.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/market.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

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
        if (ties.is_alive(who, tie) && !look(tie.whom)) {
            return;
        }
    }
}

/// Where those whom somebody knows work now, and for what pay. Each of them is somewhere else in
/// memory: looked up once, all together, so that the processor waits for all at the same time.
class Acquaintances {
  public:
    Acquaintances(Market const& market, ResearcherRow who);

    /// How many of them work at a firm [persons].
    [[nodiscard]] double at(FirmRow firm) const;

    /// RD of who knows them and has this pay; 0 without pay, and for who knows nobody [-].
    ///
    /// @param own  [USD/year]
    [[nodiscard]] double deprivation(double own) const;

  private:
    std::array<FirmRow, TieTable::most_ties> employers_;
    std::array<double, TieTable::most_ties> pays_{};
    std::size_t known_ = 0;
};

/// RD of somebody, by the pay that everyone has now; 0 without pay, and for who knows nobody [-].
[[nodiscard]] double deprivation_of(Market const& market, ResearcherRow who);

/// Whether firms and friends can bring somebody a contact this month. Graduates of the month have
/// their bridges, and who lost the job in it waits for the next unless search.same_month.
[[nodiscard]] bool is_approachable(ResearcherTable const& people, ResearcherRow who,
                                   SearchParameters const& search, Month month);

} // namespace talentsim
