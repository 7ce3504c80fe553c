#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/calendar.hpp"
#include "engine/core/parallel.hpp"
#include "engine/model/census.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/phases/bargaining.hpp"

namespace talentsim {

/// The promises of the model, checked every month of every run but for the last. A breach is a
/// RunError that names the month, the promise and the numbers.
///
/// - One employer each: staff over all firms = employed over all countries.
/// - No offer that could win below what a visa programme, or the person, asks for.
/// - No offer above the free money of its firm, and of its drive for people on its list; no
///   counteroffer above present pay and free money.
/// - The price of talent times the talent of a firm, without the team of its drive, is at most its
///   budget.
/// - Heads of a firm <= staff at month start + open seats + moves agreed upon before + core teams
///   that came with their seats; such seats sum to 0 over firms. Those of the team of a drive <=
///   team at month start + open seats of the drive.
/// - Pledges of compute, on offer or served, sum to no more than the pool.
/// - Grants of compute sum to no more than the pool.
/// - Compute at the disposal of a country's firms is at most their own pools and the public one.
/// - People: stock' = stock + entries - exits + net migration, country by country and tier by tier.
/// - Visas granted in a year by a quota or a draw <= cap x over-selection, at scale.
/// - No retention grant beyond free money. Once a year: equity is never negative, vests within its
///   months, and is held by the employed alone.
/// - Once a year: what people have heard of others' terms is never negative.
/// - Nothing is NaN or negative.
/// - Once a year: the counts kept along with the changes are those of the people.
class Ledger {
  public:
    /// @param first  calendar month of month 0, for messages
    explicit Ledger(CalendarMonth first, Visit order = Visit::parallel)
        : first_{first}, order_{order} {}

    /// Once the firms have made their plans.
    void check_plans(Market const& market, Month month);

    /// Once everybody has bargained.
    void check_offers(Market const& market, Contests const& contests, Month month) const;

    /// Once everybody has moved and is counted.
    void check_counts(Market const& market, Census const& before, Census const& after,
                      MonthFlows const& flows, Month month) const;

    /// Are the counts kept along with the changes those that a count of everybody finds? Costs a
    /// pass over people.
    void check_recount(Market const& market, Census const& kept, Month month) const;

    /// Are retention grants of the month within the budgets? Once they are made.
    void check_retention(Market const& market, Month month) const;

    /// Does everybody hold what equity they can? Costs a pass over people.
    void check_equity(Market const& market, Month month) const;

    /// Can what everybody has heard of others' terms be? Costs a pass over people.
    void check_rumours(Market const& market, Month month) const;

    /// Once visa programmes have decided.
    ///
    /// @param calendar_month  1 to 12
    void check_visas(Market const& market, MonthFlows const& flows, int calendar_month,
                     Month month);

    /// Once compute is granted.
    void check_grants(Market const& market, Month month) const;

  private:
    [[noreturn]] void breach(Month month, std::string_view promise,
                             std::string const& numbers) const;
    void check_people(Market const& market, Census const& before, Census const& after,
                      MonthFlows const& flows, Month month) const;
    void check_pools(Market const& market, Month month) const;
    void check_drive_plans(Market const& market, Month month);
    void check_heads(Market const& market, Census const& after, Month month) const;

    CalendarMonth first_;
    Visit order_;
    FirmColumn<std::int64_t> most_heads_; ///< staff at month start, open seats and pending moves
    DriveTable::Of<std::int64_t> most_in_team_; ///< of a drive: team at month start, open seats
    std::vector<std::int64_t> granted_;         ///< visas of a programme's year so far
    std::vector<double> most_granted_;          ///< by the largest caps of that year
};

} // namespace talentsim
