#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/model/dated_change.hpp"

namespace talentsim::test {

/// A change as a policy would have it.
///
/// @param path  of the table, with its `*`; `keys` stand for them
inline DatedChange change_in(CalendarMonth month, std::string const& path,
                             std::vector<std::string> keys, ParameterValue value,
                             DatedChange::Operation operation = DatedChange::Operation::set) {
    auto const& table = parameter_table();
    auto const found = std::find_if(table.begin(), table.end(), [&](Parameter const& parameter) {
        return parameter.info.path == path;
    });
    expects(found != table.end(), "change_in: the path of a parameter");
    DatedChange change;
    change.month = month;
    change.parameter = &*found;
    change.keys = std::move(keys);
    change.operation = operation;
    change.value = std::move(value);
    change.place = "policy.yaml:1:1";
    return change;
}

} // namespace talentsim::test
