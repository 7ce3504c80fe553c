#include "tests/second_engine/plain_output.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

// docs/model.md, "Production" and "What a firm can pay".

namespace talentsim::plain {

namespace {

constexpr double smallest_ratio = 1e-12;

/// Whether output is proportional to talent.
bool is_proportional(Firm const& firm, Now const& now) {
    return now.parameters.production.returns == 1.0 && firm.compute_share == 0.0;
}

/// 1 + omega, by which a firm values talent.
double urgency(Firm const& firm, Now const& now) {
    return now.parameters.mechanisms.fear ? 1.0 + (now.parameters.offers.fear + firm.fear) : 1.0;
}

/// (x^rho - 1)/rho, or ln x where rho is 0.
double box_cox(double x, double rho) {
    double const log_x = log(std::max(x, smallest_ratio));
    return rho == 0.0 ? log_x : expm1(rho * log_x) / rho;
}

} // namespace

double talent_of(Firm const& firm) { return firm.talent.value() / firm.scale; }

double talent_at_work(Firm const& firm) {
    return talent_of(firm) + firm.automated.value() / firm.scale;
}

double output_with(double talent, Firm const& firm, Now const& now) {
    double const sigma = now.parameters.production.elasticity;
    double const nu = now.parameters.production.returns;
    double const rho = (sigma - 1.0) / sigma;
    double const a = firm.compute_share;
    double const factor =
        firm.parent == nullptr ? firm.country->output_factor : firm.country->output_factor_of_sites;
    double const output_at_founding =
        firm.founding_output * firm.productivity * (firm.left_by_stars * factor);
    double const talent_ratio = talent * (1.0 / firm.founding_talent);
    if (is_proportional(firm, now)) {
        return output_at_founding * talent_ratio;
    }
    double const compute_ratio =
        firm.founding_compute > 0.0 ? firm.compute / firm.founding_compute : 1.0;
    double const of_compute = a == 0.0 ? 0.0 : a * box_cox(compute_ratio, rho);
    double const z = of_compute + (1.0 - a) * box_cox(talent_ratio, rho);
    // 1 + rho z is above 0, but for rounding.
    double const log_inputs = rho == 0.0 ? z : log1p(std::max(rho * z, smallest_ratio - 1.0)) / rho;
    return output_at_founding * exp(nu * log_inputs);
}

double value_of_hiring(double units, Firm const& firm, Now const& now) {
    if (is_proportional(firm, now)) {
        return output_with(units, firm, now) * urgency(firm, now);
    }
    double const talent = talent_at_work(firm);
    return (output_with(talent + units, firm, now) - output_with(talent, firm, now)) *
           urgency(firm, now);
}

double value_of_keeping(double units, Firm const& firm, Now const& now) {
    if (is_proportional(firm, now)) {
        return output_with(units, firm, now) * urgency(firm, now);
    }
    double const talent = talent_at_work(firm);
    // The only person on the staff is all of it, whatever the roundings of the count.
    double const kept =
        units < talent ? output_with(talent, firm, now) - output_with(talent - units, firm, now)
                       : output_with(units, firm, now) - output_with(0.0, firm, now);
    return kept * urgency(firm, now);
}

} // namespace talentsim::plain
