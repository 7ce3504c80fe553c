#include "engine/cli/verdict.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string_view>

#include "engine/cli/law_table.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/core/error.hpp"

namespace talentsim {

void print_verdict(std::vector<Preset> const& presets, std::vector<Parameters> const& worlds) {
    std::size_t laws = 0;
    std::vector<std::string_view> failed;
    TableStyle const style = is_terminal(stdout) ? TableStyle::terminal : TableStyle::plain;
    for (std::size_t i = 0; i != presets.size(); ++i) {
        auto const found = presets[i].check(worlds[i]);
        laws += found.size();
        print("{}\n", law_table(presets[i], found, style));
        if (!std::all_of(found.begin(), found.end(), [](Law const& law) { return law.holds(); })) {
            failed.push_back(presets[i].name);
        }
    }
    print("An estimate may miss by four standard errors; what is exact may not miss.\n");
    if (!failed.empty()) {
        throw RunError{fmt::format("laws that do not hold in: {}", fmt::join(failed, ", "))};
    }
    print("All {} laws of {} preset{} hold.\n", laws, presets.size(),
          presets.size() == 1 ? "" : "s");
}

} // namespace talentsim
