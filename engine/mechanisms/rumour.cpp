#include "engine/mechanisms/rumour.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

namespace talentsim {

double telling_probability(double share_probability, double secrecy, bool has_leaked) noexcept {
    return has_leaked ? 1.0 : share_probability * (1.0 - secrecy);
}

double worth_by_hearsay(double worth, double exponent, double log_talent, double log_talent_told,
                        double noise) noexcept {
    return worth * exp(exponent * (log_talent - log_talent_told) + noise);
}

double pay_asked(double worth, double value_per_pay, double cap) noexcept {
    return std::min(worth / value_per_pay, cap);
}

double autonomy_in_secrecy(double autonomy, double secrecy, double cost) noexcept {
    return autonomy * (1.0 - cost * secrecy);
}

} // namespace talentsim
