#pragma once

#include "engine/core/parallel.hpp"
#include "engine/core/random.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"

// Equity that people have been granted and that has not vested: what commitment, retention and
// founding write, and bargaining reads. Nothing of it is looked at where contracts do not vest.

namespace talentsim {

/// What somebody's grant has not vested yet, at this month's value of equity [USD].
[[nodiscard]] double unvested_equity(Market const& market, ResearcherRow who, Month month);

/// What somebody would forfeit by leaving now: unvested equity less its risk, per year of four
/// [USD/year]. 0 without an employer.
[[nodiscard]] double forfeit_of(Market const& market, ResearcherRow who, Month month);

/// Equity that comes with so much pay at a firm [USD].
[[nodiscard]] inline double equity_with(FirmTable const& firms, FirmRow firm, double pay,
                                        bool is_front_loaded) {
    return pay * (is_front_loaded ? firms.front_equity_per_pay[firm] : firms.equity_per_pay[firm]);
}

/// All that somebody holds is from now on this much, and begins to vest.
///
/// @param worth  at this month's value of equity [USD], >= 0
void grant_equity(Market& market, ResearcherRow who, double worth, Month month);

/// Somebody holds nothing.
void forget_equity(Market& market, ResearcherRow who);

/// Copy what holds of contracts into the tables, each firm with its own value or the more general
/// one.
///
/// Reads   parameters
/// Writes  contracts: vesting_months; firms: equity_risk, equity_per_pay, front_equity_per_pay
void take_up_contracts(Market& market, Parameters const& parameters);

/// Equity is worth what the market for firms makes of it.
///
/// Reads   finance
/// Writes  contracts: equity_level
void value_equity(Market& market, Parameters const& parameters);

/// Founding contracts bring equity, too, granted some months ago: any number of them below those of
/// vesting, as likely as any other.
///
/// Draws   Draw::founding_grant -- one per person with a job
void found_contracts(Market& market, Parameters const& parameters, RandomKey const& key,
                     Visit order);

} // namespace talentsim
