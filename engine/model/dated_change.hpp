#pragma once

#include <string>
#include <vector>

#include "engine/core/calendar.hpp"
#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// One line of a policy: from this month on, a parameter is something else.
struct DatedChange {
    enum class Operation { set, add, multiply };

    CalendarMonth month;
    Parameter const* parameter = nullptr; ///< in parameter_table(), never null in a valid change
    std::vector<std::string> keys;        ///< what stands for the `*` of its path
    Operation operation = Operation::set;
    ParameterValue value; ///< a number for add and multiply
    std::string place;    ///< where the user wrote it, for messages

    /// The path with its keys filled in.
    [[nodiscard]] std::string path() const;
};

/// Edit the parameter: `add` and `multiply` act on the value in force. A number that leaves the
/// bounds of its parameter is an InputError naming the place.
void apply(DatedChange const& change, Parameters& parameters);

} // namespace talentsim
