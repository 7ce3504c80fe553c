#pragma once

#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

/// F: what leaving costs the person in unvested equity [USD/year]; 0 where nothing vests.
[[nodiscard]] double forfeit_of(Person const& person, PlainWorld const& world, Now const& now);

/// What a poacher pays that wins at this price, when it has made up for the forfeit on signing if
/// that is the rule.
[[nodiscard]] double pay_of_poacher(Person const& person, double price, Bid const& bid,
                                    PlainWorld const& world, Now const& now);

/// What an employer pays that has to make staying as good as `to_match`, while it could pay `most`,
/// and staying would then be worth `worth`.
[[nodiscard]] double pay_of_employer(Person const& person, double most, double worth,
                                     double to_match, PlainWorld const& world, Now const& now);

/// A new contract, whose equity takes the place of what is forfeited.
void sign(Person& person, bool is_front_loaded, PlainWorld const& world, Now const& now);

/// A raise, from this pay to the present one, brings equity for the difference.
void sign_raise(Person& person, double pay_before, PlainWorld const& world, Now const& now);

/// What a firm pays a year for retention grants that have not vested [USD/year].
[[nodiscard]] double retention_cost(Firm const& firm, Now const& now);

} // namespace talentsim::plain
