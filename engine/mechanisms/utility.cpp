#include "engine/mechanisms/utility.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

namespace talentsim {

double utility_of_pay(UtilityForm form, double weight, double after_tax_value) noexcept {
    return weight * (form == UtilityForm::logarithmic ? log(after_tax_value) : after_tax_value);
}

double pay_supplement(double subsidy, double return_grant, bool brings_home) noexcept {
    return brings_home ? subsidy + return_grant : subsidy;
}

double utility_besides_pay(TasteWeights const& weights, JobQualities const& job,
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
