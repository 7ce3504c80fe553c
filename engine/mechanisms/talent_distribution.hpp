#pragma once

#include "engine/model/parameters.hpp"

namespace talentsim {

/// ln(theta) of somebody at quantile u of the distribution of talent.
///
/// @param u       in (0, 1)
/// @param normal  a standard normal number, used by lognormal talent only
[[nodiscard]] double log_talent_at(TalentParameters const& talent, double u,
                                   double normal) noexcept;

/// E[theta^h] over the population.
///
/// Pareto: alpha/(alpha-h) for h < alpha; lognormal: exp(h mu + h^2 s^2/2); uniform on [a, b]:
/// (b^(h+1) - a^(h+1))/((h+1)(b-a)); constant c: c^h.
/// @throws ContractViolation where the mean is infinite
[[nodiscard]] double mean_talent_units(TalentParameters const& talent, double exponent);

} // namespace talentsim
