#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/job_search.hpp"
#include "engine/phases/recruiting.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Recruiters go down the ranking of talent, the same for all firms, and approach those whom their
/// firm sees, until their contacts of the month are used up.
///
/// With probability search.home_share a contact is sought in the country of the firm; else with 1/2
/// among people from there who live elsewhere; else among all others. Everybody in the tiers that
/// recruiters look at is ranked once a month; a firm then walks down as far as its contacts need.
///
/// Reads   researchers: identity, log_talent, tier, employer, origin, location, since; firms:
///         recruiter_capacity, secrecy, open_seats
/// Writes  contacts: those of recruiters are added at the end
/// Draws   Draw::recruiter_capacity -- one per firm; Draw::recruiter_place -- one per contact;
///         Draw::visibility -- one per pair looked at; Draw::recruiting_rank -- where talents tie
/// Keeps   nobody is approached by the employer, or by a firm without an open seat
class TargetLists {
  public:
    void approach(Market const& market, Parameters const& parameters, Step const& step,
                  std::vector<Contact>& contacts);

  private:
    /// The best first.
    using Ranking = std::vector<ResearcherRow>;

    std::vector<ResearcherRow> const& rank(Market const& market, Parameters const& parameters,
                                           Step const& step);

    TalentRanking ranking_;
    std::vector<Ranking> at_home_; ///< by country of location
    std::vector<Ranking> abroad_;  ///< by country of origin, who live elsewhere
    std::vector<Contact> approached_;
    Collector<Contact> collector_;
};

} // namespace talentsim
