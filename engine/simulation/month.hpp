#pragma once

#include <vector>

#include "engine/model/census.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/acceptance.hpp"
#include "engine/phases/acquisitions.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/compute_grants.hpp"
#include "engine/phases/drive_lists.hpp"
#include "engine/phases/firm_plans.hpp"
#include "engine/phases/job_search.hpp"
#include "engine/phases/month_draw.hpp"
#include "engine/phases/referrals.hpp"
#include "engine/phases/rumours.hpp"
#include "engine/phases/step.hpp"
#include "engine/phases/target_lists.hpp"
#include "engine/phases/tie_making.hpp"
#include "engine/phases/visas.hpp"
#include "engine/simulation/ledger.hpp"

namespace talentsim {

/// The phases of a month in their order, and the lists that pass from one to the next. The lists
/// are kept between months so that their memory is reused.
class MonthPhases {
  public:
    explicit MonthPhases(Market const& market) : job_search_{market} {}

    /// One month, after the dated changes have taken effect: market and rivals, deliveries of
    /// compute, plans, retention grants, draw, turnover, graduation, contacts, bargaining,
    /// acceptance, commitment, visas, acquisitions, census, ties, rumours, grants of compute,
    /// breakthroughs, loss of stars. The ledger looks on.
    ///
    /// @param census  of the end of last month; of the end of this one on return
    /// @param flows   what happened in the month, on return
    void run(Market& market, Parameters const& parameters, Step const& step, Census& census,
             MonthFlows& flows, Ledger& ledger);

    /// The first half of the month, after which every offer is on the table and nothing is agreed.
    void run_to_offers(Market& market, Parameters const& parameters, Step const& step,
                       MonthFlows& flows, Ledger& ledger);

    /// The offers of the month.
    [[nodiscard]] Contests const& contests() const noexcept { return contests_; }

  private:
    TalentValues values_;
    MonthDraw month_draw_;
    std::vector<DrawnResearcher> drawn_;
    JobSearch job_search_;
    std::vector<Contact> contacts_;
    DriveLists drive_lists_;
    TargetLists target_lists_;
    Referrals referrals_;
    std::vector<Contact> added_contacts_; ///< of drives and recruiters, by referral and by name
    Bargaining bargaining_;
    Contests contests_;
    Acceptance acceptance_;
    Matching matching_;
    Visas visas_;
    Acquisitions acquisitions_;
    TieMaking tie_making_;
    Rumours rumours_;
    ComputeGrants compute_grants_;
};

} // namespace talentsim
