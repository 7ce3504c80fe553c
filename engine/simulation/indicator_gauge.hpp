#pragma once

#include <functional>
#include <map>
#include <string>

#include "engine/simulation/indicator_path.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// A ratio of sums that is still being taken.
struct RatioOfSums {
    double sum = 0.0;
    double weight = 0.0;

    void add(double amount, double per) {
        sum += amount;
        weight += per;
    }

    /// NaN if there is nothing to divide by.
    [[nodiscard]] double value() const;
};

/// Country of every named firm, by key.
using FirmCountries = std::map<std::string, std::string>;

/// How an indicator is read off the records of one run: what it takes from each month that it is
/// about, and from what is observed once in a replicate. Its value in a replicate is the ratio of
/// the sums.
struct IndicatorGauge {
    std::function<void(MonthRecord const&, RatioOfSums&)> take_month{};
    std::function<void(ReplicateRecord const&, RatioOfSums&)> take_replicate{};
    std::size_t first = 0; ///< month from which on
    std::size_t end = 0;   ///< and before which it takes
    std::string lacking{}; ///< why this run cannot have it; empty if it can
};

/// The gauge of an indicator in a run.
[[nodiscard]] IndicatorGauge gauge_of(IndicatorPath const& path, RunDescription const& run,
                                      FirmCountries const& firm_countries);

} // namespace talentsim
