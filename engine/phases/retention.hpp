#pragma once

#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Firms that others have taken many people from bind those who are left: where more than a share
/// of the staff went to other firms within three months, everybody on it is granted equity anew, in
/// proportion to pay and as far as free money allows, and all that they hold begins to vest again.
/// Once in twelve months at most.
///
/// Reads   firms: poached, staff, payroll; researchers: employer, pay
/// Writes  firms: retention_month, retention_owed, free_money; contracts: equity, granted
/// Draws   nothing
/// Keeps   no firm goes over its budget; without a grant nothing changes
void grant_retention(Market& market, Parameters const& parameters, Step const& step);

/// What retention grants that have not vested cost a firm, per year of four [USD/year, full scale].
[[nodiscard]] double retention_cost(Market const& market, FirmRow firm, Month month);

/// Firms note whom others have taken from them.
///
/// Reads   flows: job_moves
/// Writes  firms: poached
/// Draws   nothing
void count_poached(Market& market, MonthFlows const& flows, Month month);

} // namespace talentsim
