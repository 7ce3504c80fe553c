#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of visa programmes.

namespace talentsim {

using Keys = ParameterKeys;

namespace {

/// The programme that the first key names.
template <class Parameters_>
auto& programme(Parameters_& p, Keys k) {
    return access::entry(p.visas, k[0]);
}

std::vector<Parameter> admission_rows() {
    return {
        row(
            {.path = "visas.*.title",
             .meaning = "name for display",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return programme(p, k).title; }),
        row(
            {.path = "visas.*.country",
             .meaning = "country that issues the visa, by its key",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return programme(p, k).country; }),
        row(
            {.path = "visas.*.type",
             .meaning = "how it chooses: everybody (open), who is paid enough (threshold) or has "
                        "the points, who comes first (quota), or who is drawn once a year, with "
                        "equal chances (lottery) or by pay level (weighted)",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).type; }),
        row(
            {.path = "visas.*.offered",
             .meaning = "it takes applications; a country with no programme on offer is open",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).offered; }),
        row(
            {.path = "visas.*.order",
             .meaning =
                 "of the programmes of a country that admit somebody the one with the lowest "
                 "order is used; of equals that whose type stands first in the list",
             .unit = "-",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).order; }),
        row(
            {.path = "visas.*.origins.*",
             .meaning = "people of this origin may use it (true) or not (false); if any may, then "
                        "only those who are said to",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(programme(p, k).origins, k[1]); }),
        row(
            {.path = "visas.*.pay_multiple",
             .meaning = "pay that a threshold asks for, in national incomes per head",
             .unit = "-",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).pay_multiple; }),
        row(
            {.path = "visas.*.points.needed",
             .meaning = "points that a points system asks for",
             .unit = "points",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).points.needed; }),
        row(
            {.path = "visas.*.points.per_pay",
             .meaning = "points for each national income per head of pay",
             .unit = "points",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).points.per_pay; }),
        row(
            {.path = "visas.*.points.most_for_pay",
             .meaning = "points for pay, at most",
             .unit = "points",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).points.most_for_pay; }),
        row(
            {.path = "visas.*.points.advanced_degree",
             .meaning = "points for an advanced degree",
             .unit = "points",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).points.advanced_degree; }),
        row(
            {.path = "visas.*.points.youth",
             .meaning = "points for those younger than points.youth_age",
             .unit = "points",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).points.youth; }),
        row(
            {.path = "visas.*.points.youth_age",
             .meaning = "age below which points.youth are given",
             .unit = "years",
             .bounds = within(0, 200),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).points.youth_age; }),
        row(
            {.path = "visas.*.advanced_share",
             .meaning = "share of people who count as having an advanced degree",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).advanced_share; }),
    };
}

std::vector<Parameter> draw_rows() {
    return {
        row(
            {.path = "visas.*.cap",
             .meaning = "visas of a quota, or regular visas of a draw",
             .unit = "persons/year",
             .bounds = within(0, 1e9),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return programme(p, k).cap; }),
        row(
            {.path = "visas.*.advanced_cap",
             .meaning = "visas of a draw for which those with an advanced degree compete who were "
                        "not drawn for the regular ones",
             .unit = "persons/year",
             .bounds = within(0, 1e9),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return programme(p, k).advanced_cap; }),
        row(
            {.path = "visas.*.over_selection",
             .meaning = "how many are selected per visa of the caps, since not all come",
             .unit = "-",
             .bounds = within(0, 100),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).over_selection; }),
        row(
            {.path = "visas.*.draw_month",
             .meaning = "month of the calendar of the yearly draw, or in which a quota begins anew",
             .unit = "-",
             .bounds = within(1, 12),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).draw_month; }),
        row(
            {.path = "visas.*.start_month",
             .meaning = "month of the calendar in which visas of a draw begin",
             .unit = "-",
             .bounds = within(1, 12),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).start_month; }),
        row(
            {.path = "visas.*.level_multiples",
             .meaning = "pay from which levels 2, 3 and 4 of a weighted draw begin, in national "
                        "incomes per head",
             .unit = "-",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).level_multiples; }),
        row(
            {.path = "visas.*.level_weights",
             .meaning = "weights of levels 2, 3 and 4 in a weighted draw; level 1 has 1",
             .unit = "-",
             .bounds = up_to(0, 1e6),
             .source = "h1b_weighted in docs/facts.md"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).level_weights; }),
    };
}

std::vector<Parameter> stay_rows() {
    return {
        row(
            {.path = "visas.*.fee",
             .meaning = "paid once by the employer who brings somebody in; its bid falls by the "
                        "fee per year of the visa",
             .unit = "USD",
             .bounds = within(0, 1e9),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).fee; }),
        row(
            {.path = "visas.*.processing_months",
             .meaning = "months from the grant to the start of the job",
             .unit = "month",
             .bounds = within(0, 120),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).processing_months; }),
        row(
            {.path = "visas.*.validity_months",
             .meaning = "months that the visa holds; 0: permanent residence at once",
             .unit = "month",
             .bounds = within(0, 1200),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).validity_months; }),
        row(
            {.path = "visas.*.renewals",
             .meaning = "times that somebody with a job can renew it",
             .unit = "-",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).renewals; }),
        row(
            {.path = "visas.*.permanence_months",
             .meaning = "months on the visa after which its holder is a permanent resident; 0: "
                        "never",
             .unit = "month",
             .bounds = within(0, 1200),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).permanence_months; }),
        row(
            {.path = "visas.*.grace_months",
             .meaning = "months without a job after which its holder goes home",
             .unit = "month",
             .bounds = within(1, 1200),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).grace_months; }),
        row(
            {.path = "visas.*.tax_cut",
             .meaning = "share of the tax on pay in the country that is remitted to those who came "
                        "by it, also once they are permanent residents",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "korea_top_tier_visa in docs/facts.md"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).tax_cut; }),
        row(
            {.path = "visas.*.tax_cut_years",
             .meaning = "years from the issue of the visa for which tax_cut holds",
             .unit = "years",
             .bounds = within(0, 100),
             .source = "korea_top_tier_visa in docs/facts.md"},
            [](auto& p, Keys k) -> auto& { return programme(p, k).tax_cut_years; }),
    };
}

} // namespace

std::vector<Parameter> visas_rows() {
    std::vector<Parameter> all;
    for (auto const& some : {admission_rows(), draw_rows(), stay_rows()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

} // namespace talentsim
