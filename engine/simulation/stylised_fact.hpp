#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/simulation/indicator_path.hpp"

namespace talentsim {

/// Something known of the real market, and what a simulated world should show if it is like it.
struct StylisedFact {
    std::string name;
    std::string source;                                    ///< id in docs/facts.md
    std::optional<IndicatorPath> indicator{};              ///< nothing: it cannot be measured,
    std::string not_measured{};                            ///< for this reason
    double low = -std::numeric_limits<double>::infinity(); ///< the target, in the indicator's unit:
    double high = std::numeric_limits<double>::infinity(); ///< a number, a range, or open
    double tolerance = 0.0; ///< by which a value may miss the target, in the same unit
    std::string why{};      ///< this indicator, and this tolerance

    /// Whether a value lies on the target or within the tolerance of it; if the target is open to
    /// one side, a value on the edge is not enough. NaN never is.
    [[nodiscard]] bool is_met_by(double value) const;
};

/// A number over independent replicates.
struct Band {
    double low = std::numeric_limits<double>::quiet_NaN(); ///< the 5 % quantile
    double median = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN(); ///< the 95 % quantile
    std::size_t replicates = 0;                             ///< that have a value
};

/// Quantiles between order statistics, linearly: type 7 of Hyndman & Fan (1996), "Sample quantiles
/// in statistical packages", American Statistician 50(4). NaN among the values counts as none.
[[nodiscard]] Band band_of(std::vector<double> values);

} // namespace talentsim
