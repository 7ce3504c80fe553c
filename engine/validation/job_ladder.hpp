#pragma once

#include <cstddef>

#include "engine/model/parameters.hpp"

namespace talentsim {

/// The stationary job ladder of search on the job, with m firms as rungs: exact for any m, where
/// textbooks have a continuum. Contacts come after separations of the same month; the unemployed
/// take any job; each contact is with one of the m firms, one's own included.
///
///     k = (1 - delta) lambda_e / delta,  F_r = r/m,  G_r = F_r / (1 + k (1 - F_r))
///
/// Source: Burdett & Mortensen (1998), eq. 8, in discrete time; Postel-Vinay & Robin (2002),
/// eq. 10, for the outside option.
class JobLadder {
  public:
    /// @param rungs  m, >= 1
    JobLadder(SearchParameters const& search, std::size_t rungs);

    [[nodiscard]] std::size_t rungs() const noexcept { return rungs_; }

    /// k: contacts per job [-].
    [[nodiscard]] double contacts_per_job() const noexcept { return k_; }

    /// delta/(delta + lambda_u): the unemployed at month start [share of people].
    [[nodiscard]] double unemployment() const noexcept;

    /// G_r: the employed at month start on the lowest r rungs [share].
    [[nodiscard]] double employed_up_to(std::size_t rung) const noexcept;

    /// Moves from job to job [per employed person and month].
    [[nodiscard]] double moves() const noexcept;

    /// The same with a continuum of firms: delta [(1+k) ln(1+k)/k - 1].
    [[nodiscard]] double moves_in_the_continuum() const noexcept;

    /// Probability that the best outside offer of somebody on rung r was from one of the lowest q
    /// rungs, or there was none (q = 0), where employers answer every offer:
    ///
    ///     (1 + k Fbar_r)(1 + k Fbar_(r-1)) / ((1 + k Fbar_q)(1 + k Fbar_(q+1))),  q < r
    ///
    /// which for many firms is [(1 + k Fbar(p))/(1 + k Fbar(q))]^2.
    [[nodiscard]] double outside_up_to(std::size_t outside_rung, std::size_t rung) const noexcept;

    /// Share of the employed on rung r whose best outside offer was from rung q (none: 0).
    [[nodiscard]] double employed_at(std::size_t rung, std::size_t outside_rung) const noexcept;

    /// Raises without a move, where employers answer every offer [per employed person and month].
    [[nodiscard]] double raises() const noexcept;

    /// Moves and raises [per employed person and month].
    struct Rates {
        double moves = 0.0;
        double raises = 0.0;
    };

    /// The rates where employers answer an offer with this probability, under auctions without
    /// bargaining power (Postel-Vinay & Robin 2004). Somebody on rung r is paid what rung q < r
    /// could pay. An offer from rung p, answered, moves those with p > r to p, paid as by r, and
    /// raises those with q < p < r to p. Unanswered, it moves everybody with p > q, other than to
    /// r itself, and pays as before.
    ///
    /// So q never falls in a job, and those paid by q are told by those paid by less, from 0
    /// upwards: with a and b the rates at which one firm's offer comes unanswered and answered, s_r
    /// those on rung r paid by q, of S, and e_r, of E, those who come to be there,
    ///
    ///     S (delta + b (m-q-1)) = E,   s_r (delta + (a+b)(m-q-1) + a) = e_r + a S
    [[nodiscard]] Rates rates_where_some_counter(double probability) const;

  private:
    [[nodiscard]] double above(std::size_t rung) const noexcept; ///< 1 + k (1 - F_r)

    std::size_t rungs_;
    double separation_;
    double contact_unemployed_;
    double contact_; ///< of the employed, after separations
    double k_;
};

} // namespace talentsim
