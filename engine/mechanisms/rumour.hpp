#pragma once

namespace talentsim {

/// Probability that somebody who got new terms tells an acquaintance of them:
///
///     share_p (1 - secrecy),   or 1 where the terms of the firm have leaked
///
/// @param share_probability  that terms are told where nothing is secret [-], in [0, 1]
/// @param secrecy            of the firm that gave them [-], in [0, 1]
[[nodiscard]] double telling_probability(double share_probability, double secrecy,
                                         bool has_leaked) noexcept;

/// What the terms that one person got would come to for another, if the firm paid by talent, as
/// told with noise: w (theta_i/theta_j)^h e^noise.
///
/// @param worth            w, of the terms of j [USD/year], >= 0
/// @param exponent         h of the firm that gave them [-]
/// @param log_talent       ln(theta_i) of the hearer [-]
/// @param log_talent_told  ln(theta_j) of who got them [-]
/// @param noise            of the telling [log points]
[[nodiscard]] double worth_by_hearsay(double worth, double exponent, double log_talent,
                                      double log_talent_told, double noise) noexcept;

/// The least pay that somebody asks a firm for who has heard of terms worth so much: pay that is
/// worth as much there, or all that the firm can give. What is heard of other offers moves the
/// reservation value as in Rothschild (1974), "Searching for the lowest price when the distribution
/// of prices is unknown", JPE 82(4); that the firm is asked, and gives in up to its cap, is
/// assumed, after the effect of pay transparency on what new hires demand in Cullen &
/// Pakzad-Hurson (2023), "Equilibrium effects of pay transparency", Econometrica 91(3).
///
/// @param worth          after tax and at the prices where the terms were given [USD/year]
/// @param value_per_pay  after-tax value of one USD of pay at the firm that is asked [-], > 0
/// @param cap            r: the most that this firm would pay [USD/year]
/// @returns [USD/year], in [0, cap]
[[nodiscard]] double pay_asked(double worth, double value_per_pay, double cap) noexcept;

/// What secrecy leaves of the freedom to choose problems and to publish: it falls in proportion.
/// Linear by assumption.
///
/// @param autonomy  of a firm without secrets [-]
/// @param secrecy   [-], in [0, 1]
/// @param cost      share of autonomy lost in full secrecy [-], in [0, 1]
[[nodiscard]] double autonomy_in_secrecy(double autonomy, double secrecy, double cost) noexcept;

} // namespace talentsim
