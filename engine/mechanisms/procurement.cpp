#include "engine/mechanisms/procurement.hpp"

#include <algorithm>

namespace talentsim {

namespace {

/// Relative to the best, which is 1; everybody is 0 where the best is.
double relative(double value, double best) { return best > 0.0 ? value / best : 0.0; }

} // namespace

std::optional<std::size_t> best_operator(std::span<OperatorOffer const> offers,
                                         double stability_weight) {
    OperatorOffer best;
    for (OperatorOffer const& offer : offers) {
        best.units_per_money = std::max(best.units_per_money, offer.units_per_money);
        best.stability = std::max(best.stability, offer.stability);
    }
    std::optional<std::size_t> winner;
    double highest = 0.0;
    for (std::size_t i = 0; i != offers.size(); ++i) {
        double const score =
            (1.0 - stability_weight) * relative(offers[i].units_per_money, best.units_per_money) +
            stability_weight * relative(offers[i].stability, best.stability);
        bool const is_better = !winner || score > highest ||
                               (score == highest && offers[i].priority < offers[*winner].priority);
        if (is_better) {
            winner = i;
            highest = score;
        }
    }
    return winner;
}

BySector divided_by_sector(BySector const& shares, BySector const& staff) {
    double taken = 0.0;
    for (std::size_t s = 0; s != n_sectors; ++s) {
        taken += staff[s] > 0.0 ? shares[s] : 0.0;
    }
    BySector divided{};
    for (std::size_t s = 0; s != n_sectors; ++s) {
        divided[s] = staff[s] > 0.0 && taken > 0.0 ? shares[s] / taken : 0.0;
    }
    return divided;
}

double licensed_share(double cap, double delivered, double due) {
    double const room = std::max(cap - delivered, 0.0);
    return due <= room ? 1.0 : room / due;
}

} // namespace talentsim
