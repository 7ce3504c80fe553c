#include "engine/cli/law_table.hpp"

#include <cmath>
#include <fmt/format.h>

namespace talentsim {

namespace {

constexpr std::size_t widest_law = 76;

std::string number(double value) {
    return std::abs(value - std::round(value)) < 1e-12 && std::abs(value) < 1e9
               ? fmt::format("{:.0f}", value)
               : fmt::format("{:.6g}", value);
}

std::string distance(Law const& law) {
    if (law.standard_error > 0.0) {
        return fmt::format("{:+.2f} s.e.", (law.found - law.theory) / law.standard_error);
    }
    return law.is_bound ? "" : fmt::format("{:+.2g}", law.found - law.theory);
}

} // namespace

std::string law_table(Preset const& preset, std::vector<Law> const& laws, TableStyle style) {
    TextTable table{{fmt::format("{} ({})", preset.name, preset.source), "theory", "simulated",
                     "s.e.", "off by", "verdict"},
                    widest_law};
    for (Law const& law : laws) {
        std::string const theory = (law.is_bound ? "> " : "") + number(law.theory);
        if (!law.is_measured()) { // nobody did what it is about
            table.add({law.what, theory, "nobody", "", "", "FAILS"});
            continue;
        }
        table.add({law.what, theory, number(law.found),
                   law.standard_error > 0.0 ? fmt::format("{:.2g}", law.standard_error) : "exact",
                   distance(law), law.holds() ? "holds" : "FAILS"});
    }
    return table.text(style);
}

} // namespace talentsim
