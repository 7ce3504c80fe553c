#pragma once

#include <algorithm>

#include "engine/core/math.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// How a person weighs what a job is made of: the weights of U, in log points of pay (or in
/// USD/year where U is linear in pay).
struct TasteWeights {
    double pay = 1.0;
    double compute = 0.0;
    double autonomy = 0.0;
    double mission = 0.0;
    double peers = 0.0;
    double home = 0.0;
    double friends = 0.0;
    double deprivation = 0.0;
};

/// What a job offers besides pay, and what stands between a person and it.
struct JobQualities {
    double gpus = 0.0;          ///< g [H100e]
    double autonomy = 0.0;      ///< [-]
    double mission_match = 0.0; ///< cosine of the missions [-]
    double peer_quality = 0.0;  ///< Q: mean ln(theta) of colleagues [-]
    double moving_cost = 0.0;   ///< c [log points]
    bool is_at_home = true;     ///< whether it is in the country of origin
    double taste = 0.0;         ///< epsilon + s eta [log points]
    double friends = 0.0;       ///< ties to people who work there [persons]
    double deprivation = 0.0;   ///< RD, in the present job; 0 in any other [-]
};

/// The part of U that pay brings: b_w ln W, or b_w W where U is linear.
///
/// @param after_tax_value  W: after tax, divided by the price level [USD/year], > 0
[[nodiscard]] inline double utility_of_pay(UtilityForm form, double weight,
                                           double after_tax_value) noexcept {
    return weight * (form == UtilityForm::logarithmic ? log(after_tax_value) : after_tax_value);
}

/// What a country adds to the pay of a job in it, before tax [USD/year]: a subsidy to everyone who
/// works there, and to natives whom the job brings home a grant, spread over the 48 months that a
/// contract is valued over.
[[nodiscard]] inline double pay_supplement(double subsidy, double return_grant,
                                           bool brings_home) noexcept {
    return brings_home ? subsidy + return_grant : subsidy;
}

/// The part of U that everything but pay brings.
///
///     b_g ln(1 + g/g0) + b_a autonomy + b_m cos + b_p ln(1 + Q) - c - b_h 1[abroad] + taste
///     + b_n friends - b_d RD
///
/// Terms of weight 0 are skipped.
/// @param compute_reference  g0 [H100e], > 0
[[nodiscard]] inline double utility_besides_pay(TasteWeights const& weights,
                                                JobQualities const& job,
                                                double compute_reference) noexcept {
    double utility = job.taste - job.moving_cost;
    if (weights.compute != 0.0) {
        utility += weights.compute * log1p(job.gpus / compute_reference);
    }
    if (weights.autonomy != 0.0) {
        utility += weights.autonomy * job.autonomy;
    }
    if (weights.mission != 0.0) {
        utility += weights.mission * job.mission_match;
    }
    if (weights.peers != 0.0) {
        utility += weights.peers * log1p(std::max(job.peer_quality, 0.0));
    }
    if (!job.is_at_home) {
        utility -= weights.home;
    }
    if (weights.friends != 0.0) {
        utility += weights.friends * job.friends;
    }
    if (weights.deprivation != 0.0) {
        utility -= weights.deprivation * job.deprivation;
    }
    return utility;
}

} // namespace talentsim
