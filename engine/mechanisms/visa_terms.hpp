#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/model/parameters.hpp"

namespace talentsim {

/// What a visa programme asks about somebody besides pay.
struct VisaApplicant {
    double age = 0.0;         ///< [years]
    bool is_advanced = false; ///< has an advanced degree
};

/// The smallest pay at which a programme admits the applicant: 0 where pay does not matter,
/// infinity where no pay suffices.
///
/// `threshold` asks for a multiple of the national income per head. `points` gives points for pay
/// (so many per multiple of that income, up to a maximum), for an advanced degree and below some
/// age, and asks for a sum. The other types ask for nothing.
///
/// @param income  national income per head [USD/year], > 0 where the programme looks at pay
/// Source: Directive (EU) 2021/1883, art. 5 (threshold); the points of Canada's, Britain's and
/// Korea's (F-2-7) systems, of which this is the common part.
[[nodiscard]] double least_pay(VisaParameters const& programme, VisaApplicant const& applicant,
                               double income) noexcept;

/// Weight of somebody in a draw by pay: that of the level in which pay stands, 1 in the lowest.
///
/// @param multiples  of the income, where levels 2, 3 and 4 begin; rising [-]
/// @param weights    of these levels [-]
[[nodiscard]] double weight_of_pay(double pay, double income,
                                   std::array<double, 3> const& multiples,
                                   std::array<double, 3> const& weights) noexcept;

/// Whether a programme ever grants a visa under these terms: a quota or draw without places does
/// not.
[[nodiscard]] bool gives_visas(VisaParameters const& programme) noexcept;

/// Whether those who came by a programme pay less tax so many months after their visa was issued.
[[nodiscard]] bool is_tax_cut(VisaParameters const& programme, std::int64_t months) noexcept;

/// The rate of tax of which a share is remitted [-].
[[nodiscard]] double tax_after_cut(double tax_rate, double tax_cut) noexcept;

/// A fee paid once, per year of the visa [USD/year]; where the visa does not end, per year of a
/// contract of 48 months.
///
/// @param fee              [USD]
/// @param validity_months  0: does not end
[[nodiscard]] double yearly_fee(double fee, double validity_months) noexcept;

/// Month of the calendar, 1 to 12, in which a visa drawn in `month` begins at the earliest: the
/// first `start_month` after it, this month itself not counted.
///
/// @returns months from the draw to the start, 1 to 12
[[nodiscard]] int months_until(int month, int start_month) noexcept;

} // namespace talentsim
