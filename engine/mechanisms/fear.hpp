#pragma once

#include <cstdint>

namespace talentsim {

/// The fear of being left out that rivals' hires leave in a firm:
///
///     omega' = rho omega + gamma H,  H = (stars hired by all - own)/stars employed
///
/// It rises with the share of the world's stars that others have hired, and decays. That managers
/// follow what rivals do is Scharfstein & Stein (1990); the linear rule is assumed.
///
/// @param fear         omega of the month before [-]
/// @param persistence  rho, share left after a month [-], in [0, 1)
/// @param response     gamma: rise if rivals hire as many stars as work anywhere [-]
/// @param hires        stars hired by all firms in the last month [persons]
/// @param own          of these, by the firm itself [persons]
/// @param stars        stars employed by all firms [persons]; if 0, nobody was there to be hired
[[nodiscard]] double fear_after_month(double fear, double persistence, double response,
                                      std::int64_t hires, std::int64_t own,
                                      std::int64_t stars) noexcept;

} // namespace talentsim
