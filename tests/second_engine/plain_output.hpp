#pragma once

#include "tests/second_engine/plain_world.hpp"

namespace talentsim::plain {

/// L: the talent of a firm's staff at full scale, as last counted [units].
[[nodiscard]] double talent_of(Firm const& firm);

/// L and the talent whose work machines do [units].
[[nodiscard]] double talent_at_work(Firm const& firm);

/// P*Y with this much talent and this month's compute [USD/year].
[[nodiscard]] double output_with(double talent, Firm const& firm, Now const& now);

/// V of an outsider: P[Y(L + units) - Y(L)] [USD/year].
[[nodiscard]] double value_of_hiring(double units, Firm const& firm, Now const& now);

/// V of a member of the staff: P[Y(L) - Y(L - units)] [USD/year].
[[nodiscard]] double value_of_keeping(double units, Firm const& firm, Now const& now);

} // namespace talentsim::plain
