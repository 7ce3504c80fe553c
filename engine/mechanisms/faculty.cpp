#include "engine/mechanisms/faculty.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

namespace talentsim {

namespace {

/// Whatever is left of a faculty, it is not nothing: a logarithm is taken.
constexpr double smallest_ratio = 1e-12;

} // namespace

double lagged_faculty(double lagged, double faculty, double lag) noexcept {
    return lagged + (faculty - lagged) / lag;
}

double graduates_factor(double lagged, double reference, double elasticity) noexcept {
    return exp(elasticity * log(std::max(lagged / reference, smallest_ratio)));
}

} // namespace talentsim
