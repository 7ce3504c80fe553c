#include "engine/model/bounds.hpp"

#include <cmath>
#include <fmt/format.h>

namespace talentsim {

bool Bounds::contain(double x) const {
    return std::isfinite(x) && (low_included ? x >= low : x > low) && x <= high;
}

std::string Bounds::text() const {
    if (std::isinf(high)) {
        return std::isinf(low) ? "that is finite"
                               : fmt::format("{} {}", low_included ? ">=" : ">", low);
    }
    return fmt::format("in {}{}, {}]", low_included ? '[' : '(', low, high);
}

} // namespace talentsim
