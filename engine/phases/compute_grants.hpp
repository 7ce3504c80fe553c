#pragma once

#include <cstdint>
#include <vector>

#include "engine/mechanisms/apportionment.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Firms divide the compute at their disposal among their staff, by talent units, in thousandths of
/// an H100e.
///
/// Reads   researchers: employer, talent_units, identity; firms: compute, scale
/// Writes  researchers.gpu_grant
/// Draws   Draw::grant_remainder -- where remainders tie
/// Keeps   the grants of a firm sum to no more than its pool
class ComputeGrants {
  public:
    void divide(Market& market, Parameters const& parameters, Step const& step);

  private:
    void list_staff(Market const& market, Visit order);

    /// Call body(row, place) for everybody with a job, `place` being theirs in staff_.
    template <class Body>
    void for_each_block(Market const& market, Visit order, Body const& body) const;

    std::vector<std::uint32_t> places_; ///< (block of rows, firm): place in staff_ of the first one
    std::vector<std::uint32_t> starts_; ///< by firm, where its staff begin in staff_
    std::vector<ResearcherRow> staff_;  ///< firm by firm, in the order of rows
    std::vector<Claim> claims_;         ///< as staff_
    std::vector<std::vector<Remainder>> scratch_; ///< by firm
};

/// The simulated part of the compute at a firm's disposal, in units of grants.
[[nodiscard]] MilliGpu grantable(FirmTable const& firms, FirmRow row);

} // namespace talentsim
