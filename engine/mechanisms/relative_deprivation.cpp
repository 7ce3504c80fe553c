#include "engine/mechanisms/relative_deprivation.hpp"

#include <algorithm>

namespace talentsim {

double search_rate(double rate, double response, double deprivation) noexcept {
    return std::min(1.0, rate * (1.0 + response * std::min(deprivation, 1.0)));
}

} // namespace talentsim
