#include "engine/model/dated_change.hpp"

#include <cmath>
#include <fmt/format.h>

#include "engine/core/error.hpp"

namespace talentsim {

std::string DatedChange::path() const {
    std::string filled;
    auto key = keys.begin();
    for (char const letter : parameter->info.path) {
        if (letter == '*') {
            filled += *key++;
        } else {
            filled += letter;
        }
    }
    return filled;
}

void apply(DatedChange const& change, Parameters& parameters) {
    expects(change.parameter != nullptr, "a dated change names a parameter");
    Parameter const& parameter = *change.parameter;
    if (change.operation == DatedChange::Operation::set) {
        parameter.set(parameters, change.keys, change.value);
        return;
    }
    auto const now = parameter.get(parameters, change.keys);
    auto const* const in_force = std::get_if<double>(&now);
    if (in_force == nullptr) {
        throw InputError{fmt::format("{}: {}: cannot be changed by a difference or a factor, since "
                                     "the value in force is {} (a number)",
                                     change.place, change.path(), text_of(now))};
    }
    double const amount = std::get<double>(change.value);
    double const then =
        change.operation == DatedChange::Operation::add ? *in_force + amount : *in_force * amount;
    bool const is_whole =
        parameter.info.type != ParameterType::whole_number || then == std::floor(then);
    if (!is_whole || !parameter.info.bounds.contain(then)) {
        throw InputError{fmt::format("{}: {}: would become {} in {} (must be {})", change.place,
                                     change.path(), then, change.month.text(),
                                     accepted_by(parameter.info))};
    }
    parameter.set(parameters, change.keys, then);
}

} // namespace talentsim
