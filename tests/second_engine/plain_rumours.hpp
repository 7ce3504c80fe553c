#pragma once

#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

/// The least pay that the person asks for after what was heard of others' terms, at most the cap.
[[nodiscard]] double pay_asked_of(Bid const& bid, Person const& person, Now const& now);

/// What secrecy leaves of autonomy.
[[nodiscard]] double autonomy_left(double autonomy, double secrecy, Parameters const& parameters);

} // namespace talentsim::plain
