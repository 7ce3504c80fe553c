#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/calendar.hpp"
#include "engine/model/bounds.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// A value of any parameter. monostate: not set, so that the more general value holds.
/// Words (choices, text, country codes) are strings; whole numbers are doubles.
using ParameterValue =
    std::variant<std::monostate, bool, double, std::string, CalendarMonth, std::vector<double>>;

enum class ParameterType { number, whole_number, flag, choice, text, month, vector };

/// Which months a parameter can be changed for.
enum class ParameterTiming {
    founding, ///< read once, when the world is founded: takes no dated change
    monthly,  ///< read every month
    stock     ///< an amount in the world: a dated change delivers the difference once
};

/// How a parameter behaves when only a share of the world is simulated. The engine scales; files
/// always speak full scale.
enum class ParameterScaling { unscaled, scales_with_world };

/// What there is to say about one parameter.
struct ParameterInfo {
    std::string path; ///< dotted; `*` stands for any key, as in countries.*.pay_level
    ParameterType type{};
    std::string meaning;
    std::string unit;                 ///< `-` for pure numbers
    Bounds bounds{};                  ///< of numbers, and of every element of a vector
    std::vector<std::string> words{}; ///< accepted words: all of a choice's, or besides a number
    std::string source; ///< of the default: a publication, docs/model.md, or `assumed`
    ParameterTiming timing = ParameterTiming::monthly;
    ParameterScaling scaling = ParameterScaling::unscaled;
    ParameterValue default_value{}; ///< filled in from parameters.hpp, never written in a row
};

/// The keys that stand for the `*` of a path, in order.
using ParameterKeys = std::span<std::string const>;

/// One parameter of the model: what it is, and where it lives.
struct Parameter {
    ParameterInfo info;
    std::function<ParameterValue(Parameters const&, ParameterKeys)> get;
    /// Entries of maps that do not exist yet are made.
    std::function<void(Parameters&, ParameterKeys, ParameterValue const&)> set;
};

/// Every parameter there is, in the order in which documentation lists them: the one source of the
/// scenario reader, of `describe` and of the JSON Schema.
[[nodiscard]] std::vector<Parameter> const& parameter_table();

/// The value as a user would write it in YAML; `(not set)` for monostate.
[[nodiscard]] std::string text_of(ParameterValue const& value);

/// What a value must look like, for messages: `a number in [0, 1]`, `one of a, b`, `true or false`,
/// `a month like 2024-01`, `a list of 3 numbers in [-1, 1]`.
[[nodiscard]] std::string accepted_by(ParameterInfo const& info);

/// A mistake that only several parameters together can make.
struct ParameterProblem {
    std::string path; ///< of the parameter to blame
    std::string what; ///< what was found, and in parentheses what is accepted
};

/// Checks across parameters: names that must exist, shares that must not exceed 1, and the like.
/// All problems at once; empty if there are none.
[[nodiscard]] std::vector<ParameterProblem> problems_in(Parameters const& parameters);

} // namespace talentsim
