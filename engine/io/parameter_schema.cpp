#include "engine/io/parameter_schema.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/io/parameter_description.hpp"
#include "engine/io/parameter_tree.hpp"

namespace talentsim {

namespace {

using Json = nlohmann::ordered_json;

constexpr char const* key_pattern = "^[A-Za-z0-9_-]{1,100}$";
constexpr char const* month_pattern = "^[12][0-9]{3}-(0[1-9]|1[0-2])$";

Json number(Bounds const& bounds, char const* type) {
    Json schema{{"type", type}};
    if (std::isfinite(bounds.low)) {
        schema[bounds.low_included ? "minimum" : "exclusiveMinimum"] = bounds.low;
    }
    if (std::isfinite(bounds.high)) {
        schema["maximum"] = bounds.high;
    }
    return schema;
}

Json value_of(ParameterInfo const& info) {
    switch (info.type) {
    case ParameterType::number:
    case ParameterType::whole_number: {
        bool const is_whole = info.type == ParameterType::whole_number;
        auto const plain = number(info.bounds, is_whole ? "integer" : "number");
        auto any = Json::array({plain});
        if (!info.words.empty()) {
            any.push_back({{"enum", info.words}});
        }
        if (info.unit.starts_with("USD")) {
            any.push_back({{"type", "string"}, {"pattern", "^[0-9.eE+-]+ [A-Za-z0-9_-]+$"}});
        }
        return any.size() == 1 ? plain : Json{{"anyOf", any}};
    }
    case ParameterType::flag:
        return {{"type", "boolean"}};
    case ParameterType::choice:
        return {{"enum", info.words}};
    case ParameterType::text:
        return {{"type", "string"}};
    case ParameterType::month:
        return {{"type", "string"}, {"pattern", month_pattern}};
    case ParameterType::vector:
        return {{"type", "array"},
                {"items", number(info.bounds, "number")},
                {"minItems", 3},
                {"maxItems", 3}};
    }
    return {};
}

Json default_of(ParameterValue const& value) {
    if (auto const* const flag = std::get_if<bool>(&value)) {
        return *flag;
    }
    if (auto const* const amount = std::get_if<double>(&value)) {
        return *amount == std::floor(*amount) ? Json(static_cast<std::int64_t>(*amount))
                                              : Json(*amount);
    }
    if (auto const* const numbers = std::get_if<std::vector<double>>(&value)) {
        return *numbers;
    }
    return text_of(value);
}

Json leaf(ParameterInfo const& info) {
    auto schema = value_of(info);
    schema["description"] = summary_of(info);
    if (has_default(info)) {
        schema["default"] = default_of(info.default_value);
    }
    return schema;
}

Json section(ParameterBranch const& branch);

/// The section as a map by name, or as a list of items with theirs.
Json map_or_list(ParameterBranch const& branch, Json map) {
    auto item = section(branch.children.front());
    item["properties"]["name"] = {{"type", "string"}, {"pattern", key_pattern}};
    item["required"] = {"name"};
    return {{"anyOf", {std::move(map), {{"type", "array"}, {"items", std::move(item)}}}}};
}

Json section(ParameterBranch const& branch) {
    if (branch.parameter != nullptr) {
        return leaf(branch.parameter->info);
    }
    Json schema{{"type", "object"}};
    for (auto const& child : branch.children) {
        bool const is_any = child.key == "*";
        schema[is_any ? "patternProperties" : "properties"][is_any ? key_pattern : child.key] =
            section(child);
    }
    schema["additionalProperties"] = false;
    return branch.may_be_list() ? map_or_list(branch, std::move(schema)) : schema;
}

Json changes() {
    return {
        {"type", "object"},
        {"description", "dated changes: a parameter, and for each month what holds from then on"},
        {"additionalProperties",
         {{"type", "object"},
          {"patternProperties", {{month_pattern, Json::object()}}},
          {"additionalProperties", false}}}};
}

} // namespace

std::string scenario_schema() {
    auto schema = section(parameter_tree());
    Json properties{
        {"title", {{"type", "string"}, {"description", "the question that the scenario asks"}}},
        {"description", {{"type", "string"}}},
        {"extends",
         {{"type", "string"},
          {"description", "a scenario, relative to this file, that everything not said here is "
                          "taken from"}}},
        {"policies",
         {{"type", "array"},
          {"items", {{"type", "string"}}},
          {"description", "policy files, relative to this file, that take effect in every run"}}},
        {"changes", changes()}};
    properties.update(schema["properties"]);
    Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "talentsim scenario"},
              {"description", "Made by `talentsim describe --schema`; not to be edited."},
              {"type", "object"},
              {"properties", properties},
              {"additionalProperties", false}};
    constexpr int indent = 2;
    return root.dump(indent) + "\n";
}

} // namespace talentsim
