#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/mechanisms/visa_draw.hpp"

namespace talentsim {

/// What is exact about a draw in two stages in which everybody weighs the same.
struct TwoStageInclusion {
    double advanced = 0.0;       ///< P(drawn) of one with an advanced degree
    double others = 0.0;         ///< P(drawn) of one without
    double sd_first_stage = 0.0; ///< of the advanced drawn in the first stage [persons]
};

/// With n registrations, of which a are advanced, R regular places and M advanced ones: the K
/// advanced drawn in the first stage are hypergeometric, so
///
///     P(others) = min(1, R/n),   P(advanced) = 1 - E[max(0, a - K - M)]/a
///
/// and the latter is R/n + M/a where a - K cannot fall below M.
[[nodiscard]] TwoStageInclusion two_stage_inclusion(std::int64_t registrations,
                                                    std::int64_t advanced, DrawPlaces places);

/// A group of registrations of one weight.
struct WeightGroup {
    double weight = 1.0;
    std::int64_t registrations = 0;
};

/// Exact probability of being drawn, by group, where one after another is drawn from those left in
/// proportion to weights: by recursion over how many of each group are drawn. Costs the product of
/// the sizes of the groups.
[[nodiscard]] std::vector<double> weighted_inclusion(std::vector<WeightGroup> const& groups,
                                                     std::int64_t places);

/// The same for many registrations, up to a share of about 1/n: 1 - exp(-w T), with T such that the
/// expected number drawn is that of the places. Rosén (1972), "Asymptotic theory for successive
/// sampling", Annals of Mathematical Statistics 43(2).
[[nodiscard]] std::vector<double> weighted_inclusion_of_many(std::vector<WeightGroup> const& groups,
                                                             std::int64_t places);

} // namespace talentsim
