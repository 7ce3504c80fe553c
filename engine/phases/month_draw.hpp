#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Somebody whom the month may touch, and the words that say how.
struct DrawnResearcher {
    ResearcherRow who;
    std::uint32_t retirement = 0;
    std::uint32_t separation = 0;
    std::uint32_t search = 0;
    std::uint32_t place = 0; ///< of the search
};

/// The one look at everybody: who may retire, lose a job or meet a firm this month. The phases
/// after it decide by the words drawn here and by what each person is; those not in the list are
/// left alone by all of them.
///
/// Reads   researchers: identity, employer; firms: layoff_probability
/// Writes  drawn: in the order of rows
/// Draws   Draw::month -- retirement (word 0), separation (1), search (2), place of search (3)
/// Keeps   everybody to whom one of the words 0, 1 and 2 brings something, employed or not as they
///         are now, is in the list
class MonthDraw {
  public:
    void draw(Market const& market, Parameters const& parameters, Step const& step,
              std::vector<DrawnResearcher>& drawn);

  private:
    Collector<DrawnResearcher> collector_;
};

} // namespace talentsim
