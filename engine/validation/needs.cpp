#include "engine/validation/needs.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <utility>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

std::vector<std::string> parts_of(std::string const& path) {
    std::vector<std::string> parts(1);
    for (char const c : path) {
        if (c == '.') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// The row of the table that a path belongs to.
Parameter const& row_of(std::vector<std::string> const& path) {
    for (Parameter const& row : parameter_table()) {
        auto const parts = parts_of(row.info.path);
        if (std::equal(path.begin(), path.end(), parts.begin(), parts.end(),
                       [](auto const& a, auto const& b) { return a == b || b == "*"; })) {
            return row;
        }
    }
    throw ContractViolation{"a law needs what is a parameter"};
}

template <class Entries>
std::vector<std::string> keys_of(Entries const& entries) {
    std::vector<std::string> keys;
    keys.reserve(entries.size());
    for (auto const& [key, entry] : entries) {
        keys.push_back(key);
    }
    return keys;
}

/// Keys that a `*` after the name of a section stands for.
std::vector<std::string> keys_in(Parameters const& parameters, std::string const& section) {
    return section == "countries" ? keys_of(parameters.countries)
           : section == "firms"   ? keys_of(parameters.firms)
                                  : keys_of(parameters.fringe);
}

/// Paths without a `*`, in parts.
std::vector<std::vector<std::string>> paths_of(Parameters const& parameters, Need const& need) {
    auto const parts = parts_of(need.path);
    bool const has_key =
        parts.front() == "countries" || parts.front() == "firms" || parts.front() == "fringe";
    if (!has_key) {
        return {parts};
    }
    std::vector<std::vector<std::string>> paths;
    for (std::string const& key : keys_in(parameters, parts.front())) {
        if (parts[1] == "*" || parts[1] == key) {
            paths.push_back(parts);
            paths.back()[1] = key;
        }
    }
    return paths;
}

bool meets(ParameterValue const& value, Need const& need) {
    if (std::holds_alternative<std::monostate>(value)) {
        return true;
    }
    if (auto const* const number = std::get_if<double>(&value)) {
        return need.numbers && need.numbers->contain(*number);
    }
    return std::find(need.words.begin(), need.words.end(), text_of(value)) != need.words.end();
}

std::string accepted_by(Need const& need) {
    if (!need.numbers) {
        return need.words.empty() ? "not set" : fmt::format("{}", fmt::join(need.words, " or "));
    }
    return need.words.empty()
               ? need.numbers->text()
               : fmt::format("{}, or {}", need.numbers->text(), fmt::join(need.words, " or "));
}

} // namespace

bool Domain::contain(double x) const {
    return (low_included ? x >= low : x > low) && (high_included ? x <= high : x < high);
}

std::string Domain::text() const {
    if (low == high) {
        return fmt::format("{}", low);
    }
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    std::string text;
    if (low > -unbounded) {
        text = fmt::format("{} {}", low_included ? "at least" : "above", low);
    }
    if (high < unbounded) {
        text += fmt::format("{}{} {}", text.empty() ? "" : " and ",
                            high_included ? "at most" : "below", high);
    }
    return text;
}

ParameterProblem without_theory(std::string path, std::string const& found,
                                std::string const& accepted) {
    return {.path = std::move(path),
            .what = fmt::format("{} leaves the law without a theory ({})", found, accepted)};
}

std::vector<ParameterProblem> unmet(Parameters const& parameters, std::vector<Need> const& needs) {
    std::vector<ParameterProblem> problems;
    for (Need const& need : needs) {
        for (auto const& path : paths_of(parameters, need)) {
            Parameter const& row = row_of(path);
            auto const pattern = parts_of(row.info.path);
            std::vector<std::string> keys;
            for (std::size_t i = 0; i != path.size(); ++i) {
                if (pattern[i] == "*") {
                    keys.push_back(path[i]);
                }
            }
            auto const value = row.get(parameters, keys);
            if (!meets(value, need)) {
                problems.push_back(without_theory(fmt::format("{}", fmt::join(path, ".")),
                                                  text_of(value), accepted_by(need)));
            }
        }
    }
    return problems;
}

std::vector<Need> together(std::vector<Need> some, std::vector<Need> const& others) {
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

std::vector<ParameterProblem> together(std::vector<ParameterProblem> some,
                                       std::vector<ParameterProblem> others) {
    std::move(others.begin(), others.end(), std::back_inserter(some));
    return some;
}

std::vector<Need> needs_of_plain_world() {
    Domain const none = Domain::only(0.0);
    std::vector<Need> needs{{.path = "countries.*.pay_subsidy", .numbers = none},
                            {.path = "countries.*.return_grant", .numbers = none}};
    for (Parameter const& row : parameter_table()) {
        bool const is_switch = row.info.path.starts_with("mechanisms.");
        if (is_switch && row.info.default_value == ParameterValue{false}) {
            needs.push_back({.path = row.info.path, .words = {"false"}});
        }
    }
    return needs;
}

std::vector<Need> needs_of_plain_search() {
    // Standard errors rest on the normal distribution of a mean, and that on many people and
    // events.
    constexpr double fewest_people = 1000.0;
    constexpr double rarest_contact = 0.001;
    Domain const none = Domain::only(0.0);
    return together(
        needs_of_plain_world(),
        {{.path = "population.researchers", .numbers = Domain::at_least(fewest_people)},
         {.path = "simulation.scale", .numbers = Domain::only(1.0)},
         {.path = "mechanisms.retirement", .words = {"false"}},
         {.path = "mechanisms.graduates", .words = {"false"}},
         {.path = "mechanisms.own_search", .words = {"true"}},
         {.path = "search.contact_rate_unemployed", .numbers = Domain::at_least(rarest_contact)},
         {.path = "utility.compute", .numbers = none},
         {.path = "utility.autonomy", .numbers = none},
         {.path = "utility.mission", .numbers = none},
         {.path = "utility.peers", .numbers = none},
         {.path = "production.compute_share", .numbers = none},
         {.path = "production.returns", .numbers = Domain::only(1.0)},
         {.path = "budgets.talent", .words = {"unlimited"}},
         {.path = "budgets.seats", .words = {"unlimited"}}});
}

std::vector<Need> needs_of_ladder() {
    return together(needs_of_plain_search(),
                    {{.path = "mechanisms.separation", .words = {"true"}},
                     // With less the beginning is not forgotten in the longest burn-in; with more
                     // hardly anybody has a job to move from.
                     {.path = "search.separation_rate", .numbers = Domain::between(0.0026, 0.95)},
                     {.path = "search.contacts_per_search", .numbers = Domain::only(1.0)},
                     {.path = "search.draw", .words = {"uniform"}},
                     {.path = "search.same_month", .words = {"false"}},
                     {.path = "population.talent.distribution", .words = {"constant"}},
                     {.path = "utility.transitory_taste", .numbers = Domain::only(0.0)},
                     {.path = "fringe.*.firms", .numbers = Domain::at_least(2.0)},
                     {.path = "fringe.*.premium_spread", .numbers = Domain::only(0.0)}});
}

std::vector<Need> needs_of_auction() {
    return together(needs_of_ladder(),
                    {{.path = "mechanisms.counteroffers", .words = {"true"}},
                     {.path = "search.contact_rate_employed", .numbers = Domain::above(0.0)},
                     {.path = "offers.protocol", .words = {"sequential_auction"}},
                     {.path = "offers.pay_floor", .numbers = Domain::only(0.0)},
                     {.path = "population.talent.value", .numbers = Domain::only(1.0)},
                     {.path = "utility.form", .words = {"linear"}},
                     {.path = "utility.persistent_taste.distribution", .words = {"none"}},
                     {.path = "utility.outside", .words = {"home_production"}},
                     {.path = "fringe.*.productivity.distribution", .words = {"uniform", "pareto"}},
                     // Below it the best firms are worth more than sums of pay can hold.
                     {.path = "fringe.*.productivity.exponent", .numbers = Domain::at_least(0.5)}});
}

std::vector<Need> needs_of_answered_auction() {
    return together(needs_of_auction(),
                    {{.path = "offers.counteroffer_probability", .numbers = Domain::only(1.0)},
                     {.path = "firms.*.counteroffer_probability", .numbers = Domain::only(1.0)}});
}

namespace {

/// @param accepted_below  domain of outside pay, by the lowest value of a firm
/// @param range_per_firm  by which the highest value of a firm exceeds the lowest, over the latter
///                        and the number of firms
std::vector<ParameterProblem> pay_problems(Parameters const& parameters,
                                           Domain (*accepted_below)(double),
                                           double range_per_firm) {
    std::vector<ParameterProblem> problems;
    for (auto const& [key, fringe] : parameters.fringe) {
        auto const country = parameters.countries.find(key);
        bool const has_own = country != parameters.countries.end() && country->second.outside_pay;
        double const outside =
            has_own ? *country->second.outside_pay : parameters.utility.outside_pay;
        Domain const accepted = accepted_below(fringe.pay_premium * fringe.productivity.low);
        if (!accepted.contain(outside)) {
            problems.push_back(without_theory(has_own ? fmt::format("countries.{}.outside_pay", key)
                                                      : "utility.outside_pay",
                                              fmt::format("{}", outside), accepted.text()));
        }
        Domain const high = Domain::above(
            fringe.productivity.low * (1.0 + range_per_firm * static_cast<double>(fringe.firms)));
        if (fringe.productivity.distribution == ProductivityDistribution::uniform &&
            !high.contain(fringe.productivity.high)) {
            problems.push_back(without_theory(fmt::format("fringe.{}.productivity.high", key),
                                              fmt::format("{}", fringe.productivity.high),
                                              high.text()));
        }
    }
    return problems;
}

} // namespace

std::vector<ParameterProblem> outside_pay_problems(Parameters const& parameters) {
    constexpr double range_per_firm = 1e-6; // well above the rounding of pay
    return pay_problems(parameters, Domain::below, range_per_firm);
}

std::vector<ParameterProblem> lowest_outside_pay_problems(Parameters const& parameters) {
    return pay_problems(parameters, Domain::at_most, 0.0);
}

std::vector<ParameterProblem> origin_problems(Parameters const& parameters) {
    std::vector<ParameterProblem> problems;
    for (auto const& [key, country] : parameters.countries) {
        for (auto const& [origin, share] : country.origins) {
            if (share > 0.0) {
                problems.push_back(
                    without_theory(fmt::format("countries.{}.origins.{}", key, origin),
                                   fmt::format("{}", share), "0"));
            }
        }
    }
    return problems;
}

} // namespace talentsim
