#include "engine/io/parameter_description.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>
#include <vector>

#include "engine/io/nearest_name.hpp"
#include "engine/io/parameter_tree.hpp"
#include "engine/simulation/variables.hpp"

namespace talentsim {

namespace {

using Line = std::pair<std::string, std::string>;

/// Two columns, the first as wide as its longest entry.
std::string in_columns(std::vector<Line> const& lines) {
    std::size_t width = 0;
    for (auto const& line : lines) {
        width = std::max(width, line.first.size());
    }
    std::string text;
    for (auto const& [left, right] : lines) {
        text += fmt::format("{:<{}}  {}\n", left, width, right);
    }
    return text;
}

std::string unit_of(ParameterInfo const& info) {
    return info.unit == "-" ? "" : fmt::format(" [{}]", info.unit);
}

std::string timing_of(ParameterInfo const& info) {
    switch (info.timing) {
    case ParameterTiming::founding:
        return "read only when the world is founded";
    case ParameterTiming::monthly:
        return "read every month; takes dated changes";
    case ParameterTiming::stock:
        return "a stock; a dated change delivers the difference once";
    }
    return "";
}

std::string default_of(ParameterInfo const& info) {
    return has_default(info) ? text_of(info.default_value) : "(not set)";
}

std::string in_full(std::string const& path, ParameterInfo const& info) {
    std::vector<Line> lines{{path, ""},
                            {"  meaning", info.meaning},
                            {"  unit", info.unit},
                            {"  accepts", accepted_by(info)},
                            {"  default", default_of(info)},
                            {"  source", info.source},
                            {"  timing", timing_of(info)}};
    if (info.scaling == ParameterScaling::scales_with_world) {
        lines.emplace_back("  scale", "shrinks with simulation.scale; written at full scale");
    }
    auto text = in_columns({lines.begin() + 1, lines.end()});
    return fmt::format("{}\n{}", path, text);
}

/// The parameters below a branch, with the user's keys in their paths.
void list(ParameterBranch const& branch, std::string const& path, std::vector<Line>& lines) {
    if (branch.parameter != nullptr) {
        auto const& info = branch.parameter->info;
        lines.emplace_back(path, fmt::format("{}{} ({}; default: {}; source: {})", info.meaning,
                                             unit_of(info), accepted_by(info), default_of(info),
                                             info.source));
    }
    for (auto const& child : branch.children) {
        list(child, path.empty() ? child.key : path + "." + child.key, lines);
    }
}

char const* name_of(Dimension dimension) {
    switch (dimension) {
    case Dimension::country:
        return "country";
    case Dimension::origin:
        return "origin";
    case Dimension::destination:
        return "destination";
    case Dimension::firm:
        return "firm";
    case Dimension::origin_firm:
        return "origin_firm";
    case Dimension::destination_firm:
        return "destination_firm";
    case Dimension::tier:
        return "tier";
    case Dimension::quantile:
        return "quantile";
    }
    return "";
}

std::string in_full(Variable const& variable) {
    std::vector<std::string> dimensions{"replicate"};
    if (variable.cadence == Cadence::monthly) {
        dimensions.emplace_back("time");
    }
    for (Dimension const dimension : variable.dimensions) {
        dimensions.emplace_back(name_of(dimension));
    }
    bool const is_count = variable.measure == Measure::count;
    return fmt::format("{}\n{}", variable.name,
                       in_columns({{"  meaning", variable.long_name},
                                   {"  unit", variable.units},
                                   {"  dimensions", fmt::format("{}", fmt::join(dimensions, ", "))},
                                   {"  type", is_count ? "int64" : "float64, NaN where empty"}}));
}

Variable const* find_variable(std::string const& name) {
    auto const& all = variables();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](Variable const& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

bool has_default(ParameterInfo const& info) {
    bool const is_entry = info.path.ends_with('*');
    return !is_entry && info.default_value != ParameterValue{} &&
           info.default_value != ParameterValue{std::string{}};
}

std::string summary_of(ParameterInfo const& info) {
    return fmt::format("{}{}. Accepts {}. Default: {}. Source: {}. Timing: {}.", info.meaning,
                       unit_of(info), accepted_by(info), default_of(info), info.source,
                       timing_of(info));
}

std::optional<std::string> description_of(std::string const& path) {
    if (auto const* const variable = find_variable(path)) {
        return in_full(*variable);
    }
    ParameterBranch const* branch = &parameter_tree();
    if (!path.empty()) {
        auto const found = find_parameter(path);
        if (!found) {
            return std::nullopt;
        }
        branch = found->branch;
    }
    if (branch->parameter != nullptr) {
        return in_full(path, branch->parameter->info);
    }
    std::vector<Line> lines;
    list(*branch, path, lines);
    if (path.empty()) {
        for (auto const& variable : variables()) {
            lines.emplace_back(variable.name,
                               fmt::format("output: {} [{}]", variable.long_name, variable.units));
        }
    }
    return in_columns(lines);
}

std::string nearest_description(std::string const& path) {
    auto parameter = nearest_parameter(path);
    if (split_path(parameter).back() == split_path(path).back()) {
        return parameter; // the right name in the wrong place
    }
    std::vector<std::string> names{parameter};
    for (auto const& branch : parameter_tree().children) {
        names.push_back(branch.key);
    }
    for (auto const& variable : variables()) {
        names.push_back(variable.name);
    }
    auto const nearest = nearest_name(path, names);
    bool const is_key_alone = path.find('.') == std::string::npos;
    return is_key_alone && spelling_distance(path, split_path(parameter).back()) <
                               spelling_distance(path, nearest)
               ? parameter
               : nearest;
}

} // namespace talentsim
