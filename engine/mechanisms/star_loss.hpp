#pragma once

namespace talentsim {

/// What a firm loses when stars leave it.
struct StarLoss {
    double loss = 0.065;           ///< of a collaborator's output [-], in [0, 1]
    double collaborators = 40.0;   ///< of a star on the staff [persons], >= 0
    double recovery_months = 60.0; ///< in which those left behind are replaced [months], >= 1
};

/// The factor by which a firm's output is lower for the stars that have left it:
///
///     x' = [1 - (1 - x)(1 - 1/T)] [1 - d min(1, K n/heads)]
///
/// The output of those who worked with a star falls by 5 to 8 % for good (Azoulay, Graff Zivin &
/// Wang 2010, "Superstar extinction", Quarterly Journal of Economics 125(2), abstract). A firm of
/// which K collaborators in `heads` are hit loses that share of d; and it recovers as those people
/// move on and others, who never worked with the star, take their places.
///
/// @param left     the factor at the end of last month [-], in [0, 1]
/// @param leavers  n: stars who left this month [persons], >= 0
/// @param heads    staff that is still there [persons]
[[nodiscard]] double output_left_by_stars(StarLoss const& star, double left, double leavers,
                                          double heads) noexcept;

} // namespace talentsim
