#pragma once

#include <vector>

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/job_search.hpp"
#include "engine/phases/recruiting.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Firms with a drive that has open seats write down the best of those they seek, and approach,
/// every month, whom they see of these; all of them where the chief executive writes.
///
/// Not on a list are the firm's own staff and who has agreed to come.
///
/// Reads   drives: terms, looks_into, open_seats; researchers: identity, log_talent, tier,
///         employer, location, since, mission, pending, pending_move; firms: secrecy, mission
/// Writes  drives: listed, those approached; contacts: theirs are added at the end
/// Draws   Draw::drive_size, Draw::recruiting_rank, Draw::visibility
class DriveLists {
  public:
    void approach(Market& market, Parameters const& parameters, Step const& step,
                  std::vector<Contact>& contacts);

  private:
    TalentRanking ranking_;
};

} // namespace talentsim
