#include "engine/mechanisms/firm_productivity.hpp"

#include "engine/core/math.hpp"

namespace talentsim {

double productivity_at(ProductivityParameters const& productivity, double u) noexcept {
    switch (productivity.distribution) {
    case ProductivityDistribution::constant:
        return productivity.low;
    case ProductivityDistribution::uniform:
        return productivity.low + (productivity.high - productivity.low) * u;
    case ProductivityDistribution::pareto:
        return productivity.low * pow(1.0 - u, -1.0 / productivity.exponent);
    }
    return 1.0;
}

} // namespace talentsim
