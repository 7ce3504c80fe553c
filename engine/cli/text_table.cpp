#include "engine/cli/text_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <utility>

namespace talentsim {

namespace {

constexpr char const* between_columns = "  ";

/// Blocks whose characters take two columns of a terminal: Unicode 15, East Asian Width W and F.
constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 7> wide_blocks{{{0x1100, 0x115f},
                                                                              {0x2e80, 0xa4cf},
                                                                              {0xac00, 0xd7a3},
                                                                              {0xf900, 0xfaff},
                                                                              {0xfe30, 0xfe6f},
                                                                              {0xff00, 0xff60},
                                                                              {0x1f300, 0x1faff}}};

/// The character that begins at a place of a text in UTF-8, and how many bytes it has.
std::pair<std::uint32_t, std::size_t> character_at(std::string const& text, std::size_t place) {
    auto const first = static_cast<unsigned char>(text[place]);
    if (first < 0xc0) {
        return {first, 1};
    }
    std::size_t const bytes = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    std::uint32_t character = first & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes && place + i < text.size(); ++i) {
        character = character << 6U | (static_cast<unsigned char>(text[place + i]) & 0x3fU);
    }
    return {character, bytes};
}

std::size_t columns_of_character(std::uint32_t character) {
    return std::any_of(wide_blocks.begin(), wide_blocks.end(),
                       [&](auto const& block) {
                           return character >= block.first && character <= block.second;
                       })
               ? 2
               : 1;
}

/// The text, or as much of its beginning as fits.
std::string cut(std::string const& text, std::size_t columns) {
    if (columns_of(text) <= columns) {
        return text;
    }
    std::size_t used = 0;
    for (std::size_t place = 0; place < text.size();) {
        auto const [character, bytes] = character_at(text, place);
        used += columns_of_character(character);
        if (used >= columns) {
            return fmt::format("{}…", text.substr(0, place));
        }
        place += bytes;
    }
    return text;
}

std::string number(double value, char const* unit, bool with_sign, double factor = 1.0) {
    double const shown = value * factor;
    int const decimals = std::abs(shown) < 9.995 && *unit != '\0' ? 2 : 1;
    return with_sign ? fmt::format("{:+.{}f}{}", shown, decimals, unit)
                     : fmt::format("{:.{}f}{}", shown, decimals, unit);
}

/// With thousands apart, whatever the locale.
std::string grouped(double value) {
    auto digits = fmt::format("{:.0f}", std::abs(value));
    for (std::size_t place = digits.size(); place > 3; place -= 3) {
        digits.insert(place - 3, 1, ',');
    }
    return digits;
}

} // namespace

TextTable::TextTable(std::vector<std::string> heading, std::size_t widest) : widest_{widest} {
    lines_.push_back({.cells = std::move(heading)});
}

void TextTable::add(std::vector<std::string> cells) {
    cells.resize(lines_.front().cells.size());
    cells.front() = cut(cells.front(), widest_);
    lines_.push_back({.cells = std::move(cells)});
    ++rows_;
}

void TextTable::note(std::string const& words) {
    lines_.push_back({.cells = {words}, .is_note = true});
}

std::string TextTable::text(TableStyle style) const {
    std::vector<std::size_t> widths(lines_.front().cells.size(), 0);
    for (Line const& line : lines_) {
        for (std::size_t column = 0; column != line.cells.size() && !line.is_note; ++column) {
            widths[column] = std::max(widths[column], columns_of(line.cells[column]));
        }
    }
    std::string all;
    for (Line const& line : lines_) {
        if (line.is_note) {
            all += fmt::format("{}\n", line.cells.front());
            continue;
        }
        std::string row;
        for (std::size_t column = 0; column != line.cells.size(); ++column) {
            std::string const& cell = line.cells[column];
            std::string const padding(widths[column] - columns_of(cell), ' ');
            if (column == 0) {
                row += fmt::format("{}{}", cell, padding);
            } else if (widths[column] > 0) {
                row += fmt::format("{}{}{}", between_columns, padding, cell);
            }
        }
        row.erase(row.find_last_not_of(' ') + 1);
        bool const stands_out = style == TableStyle::terminal && &line == &lines_.front();
        all +=
            fmt::format("{}{}{}\n", stands_out ? "\x1b[1m" : "", row, stands_out ? "\x1b[0m" : "");
    }
    return all;
}

std::string whole(double value) {
    if (!std::isfinite(value)) {
        return "–";
    }
    if (std::abs(value) >= 1e7 - 0.5) {
        return rounded(value);
    }
    double const nearest = std::round(value);
    return fmt::format("{}{}", nearest < 0.0 ? "-" : "", grouped(nearest));
}

std::string signed_whole(double value) {
    return std::isfinite(value) && value > -0.5 ? fmt::format("+{}", whole(std::abs(value)))
                                                : whole(value);
}

std::string percent(double share) {
    return std::isfinite(share) ? number(share, "%", false, 100.0) : "–";
}

std::string signed_percent(double share) {
    return std::isfinite(share) ? number(share, "%", true, 100.0) : "–";
}

std::string rounded(double value) {
    if (!std::isfinite(value)) {
        return "–";
    }
    for (auto const& [unit, size] : {std::pair{"G", 1e9}, {"M", 1e6}, {"k", 1e3}}) {
        // 999.6 k would be written as 1000 k
        if (std::abs(value) >= size * 0.9995) {
            return fmt::format("{:.3g}{}", value / size, unit);
        }
    }
    return fmt::format("{:.3g}", value);
}

std::size_t columns_of(std::string const& text) {
    std::size_t columns = 0;
    for (std::size_t place = 0; place < text.size();) {
        auto const [character, bytes] = character_at(text, place);
        columns += columns_of_character(character);
        place += bytes;
    }
    return columns;
}

} // namespace talentsim
