#pragma once

#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

/// The drive of a firm; null without one.
[[nodiscard]] Drive const* drive_of(Firm const& firm, PlainWorld const& world);

/// The drive on whose list at a firm somebody stands this month; null if on none.
[[nodiscard]] Drive const* drive_for(Person const& person, Firm const& firm,
                                     PlainWorld const& world);

/// Those whom a firm's drive has won, as its ordinary plans leave them out; of simulated people.
struct Team {
    std::int64_t heads = 0; ///< who wait to begin included
    std::int64_t on_staff = 0;
    TalentSum talent; ///< on the staff
    MoneySum payroll; ///< of who waits, too [USD/year]
};

[[nodiscard]] Team team_of(Firm const& firm, PlainWorld const& world);

/// What the drive pays of that, at full scale [USD/year].
[[nodiscard]] double paid_by_drive(Firm const& firm, PlainWorld const& world);

/// What somebody has, or would have, of a firm's compute besides the share of all [H100e].
[[nodiscard]] double pledged_gpus(Person const& person, Firm const& firm, PlainWorld const& world);

/// The team of a drive, the oldest contract first.
[[nodiscard]] std::vector<std::pair<Identity, Contract>> oldest_first(Drive const& drive);

} // namespace talentsim::plain
