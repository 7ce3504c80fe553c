#pragma once

#include <vector>

#include "engine/simulation/simulation.hpp"
#include "engine/validation/job_ladder.hpp"
#include "engine/validation/law.hpp"

namespace talentsim {

/// Where firms differ in productivity alone, employers answer every offer and U is linear in pay:
/// pay of somebody on rung r whose best outside offer was from rung q is
///
///     w = M2 + beta (M1 - M2),  M1 = p_r,  M2 = p_q, or b where there was none
///
/// in units of the value of talent at a firm of productivity 1.
class BargainedPay {
  public:
    /// Productivity of the firms from the lowest up, and the value of no employer.
    BargainedPay(Simulation const& world, double bargaining_power);

    [[nodiscard]] std::size_t rungs() const noexcept { return values_.size() - 1; }

    /// p_r; of 0, b.
    [[nodiscard]] double value(std::size_t rung) const { return values_[rung]; }

    [[nodiscard]] double pay(std::size_t rung, std::size_t outside_rung) const {
        return values_[outside_rung] + power_ * (values_[rung] - values_[outside_rung]);
    }

    /// Mean over the employed of a stationary ladder.
    [[nodiscard]] double mean(JobLadder const& ladder) const;

    /// The rungs of somebody's job and best outside offer, as pay shows them.
    struct Rungs {
        std::size_t job = 0;
        std::size_t outside = 0;
        bool is_found = false; ///< whether the pay is that of any outside offer
    };

    /// Of a firm, from 1.
    [[nodiscard]] std::size_t rung_of(FirmRow firm) const { return rung_[firm]; }

    [[nodiscard]] Rungs rungs_of(Simulation const& world, ResearcherRow who) const;

  private:
    double unit_;
    double power_;
    std::vector<double> values_; ///< b, p_1, ..., p_m
    FirmColumn<std::size_t> rung_;
};

/// The employed at the end of a run: mean pay, and how many have pay that theory does not know.
struct PayFound {
    Mean mean;
    double unexplained = 0.0;
    double on_top = 0.0;            ///< on the highest rung
    double on_top_from_below = 0.0; ///< of these, best outside offer from the lower half or none
};

[[nodiscard]] PayFound pay_found(Simulation const& world, BargainedPay const& theory);

/// What happens to contracts in the twelve months to come.
struct ContractsFound {
    double unexplained = 0.0; ///< signed, not bargained against the firm left, or b
    double falls = 0.0;       ///< of pay in a job that goes on
};

/// @param world  is stepped on
[[nodiscard]] ContractsFound contracts_found(Simulation& world, BargainedPay const& theory);

} // namespace talentsim
