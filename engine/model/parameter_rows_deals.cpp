#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of acquisitions, of teachers who leave, and of start-ups of one's own.

namespace talentsim {

using Keys = ParameterKeys;

namespace {

/// The acquisition that the first key names.
template <class Parameters_>
auto& deal(Parameters_& p, Keys k) {
    return access::entry(p.acquisitions, k[0]);
}

std::vector<Parameter> acquisition_rows() {
    return {
        row(
            {.path = "mechanisms.acquisitions",
             .meaning = "firms offer to take over the best of a start-up, and approach them by "
                        "name where they decline",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.acquisitions; }),
        row(
            {.path = "acquisitions.*.title",
             .meaning = "name for display",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return deal(p, k).title; }),
        row(
            {.path = "acquisitions.*.bidder",
             .meaning = "firm that makes the offer, by its key",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return deal(p, k).bidder; }),
        row(
            {.path = "acquisitions.*.target",
             .meaning = "start-up in the same country that is to be taken over, by its key",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return deal(p, k).target; }),
        row(
            {.path = "acquisitions.*.month",
             .meaning = "month of the offer",
             .unit = "month",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return deal(p, k).month; }),
        row(
            {.path = "acquisitions.*.core_team",
             .meaning = "size of the core team, the most talented of the staff",
             .unit = "persons",
             .bounds = within(0, 1e6),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return deal(p, k).core_team; }),
        row(
            {.path = "acquisitions.*.premium",
             .meaning = "what the core team is paid on top of its pay, as a share of it, for as "
                        "long as the retention lasts",
             .unit = "-",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return deal(p, k).premium; }),
        row(
            {.path = "acquisitions.*.retention_months",
             .meaning = "months for which the premium is paid to those who stay",
             .unit = "month",
             .bounds = within(1, 240),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return deal(p, k).retention_months; }),
        row(
            {.path = "acquisitions.*.acceptance_probability",
             .meaning = "probability that the core team accepts; not set: it accepts if most of "
                        "it would rather work for the bidder at the pay offered",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& { return deal(p, k).acceptance_probability; }),
    };
}

std::vector<Parameter> faculty_rows() {
    return {
        row(
            {.path = "mechanisms.faculty",
             .meaning = "the number of graduates follows the talent of a country's universities",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.faculty; }),
        row(
            {.path = "faculty.elasticity",
             .meaning = "elasticity of the number of graduates in the talent of universities",
             .unit = "-",
             .bounds = within(0, 5),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.faculty.elasticity; }),
        row(
            {.path = "faculty.lag_months",
             .meaning = "mean time from a change of teachers to that of the number of graduates",
             .unit = "month",
             .bounds = within(1, 1200),
             .source = "assumed: the months of study"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.faculty.lag_months; }),
    };
}

std::vector<Parameter> venture_rows() {
    return {
        row(
            {.path = "mechanisms.ventures",
             .meaning = "the best may found a start-up of their own where there is venture money",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.ventures; }),
        row(
            {.path = "countries.*.venture_money",
             .meaning = "b_v: what founders are backed with in a boom, as a multiple of the mean "
                        "price of their talent in the country; 0: nobody founds",
             .unit = "-",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).venture_money;
            }),
        row(
            {.path = "ventures.lowest_tier",
             .meaning = "investors back this tier of talent and those above",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.ventures.lowest_tier; }),
        row(
            {.path = "ventures.bust_share",
             .meaning = "share of venture money that is left in a bust",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.ventures.bust_share; }),
        row(
            {.path = "ventures.cofounders",
             .meaning = "weight of each tie to somebody whom investors would back",
             .unit = "log points of pay per person",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.ventures.cofounders; }),
        row(
            {.path = "ventures.months",
             .meaning = "months for which a founder builds the start-up and hears no offers",
             .unit = "month",
             .bounds = within(1, 240),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.ventures.months; }),
    };
}

} // namespace

std::vector<Parameter> deals_rows() {
    std::vector<Parameter> all;
    for (auto const& some : {acquisition_rows(), faculty_rows(), venture_rows()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

} // namespace talentsim
