#include "engine/phases/star_losses.hpp"

#include "engine/mechanisms/star_loss.hpp"

namespace talentsim {

namespace {

bool is_loss_of_star(StandingChange const& change) {
    return change.before.tier == Tier::s && change.before.is_employed() &&
           change.after.employer != change.before.employer;
}

} // namespace

void lose_stars(Market& market, Parameters const& parameters, MonthFlows const& flows) {
    FirmTable& firms = market.firms;
    if (!parameters.mechanisms.star_loss) {
        firms.output_left_by_stars.assign(firms.size(), 1.0);
        return;
    }
    FirmColumn<std::int64_t> leavers(firms.size(), 0);
    for (StandingChange const& change : flows.changes) {
        if (is_loss_of_star(change)) {
            ++leavers[change.before.employer];
        }
    }
    StarLoss const star{.loss = parameters.production.star_loss,
                        .collaborators = parameters.production.star_collaborators,
                        .recovery_months = parameters.production.star_recovery_months};
    // Leavers and staff are both of simulated people, so that their ratio is that of the world.
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        firms.output_left_by_stars[row] = output_left_by_stars(
            star, firms.output_left_by_stars[row], static_cast<double>(leavers[row]),
            static_cast<double>(firms.staff[row]));
    }
}

} // namespace talentsim
