#pragma once

#include <vector>

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/standing.hpp"
#include "engine/phases/rosters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Hires get to know some of their new colleagues, and keep the acquaintances of before for as long
/// as there are places: so people know colleagues present and past. Only hires are looked at.
///
/// Reads   changes of the month; researchers: identity, employer, since, location; firms: staff
/// Writes  ties
/// Draws   Draw::tie -- one per new tie of a hire; Draw::roster_place -- for life
/// Keeps   nobody knows themself, or somebody twice; the latest tie stands first
class TieMaking {
  public:
    void renew(Market& market, Parameters const& parameters, Step const& step,
               std::vector<StandingChange> const& changes);

  private:
    Rosters rosters_;
    std::vector<std::vector<ResearcherRow>> hires_of_; ///< every firm, this month
};

/// Everybody who has a job at founding knows some of the colleagues.
///
/// Draws   Draw::founding_tie -- one per tie
void found_ties(Market& market, Parameters const& parameters, RandomKey const& key, Visit order);

} // namespace talentsim
