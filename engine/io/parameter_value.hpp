#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/config_tree.hpp"
#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// A value as the user wrote it, read as the type of its parameter.
struct ReadValue {
    ParameterValue value; ///< not set if there is a problem, or a currency's rate is wrong
    std::string problem;  ///< what was found, and in parentheses what is accepted; empty if fine
};

/// Units of a currency that buy one USD. A rate that is not above 0 is wrong and complained about
/// elsewhere: amounts in that currency are then not set, without another complaint.
using ExchangeRates = std::map<std::string, double, std::less<>>;

/// The value of a parameter, within its bounds. Money may be in any currency that has a rate.
[[nodiscard]] ReadValue read_value(ConfigNode const& node, ParameterInfo const& info,
                                   ExchangeRates const& rates);

/// The amount of an `add` (in the unit of the parameter) or a `multiply`: any finite number.
[[nodiscard]] ReadValue read_amount(ConfigNode const& node, ParameterInfo const& info,
                                    ExchangeRates const& rates);

/// The rates of a scenario, whatever else may be wrong with it.
[[nodiscard]] ExchangeRates exchange_rates_in(ConfigNode const& scenario);

} // namespace talentsim
