#include "engine/mechanisms/production.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

namespace talentsim {

namespace {

constexpr double smallest_ratio = 1e-12;

/// (x^rho - 1)/rho, continuous at rho = 0 where it is ln x (Box & Cox 1964).
double box_cox(double log_x, double rho) { return rho == 0.0 ? log_x : expm1(rho * log_x) / rho; }

/// ln of the inverse of the above: ln(1 + rho y)/rho, or y where rho = 0.
double log_inverse_box_cox(double y, double rho) {
    return rho == 0.0 ? y : log1p(std::max(rho * y, smallest_ratio - 1.0)) / rho;
}

double log_ratio(double ratio) { return log(std::max(ratio, smallest_ratio)); }

} // namespace

OutputCurve::OutputCurve(Technology const& technology, double compute_ratio, double founding_talent,
                         double revenue) noexcept
    : technology_{technology},
      rho_{(technology.elasticity - 1.0) / technology.elasticity},
      compute_term_{technology.compute_share == 0.0
                        ? 0.0
                        : technology.compute_share * box_cox(log_ratio(compute_ratio), rho_)},
      per_founding_talent_{1.0 / founding_talent},
      revenue_{revenue},
      is_linear_{technology.returns == 1.0 && technology.compute_share == 0.0} {}

double OutputCurve::value_at(double talent) const noexcept {
    double const ratio = talent * per_founding_talent_;
    if (is_linear_) {
        return revenue_ * ratio;
    }
    double const a = technology_.compute_share;
    double const talent_term = a == 1.0 ? 0.0 : (1.0 - a) * box_cox(log_ratio(ratio), rho_);
    return revenue_ *
           exp(technology_.returns * log_inverse_box_cox(compute_term_ + talent_term, rho_));
}

double IncrementValue::of_adding(double units) const noexcept {
    double const added =
        curve_.is_linear() ? curve_.value_at(units) : curve_.value_at(talent_ + units) - value_;
    return added * urgency_;
}

double IncrementValue::of_keeping(double units) const noexcept {
    if (curve_.is_linear()) {
        return curve_.value_at(units) * urgency_;
    }
    // Where one person's units exceed the count, they are the whole of it.
    double const kept = units < talent_ ? value_ - curve_.value_at(talent_ - units)
                                        : curve_.value_at(units) - curve_.value_at(0.0);
    return kept * urgency_;
}

double output_ratio(Technology const& technology, double compute_ratio,
                    double talent_ratio) noexcept {
    return OutputCurve{technology, compute_ratio, 1.0, 1.0}.value_at(talent_ratio);
}

double founding_revenue(Technology const& technology, double founding_talent,
                        double unit_value) noexcept {
    double const elasticity_of_talent = (1.0 - technology.compute_share) * technology.returns;
    return elasticity_of_talent > 0.0 ? unit_value * founding_talent / elasticity_of_talent : 0.0;
}

double talent_budget(Technology const& technology, double revenue, double seat_slack) noexcept {
    return (1.0 - technology.compute_share) * technology.returns * revenue * (1.0 + seat_slack);
}

} // namespace talentsim
