#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/acceptance.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// A row per drive of the scenario, if the mechanism is on.
void found_drives(Market& market, Parameters const& parameters);

/// Copy what the scenario says of drives into their table.
///
/// Reads   parameters; firms, countries: names
/// Writes  drives: terms, first, end, looks_into
void take_up_drives(Market& market, Parameters const& parameters);

/// Firms with a drive that is on plan it, beside their ordinary plans: seats that nobody from the
/// team takes, the money not promised to it, and compute to pledge as far as the pool goes once
/// older pledges are served. The rest of the pool is what everybody has a share of.
///
///     seats = seats of the drive - team;  extra = budget/seats of the drive
///     served_i = min(pledge_i, what older pledges leave of the pool)
///     g of the drive = min(gpus_per_head, rest/seats);  g = rest/(staff + all seats + pending)
///
/// Reads   drives: terms, counts of the team, hires; firms: compute, staff, pending, open_seats
/// Writes  drives: open_seats, money, extra_pay, gpus_on_offer, listed, gpus_served of hires;
///         firms: gpus_per_head where there is a team or a seat for it
/// Draws   Draw::drive_size -- one per drive, for life
/// Keeps   pledges served and on offer sum to no more than the pool
void plan_drives(Market& market, Parameters const& parameters, Step const& step);

/// Who takes the bid of a drive belongs to its team, whether the job begins now or later.
///
/// Reads   contests, matching, before moves are put off; researchers: identity
/// Writes  drives: hires
void note_drive_hires(Market& market, Contests const& contests, Matching const& matching,
                      Month month);

/// Once everybody has moved: who has left, or whose job lapsed, belongs to no team any more, and
/// teams are counted.
///
/// Reads   researchers: identity, employer, since, pay, talent_units, pending, pending_move
/// Writes  drives: hires, team, team_on_staff, team_payroll, team_talent
/// Keeps   hires stand by row and firm
void close_drives(Market& market);

/// Hires in the order in which their pledges are served: by date of contract, then by identity.
[[nodiscard]] std::vector<DriveHire*> by_date_of_contract(std::vector<DriveHire>& hires);

/// The people on the list of a drive, of simulated people.
///
/// Draws   Draw::drive_size -- one per drive, for life
[[nodiscard]] std::int64_t list_length(Market const& market, DriveRow drive, Step const& step);

/// Whom a drive has won, as its firm's ordinary plans leave them out.
struct DriveTeam {
    std::int64_t heads = 0;     ///< of simulated people, who wait included [persons]
    std::int64_t on_staff = 0;  ///< of simulated people [persons]
    TalentSum talent;           ///< of simulated people on the staff
    double paid_by_drive = 0.0; ///< of their pay, by its budget [USD/year]
};

[[nodiscard]] DriveTeam team_of(Market const& market, FirmRow firm);

/// The most that a firm has for one hire: its free money and, for people on the list of its drive,
/// that of the drive, which others cannot overdraw [USD/year].
///
/// @param free  of the firm [USD/year]
[[nodiscard]] inline double money_for(Market const& market, double free, DriveRow drive) {
    return drive.exists() ? std::max(free, 0.0) + market.drives.money[drive] : free;
}

/// The seats that a firm has for people on the list of its drive, or for everybody else, of
/// simulated people.
[[nodiscard]] inline std::int64_t seats_for(Market const& market, FirmRow firm, DriveRow drive) {
    return drive.exists() ? market.drives.open_seats[drive] : market.firms.open_seats[firm];
}

} // namespace talentsim
