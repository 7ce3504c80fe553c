#pragma once

namespace talentsim {

/// Faculty as those felt it who graduate now, S' = S + (F - S)/T: who leaves is missed over the
/// years of study of those who would have been taught.
///
/// @param lagged  S of last month [talent units]
/// @param faculty  F: talent of the universities now [talent units]
/// @param lag  T [months], >= 1
[[nodiscard]] double lagged_faculty(double lagged, double faculty, double lag) noexcept;

/// Factor of the number of graduates, (S/S0)^e, S0 being the faculty under which they are as many
/// as they are said to be.
///
/// That students of universities whose professors were driven out fared worse, for lack of quality
/// more than of numbers, is what Waldinger (2010), "Quality Matters: The Expulsion of Professors
/// and the Consequences for PhD Student Outcomes in Nazi Germany", Journal of Political Economy
/// 118(4), found; hence talent and not heads. The constant elasticity is assumed.
///
/// @param reference  S0 [talent units], > 0
/// @param elasticity  e [-], >= 0; at 0 the factor is 1
[[nodiscard]] double graduates_factor(double lagged, double reference, double elasticity) noexcept;

} // namespace talentsim
