#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace talentsim {

/// A month of the calendar, written `2024-01`.
struct CalendarMonth {
    int months_since_year_0 = 0;

    [[nodiscard]] static constexpr CalendarMonth of(int year, int month_1_to_12) {
        return {year * 12 + month_1_to_12 - 1};
    }

    [[nodiscard]] constexpr int year() const { return months_since_year_0 / 12; }

    [[nodiscard]] constexpr int month() const { return months_since_year_0 % 12 + 1; }

    [[nodiscard]] constexpr CalendarMonth plus(int months) const {
        return {months_since_year_0 + months};
    }

    /// Days from 1970-01-01 to the first of this month, in the Gregorian calendar.
    [[nodiscard]] long days_since_1970() const;

    /// As `2024-01`.
    [[nodiscard]] std::string text() const;

    // clang-tidy 14 takes the 0 inside a defaulted comparison for a null pointer.
    friend constexpr auto operator<=>(CalendarMonth,
                                      CalendarMonth) = default; // NOLINT(modernize-use-nullptr)
};

/// The month written as `2024-01`, if that is what the text says (years 1900 to 2999).
[[nodiscard]] std::optional<CalendarMonth> calendar_month(std::string_view text);

} // namespace talentsim
