#include "engine/simulation/indicator_path.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "engine/core/units.hpp"
#include "engine/simulation/variables.hpp"

namespace talentsim {

namespace {

using Q = Quantity;
using U = QuantityUnit;

std::array<QuantityInfo, 9> const& catalogue() {
    static std::array<QuantityInfo, 9> const all{{
        {Q::retention,
         "retention",
         {"FIRM"},
         U::share,
         true,
         "of the staff of a named firm 24 months ago, the share still there; mean over months",
         "nobody was there 24 months before"},
        {Q::job_to_job,
         "job_to_job",
         {"COUNTRY"},
         U::share_per_year,
         false,
         "moves from the firms of a country to other firms, abroad included, per employed and year",
         "nobody works there"},
        {Q::net_flow,
         "net_flow",
         {"COUNTRY", "TIERS"},
         U::share_per_year,
         true,
         "arrivals less departures of residents of these tiers, per resident of them and year",
         "nobody of these tiers lives there"},
        {Q::pay_quantile,
         "pay_quantile",
         {"COUNTRY", "TIER", "PERCENT"},
         U::usd_per_year,
         true,
         "pay that this percentage of the employed of a tier do not exceed; mean over months",
         "nobody of this tier works there"},
        {Q::headcount_share,
         "headcount_share",
         {"COUNTRY", "TIERS"},
         U::share,
         true,
         "of the world's researchers of these tiers, the share who live in a country",
         "nobody in the world is of these tiers"},
        {Q::vacancy_rate,
         "vacancy_rate",
         {"COUNTRY"},
         U::share,
         true,
         "open seats of the firms of a country over open seats and staff",
         "there are neither seats nor staff, or no limit of seats"},
        {Q::flow_ratio,
         "flow_ratio",
         {"FIRM", "FIRM"},
         U::ratio,
         false,
         "moves from the first named firm to the second per move back, over the whole run",
         "nobody moved back"},
        {Q::living_abroad,
         "living_abroad",
         {"COUNTRY"},
         U::share,
         false,
         "of the people from a country, the share who live in another one at the end of the run",
         "nobody comes from there"},
        {Q::visa_selected_share,
         "visa_selected_share",
         {"COUNTRY"},
         U::share,
         true,
         "of the registrations for a country's visas, the share selected",
         "nobody registers for a visa there"},
    }};
    return all;
}

std::vector<std::string> words_of(std::string_view text, char between) {
    std::vector<std::string> words(1);
    for (char const c : text) {
        if (c == between) {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

std::string all_forms() {
    std::string forms;
    for (QuantityInfo const& info : catalogue()) {
        forms += fmt::format("{}{}", forms.empty() ? "" : ", ", info.form());
    }
    return forms;
}

bool is_tier(char letter) {
    return std::any_of(tier_names.begin(), tier_names.end(),
                       [&](char const* name) { return name[0] == letter; });
}

bool is_tiers(std::string const& word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_tier) &&
           std::all_of(word.begin(), word.end(), [&](char letter) {
               return std::count(word.begin(), word.end(), letter) == 1;
           });
}

bool is_observed_percent(std::string const& word) {
    return std::any_of(quantile_levels.begin(), quantile_levels.end(), [&](double level) {
        return word == std::to_string(std::lround(100.0 * level));
    });
}

/// What is wrong with a key, in the words `found (accepted)`; nothing if it is fine.
std::string problem_of(std::string_view kind, std::string const& key) {
    if (kind == "TIER" && !(key.size() == 1 && is_tiers(key))) {
        return fmt::format("'{}' is no tier (S, A, B or C)", key);
    }
    if (kind == "TIERS" && !is_tiers(key)) {
        return fmt::format("'{}' are no tiers (of S, A, B and C each once at most, as in SA)", key);
    }
    if (kind == "PERCENT" && !is_observed_percent(key)) {
        return fmt::format("'{}' is no percentage that is observed (1, 10, 25, 50, 75, 90 or 99)",
                           key);
    }
    return key.empty() ? "a key is empty (no dot too many)" : "";
}

/// The months that are written after @.
bool take_months(std::string_view text, IndicatorPath& path) {
    if (auto const month = calendar_month(text)) {
        path.first = path.last = month;
        return true;
    }
    if (auto const january = calendar_month(std::string{text} + "-01"); january) {
        path.first = january;
        path.last = january->plus(months_per_year - 1);
        return true;
    }
    return false;
}

} // namespace

std::string QuantityInfo::form() const {
    std::string words{name};
    for (std::string_view const key : keys) {
        words += fmt::format(".{}", key);
    }
    return words;
}

std::span<QuantityInfo const> quantities() { return catalogue(); }

QuantityInfo const& info_of(Quantity quantity) {
    return catalogue().at(static_cast<std::size_t>(quantity));
}

ReadIndicator read_indicator(std::string_view text) {
    auto const at = text.find('@');
    auto words = words_of(text.substr(0, at), '.');
    auto const* const found =
        std::find_if(catalogue().begin(), catalogue().end(),
                     [&](QuantityInfo const& info) { return info.name == words.front(); });
    if (found == catalogue().end()) {
        return {.problem =
                    fmt::format("'{}' is no indicator (one of {}; @2025 or @2025-06 after it "
                                "for some months only)",
                                text, all_forms())};
    }
    IndicatorPath path{.text = std::string{text},
                       .quantity = found->quantity,
                       .keys = {words.begin() + 1, words.end()}};
    if (path.keys.size() != found->keys.size()) {
        return {.problem = fmt::format("'{}' has not as many keys ({})", text, found->form())};
    }
    for (std::size_t k = 0; k != path.keys.size(); ++k) {
        if (auto problem = problem_of(found->keys[k], path.keys[k]); !problem.empty()) {
            return {.problem = std::move(problem)};
        }
    }
    if (at == std::string_view::npos) {
        return {.path = std::move(path)};
    }
    if (!found->has_months) {
        return {.problem = fmt::format("'{}' is known of the whole run only ({} without @)", text,
                                       found->form())};
    }
    if (!take_months(text.substr(at + 1), path)) {
        return {.problem = fmt::format("'{}' is neither a year nor a month (@2025 or @2025-06)",
                                       text.substr(at))};
    }
    return {.path = std::move(path)};
}

} // namespace talentsim
