#pragma once

#include <cstdint>

namespace talentsim {

/// What makes breakthroughs more or less frequent at a firm.
struct BreakthroughOdds {
    double rate = 1e-6;            ///< pi0 [1/month per unit of talent]
    double difficulty = 10.0;      ///< phi [-], > 0
    double compute_exponent = 0.3; ///< [-], >= 0
};

/// More breakthroughs than this are not expected of one firm in one month. Without an end to it a
/// firm that has been without compute for years would, on getting some, overshoot by far. Assumed.
inline constexpr double most_breakthroughs_expected = 20.0;

/// How many breakthroughs a firm makes in a month on average:
///
///     E = pi0 L (g/g0)^e A^(-phi),  at most most_breakthroughs_expected
///
/// Ideas get harder to find as productivity rises: the law of motion of ideas of Jones (1995),
/// "R&D- based models of economic growth", Journal of Political Economy 103(4), with phi for minus
/// his phi; evidence in Bloom, Jones, Van Reenen & Webb (2020), "Are ideas getting harder to
/// find?", American Economic Review 110(4).
///
/// @param talent         L, at full scale [talent units], >= 0
/// @param compute_ratio  g/g0 [-], >= 0
/// @param productivity   A [-], >= 0
[[nodiscard]] double expected_breakthroughs(BreakthroughOdds const& odds, double talent,
                                            double compute_ratio, double productivity) noexcept;

/// The smallest n with P(N <= n) >= u, N Poisson with this mean: its inverse distribution function.
/// At the same u, a larger mean never gives a smaller count.
///
/// @param mean  in [0, most_breakthroughs_expected]
/// @param u     in (0, 1)
[[nodiscard]] std::int64_t poisson_count(double mean, double u) noexcept;

/// A after a month with `breakthroughs` of them, in which rivals have caught up by as much as was
/// expected at founding:
///
///     A' = A (1+J)^(N - E0)
///
/// @param size      J [-], >= 0
/// @param founding  E0 [1/month]
[[nodiscard]] double productivity_after(double productivity, std::int64_t breakthroughs,
                                        double founding, double size) noexcept;

} // namespace talentsim
