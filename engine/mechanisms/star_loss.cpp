#include "engine/mechanisms/star_loss.hpp"

#include <algorithm>

namespace talentsim {

double output_left_by_stars(StarLoss const& star, double left, double leavers,
                            double heads) noexcept {
    double const recovered = 1.0 - (1.0 - left) * (1.0 - 1.0 / star.recovery_months);
    double const share_hit =
        heads > 0.0 ? std::min(1.0, star.collaborators * leavers / heads) : 0.0;
    return recovered * (1.0 - star.loss * share_hit);
}

} // namespace talentsim
