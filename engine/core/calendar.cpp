#include "engine/core/calendar.hpp"

#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace talentsim {

namespace {

std::optional<int> whole_number(std::string_view digits) {
    int value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

long CalendarMonth::days_since_1970() const {
    using namespace std::chrono;
    sys_days const first = std::chrono::year{year()} / month() / 1;
    return first.time_since_epoch().count();
}

std::string CalendarMonth::text() const { return fmt::format("{:04}-{:02}", year(), month()); }

std::optional<CalendarMonth> calendar_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    auto const year = whole_number(text.substr(0, 4));
    auto const month = whole_number(text.substr(5));
    if (!year || !month || *year < 1900 || *year > 2999 || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    return CalendarMonth::of(*year, *month);
}

} // namespace talentsim
