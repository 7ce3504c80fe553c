#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/job_search.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Who was hired last month names some former colleagues, the latest acquaintances first, whom the
/// new employer may then approach (Montgomery 1991, "Social networks and labor-market outcomes",
/// AER 81(5)). Only those hires are looked at.
///
/// Reads   ties; researchers: identity, employer, location, since; firms: open_seats
/// Writes  contacts: those by referral are added at the end
/// Draws   Draw::referral -- one per person named
/// Keeps   nobody is approached by the employer, or by a firm without an open seat
class Referrals {
  public:
    void approach(Market const& market, Parameters const& parameters, Step const& step,
                  std::vector<Contact>& contacts);

  private:
    Collector<Contact> collector_;
    std::vector<Contact> referred_;
};

/// Contacts that did not come from search are put among those that did: one list, sorted by
/// researcher and firm, in which everyone meets a firm once.
///
/// Reads   added; researchers: employer
/// Writes  contacts; flows: contacts_of_employed
void add_contacts(ResearcherTable const& people, Visit order, std::vector<Contact> const& added,
                  MonthFlows& flows, std::vector<Contact>& contacts);

} // namespace talentsim
