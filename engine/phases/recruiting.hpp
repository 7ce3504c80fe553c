#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// One ranking of talent for all firms, the best first.
///
/// Reads   researchers: identity, log_talent, tier, employer, location, since
/// Draws   Draw::recruiting_rank -- where talents tie
class TalentRanking {
  public:
    /// Everybody of this tier and those above to whom firms can bring a contact this month.
    std::vector<ResearcherRow> const& rank(Market const& market, Parameters const& parameters,
                                           LowestTier lowest, Step const& step);

  private:
    struct Ranked {
        double log_talent = 0.0;
        ResearcherRow who;
    };

    std::vector<Ranked> ranked_;
    std::vector<ResearcherRow> best_first_;
    Collector<Ranked> collector_;
};

/// Whether a firm sees somebody, who is not on its staff or that of its group, this month.
///
/// Draws   Draw::visibility -- one per pair
[[nodiscard]] bool is_seen_by(FirmRow firm, ResearcherRow who, Market const& market,
                              Parameters const& parameters, Step const& step);

} // namespace talentsim
