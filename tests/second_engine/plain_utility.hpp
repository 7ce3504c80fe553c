#pragma once

#include "tests/second_engine/plain_world.hpp"

namespace talentsim::plain {

/// epsilon: how well person and firm match, for life [log points].
[[nodiscard]] double lasting_match(Person const& person, Firm const& firm, Now const& now);

/// After-tax value of a USD of pay there: the tax is cut for those whose visa says so, which may be
/// one by which the person would come.
[[nodiscard]] double value_of_pay(Person const& person, Country const& country,
                                  Programme const* coming_by, Now const& now);

/// What a country adds to the pay of a job in it [USD/year].
[[nodiscard]] double supplement(Person const& person, Country const& country);

/// U of a job at this firm and this pay.
///
/// @param coming_by  programme by which the person would come there, if one is needed
[[nodiscard]] double utility_of_job(Person const& person, Firm const& firm, double pay,
                                    PlainWorld const& world, Now const& now,
                                    Programme const* coming_by = nullptr);

/// U of building a start-up of one's own; minus infinity for whom nobody backs.
[[nodiscard]] double utility_of_start_up(Person const& person, PlainWorld const& world,
                                         Now const& now);

/// U of having no job.
[[nodiscard]] double utility_of_joblessness(Person const& person, Now const& now);

} // namespace talentsim::plain
