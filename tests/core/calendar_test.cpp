#include "engine/core/calendar.hpp"

#include <doctest/doctest.h>

using talentsim::calendar_month;
using talentsim::CalendarMonth;

TEST_CASE("a month is written as its year and two digits, and read back") {
    CHECK(CalendarMonth::of(2024, 1).text() == "2024-01");
    CHECK(CalendarMonth::of(1999, 12).text() == "1999-12");
    for (int month = 0; month != 30; ++month) {
        auto const one = CalendarMonth::of(2023, 6).plus(month);
        CHECK(calendar_month(one.text()) == one);
    }
}

TEST_CASE("months are counted across years") {
    CHECK(CalendarMonth::of(2024, 11).plus(3) == CalendarMonth::of(2025, 2));
    CHECK(CalendarMonth::of(2024, 1).plus(-1) == CalendarMonth::of(2023, 12));
    CHECK(CalendarMonth::of(2025, 2).year() == 2025);
    CHECK(CalendarMonth::of(2025, 2).month() == 2);
    CHECK(CalendarMonth::of(2024, 12) < CalendarMonth::of(2025, 1));
}

TEST_CASE("days are counted by the Gregorian calendar") {
    CHECK(CalendarMonth::of(1970, 1).days_since_1970() == 0);
    CHECK(CalendarMonth::of(1970, 2).days_since_1970() == 31);
    CHECK(CalendarMonth::of(2000, 3).days_since_1970() == 11'017); // 2000 was a leap year
    CHECK(CalendarMonth::of(1969, 12).days_since_1970() == -31);
}

TEST_CASE("what is no month is refused") {
    for (char const* const text :
         {"", "2024", "2024-1", "2024-13", "2024-00", "2024/01", "24-01", "2024-01-01", "x024-01",
          "2024-0x", "1899-12", "3000-01", "2024- 1", "2024-+1", "-024-01"}) {
        CAPTURE(text);
        CHECK_FALSE(calendar_month(text).has_value());
    }
}
