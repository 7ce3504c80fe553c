#pragma once

#include <cstddef>

namespace talentsim {

/// How fast the employed climb: k = (1 - delta) lambda / delta, contacts per job where contacts
/// come after separations of the same month.
///
/// @param separation  delta, monthly probability, in (0, 1]
/// @param contact     lambda of the employed, monthly probability, in [0, 1]
[[nodiscard]] double contacts_per_job(double separation, double contact) noexcept;

/// Pay posted by one of n equal firms so that all n earn the same profit, as a share of the value
/// of the worker:
///
///     w_r/p = 1 - (1 - b/p) (1 + k (1 - r/n)) (1 + k (1 - (r-1)/n))/(1 + k)^2
///
/// With many firms this is the offer distribution F(w) = (1+k)/k [1 - sqrt((p-w)/(p-b))]; with n
/// the mean earnings of workers are (b + k p)/(1 + k) all the same.
///
/// @param rung    r, 1 for the lowest pay, n for the highest
/// @param firms   n
/// @param k       contacts per job [-], >= 0
/// @param outside b/p: value of no employer as a share of that of the worker [-], <= 1
/// Source: Burdett & Mortensen (1998), eq. 15-17, for rungs instead of a continuum.
[[nodiscard]] double equal_profit_share(std::size_t rung, std::size_t firms, double k,
                                        double outside) noexcept;

} // namespace talentsim
