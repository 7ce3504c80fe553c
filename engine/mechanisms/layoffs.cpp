#include "engine/mechanisms/layoffs.hpp"

#include <algorithm>

namespace talentsim {

double excess_layoffs(double staff, double seats, double margin, double speed) noexcept {
    return staff > (1.0 + margin) * seats ? speed * (staff - seats) : 0.0;
}

std::array<double, n_tiers>
layoff_probabilities(double heads, std::array<std::int64_t, n_tiers> const& staff) noexcept {
    std::array<double, n_tiers> probabilities{};
    double left = heads;
    for (std::size_t tier = n_tiers; tier != 0 && left > 0.0; --tier) {
        auto const here = static_cast<double>(staff[tier - 1]);
        if (here > 0.0) {
            probabilities[tier - 1] = std::min(left / here, 1.0);
            left -= here;
        }
    }
    return probabilities;
}

double seats_cut_after(double cut, double share) noexcept { return cut + (1.0 - cut) * share; }

} // namespace talentsim
