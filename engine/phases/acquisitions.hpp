#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/job_search.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// In the month of an acquisition the bidder makes one offer to the core team of a start-up: the
/// pay they have, and a premium for as long as the retention lasts. The team accepts if most of it
/// would rather work for the bidder, or by chance where a probability is given. Then all of it
/// moves, and its seats with it. Else the bidder approaches each of them by name in the next month,
/// among all other contacts. A bidder whose free money is less than the team would be paid makes no
/// offer, unless a probability is given: then the offer is known to have been made.
///
/// The core team are the most talented of the staff who have not signed elsewhere. When the
/// retention is over the premium is gone, unless a counteroffer has changed the contract since:
/// whoever leaves before forgoes the rest.
///
/// Reads   researchers, plans of firms and countries
/// Writes  researchers: employer, pay, talent_units, best_outside, since, gpu_grant; firms:
///         acquired, seats_acquired, star_hires; retentions; approaches; flows: job_moves, changes,
///         refused_acquisitions
/// Draws   Draw::acquisition -- one per acquisition; Draw::acquisition_rank -- where talents tie;
///         Draw::persistent_taste, Draw::transitory_taste -- as in bargaining
/// Keeps   seats acquired sum to 0 over firms; one employer each
class Acquisitions {
  public:
    void settle(Market& market, Parameters const& parameters, Step const& step, MonthFlows& flows);

  private:
    void list_core_team(Market const& market, AcquisitionParameters const& deal, FirmRow target,
                        std::uint32_t key, Step const& step);

    std::vector<ResearcherRow> team_;
    Collector<ResearcherRow> collector_;
};

/// Those whom a bidder approaches by name, after their team has declined.
///
/// Reads   approaches; researchers: identity, employer, since; firms: open_seats
/// Writes  contacts: those of the bidders are added at the end; approaches: none are left
/// Draws   nothing
void approach_by_name(Market& market, Parameters const& parameters, Step const& step,
                      std::vector<Contact>& contacts);

} // namespace talentsim
