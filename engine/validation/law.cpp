#include "engine/validation/law.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace talentsim {

Estimate Mean::estimate() const noexcept {
    double const mean = sum_ / n_;
    return {.value = mean,
            .standard_error = std::sqrt(std::max(squares_ / n_ - mean * mean, 0.0) / n_)};
}

bool Law::is_measured() const { return std::isfinite(found) && std::isfinite(standard_error); }

bool Law::holds() const {
    return is_bound ? found - theory > tolerance : std::abs(found - theory) <= tolerance;
}

Law expected(std::string what, double theory, Estimate const& found) {
    return {.what = std::move(what),
            .theory = theory,
            .found = found.value,
            .standard_error = found.standard_error,
            .tolerance = allowed_standard_errors * found.standard_error +
                         rounding_of_estimates * std::abs(theory)};
}

Law exact(std::string what, double theory, double found, double rounding) {
    return {.what = std::move(what),
            .theory = theory,
            .found = found,
            .tolerance = rounding * std::abs(theory)};
}

Law larger(std::string what, double bound, Estimate const& found) {
    Law law = expected(std::move(what), bound, found);
    law.is_bound = true;
    return law;
}

Estimate share_of(double count, double n) {
    double const share = count / n;
    // One more of each kind, so that a share of 0 or 1 still has an error.
    double const cautious = (count + 1.0) / (n + 2.0);
    return {.value = share, .standard_error = std::sqrt(cautious * (1.0 - cautious) / n)};
}

} // namespace talentsim
