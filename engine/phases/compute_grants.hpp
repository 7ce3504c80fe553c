#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/mechanisms/apportionment.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Firms divide the compute at their disposal among their staff, in thousandths of an H100e:
/// pledges of drives first, by date of contract, and the rest among all by talent units.
///
/// Reads   researchers: employer, talent_units, identity; firms: compute, scale, talent; drives:
///         hires
/// Writes  researchers.gpu_grant
/// Draws   Draw::grant_remainder -- where remainders tie
/// Keeps   the grants of a firm sum to no more than its pool
///
/// People are gone through twice in the order of their rows, which reads and writes memory in
/// streams; firm by firm, each would be a jump.
class ComputeGrants {
  public:
    /// @returns whether anybody holds a grant afterwards
    bool divide(Market& market, Parameters const& parameters, Step const& step);

  private:
    /// Somebody who gets a unit more if the remainder is large enough.
    struct OnTheLine {
        ResearcherRow who;
        FirmRow employer;
        double remainder = 0.0;
        std::uint64_t priority = 0;
    };

    /// Compute that a drive's hire has besides a share of the rest.
    struct Pledge {
        ResearcherRow who;
        MilliGpu units = 0;
    };

    void serve_pledges(Market& market);
    void count_claims(Market const& market, Visit order);
    void grant_shares(Market& market, Step const& step);
    void settle_line(Market& market, Visit order);

    bool any_granted_ = true;          ///< whether somebody may hold a grant
    std::vector<MilliGpu> left_;       ///< of the pool by firm, once pledges are served
    std::vector<Pledge> pledges_;      ///< served
    std::vector<Apportionment> pools_; ///< by firm
    std::vector<OnTheLine> line_;
    std::vector<OnTheLine> line_by_firm_;
    Collector<OnTheLine> collector_;
};

/// The simulated part of the compute at a firm's disposal, in units of grants; 2^49 of them where
/// it is more.
[[nodiscard]] MilliGpu grantable(FirmTable const& firms, FirmRow row);

} // namespace talentsim
