#pragma once

#include <cstdint>
#include <string_view>

#include "engine/core/error.hpp"
#include "engine/core/units.hpp"

namespace talentsim {

/// Who a researcher is, from birth on: addresses every random number about the person. Built from
/// where and when the person entered the world and a running number there, so that another
/// country's entrants, or another month's, never change it.
using Identity = std::uint64_t;

/// A country code as a number that does not depend on which countries a scenario has; below 2^15.
[[nodiscard]] constexpr std::uint32_t country_number(std::string_view iso3) {
    expects(iso3.size() == 3, "a country code has three letters");
    std::uint32_t number = 0;
    for (char const letter : iso3) {
        number = number * 26 + static_cast<std::uint32_t>(letter - 'A');
    }
    return number;
}

/// @param country  country_number of the country of entry
/// @param entry    0 for founding residents, else the month of entry plus 1; below 2^13
/// @param ordinal  running number among those of the same country and month; below 2^36
[[nodiscard]] constexpr Identity identity_of(std::uint32_t country, Month entry,
                                             std::uint64_t ordinal) noexcept {
    return static_cast<Identity>(country) << 49U | static_cast<Identity>(entry) << 36U | ordinal;
}

/// Month in which a person of this identity graduated; -1 for founding residents.
[[nodiscard]] constexpr Month month_of_entry(Identity identity) noexcept {
    return static_cast<Month>(identity >> 36U & 0x1fffU) - 1;
}

} // namespace talentsim
