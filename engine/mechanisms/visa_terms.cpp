#include "engine/mechanisms/visa_terms.hpp"

#include <limits>

#include "engine/core/units.hpp"

namespace talentsim {

namespace {

/// Length of a contract [months]. Source: docs/model.md.
constexpr double contract_months = 48.0;

double pay_for_points(VisaPointsParameters const& points, VisaApplicant const& applicant,
                      double income) noexcept {
    double const without_pay = (applicant.is_advanced ? points.advanced_degree : 0.0) +
                               (applicant.age < points.youth_age ? points.youth : 0.0);
    double const missing = points.needed - without_pay;
    if (missing <= 0.0) {
        return 0.0;
    }
    if (missing > points.most_for_pay || points.per_pay <= 0.0) {
        return std::numeric_limits<double>::infinity();
    }
    return missing / points.per_pay * income;
}

} // namespace

double least_pay(VisaParameters const& programme, VisaApplicant const& applicant,
                 double income) noexcept {
    switch (programme.type) {
    case VisaType::threshold:
        return programme.pay_multiple * income;
    case VisaType::points:
        return pay_for_points(programme.points, applicant, income);
    case VisaType::open:
    case VisaType::quota:
    case VisaType::lottery:
    case VisaType::weighted:
        return 0.0;
    }
    return 0.0;
}

double weight_of_pay(double pay, double income, std::array<double, 3> const& multiples,
                     std::array<double, 3> const& weights) noexcept {
    double weight = 1.0;
    for (std::size_t level = 0; level != multiples.size(); ++level) {
        if (pay >= multiples[level] * income) {
            weight = weights[level];
        }
    }
    return weight;
}

bool gives_visas(VisaParameters const& programme) noexcept {
    switch (programme.type) {
    case VisaType::open:
    case VisaType::threshold:
    case VisaType::points:
        return true;
    case VisaType::quota:
        return programme.cap > 0.0;
    case VisaType::lottery:
    case VisaType::weighted:
        return programme.cap + programme.advanced_cap > 0.0 && programme.over_selection > 0.0;
    }
    return true;
}

bool is_tax_cut(VisaParameters const& programme, std::int64_t months) noexcept {
    return static_cast<double>(months) < programme.tax_cut_years * months_per_year;
}

double tax_after_cut(double tax_rate, double tax_cut) noexcept {
    return tax_rate * (1.0 - tax_cut);
}

double yearly_fee(double fee, double validity_months) noexcept {
    double const months = validity_months > 0.0 ? validity_months : contract_months;
    return fee * months_per_year / months;
}

int months_until(int month, int start_month) noexcept {
    int const months = (start_month - month + months_per_year) % months_per_year;
    return months == 0 ? months_per_year : months;
}

} // namespace talentsim
