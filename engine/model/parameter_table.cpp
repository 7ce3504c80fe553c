#include "engine/model/parameter_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/model/parameter_rows.hpp"

namespace talentsim {

namespace {

struct Text {
    std::string operator()(std::monostate /*unset*/) const { return "(not set)"; }

    std::string operator()(bool flag) const { return flag ? "true" : "false"; }

    std::string operator()(double number) const { return fmt::format("{}", number); }

    std::string operator()(std::string const& word) const { return word; }

    std::string operator()(CalendarMonth month) const { return month.text(); }

    std::string operator()(std::vector<double> const& numbers) const {
        return fmt::format("[{}]", fmt::join(numbers, ", "));
    }
};

std::string or_words(ParameterInfo const& info) {
    return info.words.empty() ? "" : fmt::format(", or {}", fmt::join(info.words, ", "));
}

std::vector<Parameter> all_rows() {
    std::vector<Parameter> all;
    for (auto const& section :
         {simulation_rows(), mechanisms_rows(), population_rows(), search_rows(),  offers_rows(),
          utility_rows(),    production_rows(), budgets_rows(),    finance_rows(), countries_rows(),
          firms_rows(),      fringe_rows(),     compute_rows(),    ties_rows(),    contacts_rows(),
          visas_rows(),      contract_rows(),   drives_rows(),     rumours_rows(), sites_rows(),
          deals_rows()}) {
        all.insert(all.end(), section.begin(), section.end());
    }
    return all;
}

} // namespace

std::vector<Parameter> const& parameter_table() {
    static std::vector<Parameter> const table = all_rows();
    return table;
}

std::string text_of(ParameterValue const& value) { return std::visit(Text{}, value); }

std::string accepted_by(ParameterInfo const& info) {
    switch (info.type) {
    case ParameterType::number:
        return fmt::format("a number {}{}", info.bounds.text(), or_words(info));
    case ParameterType::whole_number:
        return fmt::format("a whole number {}{}", info.bounds.text(), or_words(info));
    case ParameterType::flag:
        return "true or false";
    case ParameterType::choice:
        return fmt::format("one of {}", fmt::join(info.words, ", "));
    case ParameterType::text:
        return "text";
    case ParameterType::month:
        return "a month like 2024-01";
    case ParameterType::vector:
        return fmt::format("a list of 3 numbers {}", info.bounds.text());
    }
    return "";
}

} // namespace talentsim
