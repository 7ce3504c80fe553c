#include "engine/mechanisms/fear.hpp"

namespace talentsim {

double fear_after_month(double fear, double persistence, double response, std::int64_t hires,
                        std::int64_t own, std::int64_t stars) noexcept {
    double const by_rivals =
        stars > 0 ? static_cast<double>(hires - own) / static_cast<double>(stars) : 0.0;
    return persistence * fear + response * by_rivals;
}

} // namespace talentsim
