#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/model/market.hpp"

namespace talentsim {

/// What a firm that would operate purchased compute is judged by.
struct OperatorOffer {
    double units_per_money = 0.0; ///< [units/million USD], >= 0
    double stability = 0.0;       ///< [-], in [0, 1]
    std::uint32_t priority = 0;   ///< of two equal offers the smaller goes first
};

/// The offer with the highest score, by its place; none if there are no offers.
///
///     score = (1-w) units/max units + w stability/max stability
///
/// The rule of a sealed tender with a quality score: the lowest price per unit, weighed against how
/// sure the operation is, each relative to the best. Source: Che (1993), "Design competition
/// through multidimensional auctions", RAND Journal of Economics 24(4), with a scoring rule linear
/// in price and quality.
///
/// @param stability_weight  w [-], in [0, 1]
[[nodiscard]] std::optional<std::size_t> best_operator(std::span<OperatorOffer const> offers,
                                                       double stability_weight);

/// How a public pool is divided between sectors: in proportion to the given shares, of which those
/// of sectors without staff fall to the others. All 0 where no sector with a share has staff.
[[nodiscard]] BySector divided_by_sector(BySector const& shares, BySector const& staff);

/// The share of what is due that may be delivered: what the cap leaves room for, all alike.
///
/// @param cap        of the country [H100e]; infinite: none
/// @param delivered  under the cap, so far [H100e]
/// @param due        now [H100e]
[[nodiscard]] double licensed_share(double cap, double delivered, double due);

} // namespace talentsim
