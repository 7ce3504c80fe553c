#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of compute that is bought, of export controls, and of what moves productivity.

namespace talentsim {

namespace {

using Keys = ParameterKeys;

std::vector<Parameter> rows_of_output() {
    return {
        row(
            {.path = "mechanisms.breakthroughs",
             .meaning =
                 "firms make breakthroughs, which raise their productivity until rivals catch up",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.breakthroughs; }),
        row(
            {.path = "mechanisms.gpu_orders",
             .meaning = "compute that a dated change adds is ordered then, and delivered "
                        "production.delivery_lag_months later",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.gpu_orders; }),
        row(
            {.path = "mechanisms.purchases",
             .meaning = "governments buy the compute under purchases",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.purchases; }),
        row(
            {.path = "mechanisms.public_allocation",
             .meaning =
                 "public pools are divided by countries.*.public_gpu_shares; off: by staff alone",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.public_allocation; }),
        row(
            {.path = "mechanisms.export_controls",
             .meaning = "caps on deliveries of compute and limits on software hold for countries "
                        "of tier 2 and 3",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.export_controls; }),
        row(
            {.path = "mechanisms.regulation",
             .meaning = "countries.*.regulation_drag lowers output",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.regulation; }),
        row(
            {.path = "mechanisms.star_loss",
             .meaning =
                 "output of those who worked with a star falls when the star leaves the firm",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.star_loss; }),
        row(
            {.path = "mechanisms.blocs",
             .meaning = "firms do not bid for people who live in another bloc of countries",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.blocs; }),
        row(
            {.path = "production.breakthrough_rate",
             .meaning = "pi0: breakthroughs of a firm per month, unit of talent and "
                        "(g/g0)^exponent, at productivity 1",
             .unit = "1/month",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.breakthrough_rate; }),
        row(
            {.path = "production.breakthrough_size",
             .meaning = "J: by what share a breakthrough raises productivity",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.breakthrough_size; }),
        row(
            {.path = "production.breakthrough_difficulty",
             .meaning = "phi: breakthroughs get rarer with productivity to this power",
             .unit = "-",
             .bounds = within(0.1, 1000),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.breakthrough_difficulty; }),
        row(
            {.path = "production.breakthrough_compute_exponent",
             .meaning = "elasticity of breakthroughs in compute per head",
             .unit = "-",
             .bounds = within(0, 2),
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& {
                return p.production.breakthrough_compute_exponent;
            }),
        row(
            {.path = "production.delivery_lag_months",
             .meaning = "months from the order of compute to its delivery",
             .unit = "month",
             .bounds = within(0, 120),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.delivery_lag_months; }),
        row(
            {.path = "production.star_loss",
             .meaning = "share of output that a collaborator loses when a star leaves",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "star_loss in docs/facts.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.star_loss; }),
        row(
            {.path = "production.star_collaborators",
             .meaning = "members of the staff who have worked with a star",
             .unit = "persons",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.star_collaborators; }),
        row(
            {.path = "production.star_recovery_months",
             .meaning = "months over which those whom a star has left are replaced by others",
             .unit = "month",
             .bounds = within(1, 1200),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.production.star_recovery_months; }),
    };
}

std::vector<Parameter> rows_of_places() {
    return {
        row(
            {.path = "countries.*.public_gpu_shares.firms",
             .meaning = "share of the public pool that goes to firms; where all three are 0, it is "
                        "shared by staff, whatever the sector",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).public_gpu_shares.firms;
            }),
        row(
            {.path = "countries.*.public_gpu_shares.universities",
             .meaning = "share of the public pool that goes to universities",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).public_gpu_shares.universities;
            }),
        row(
            {.path = "countries.*.public_gpu_shares.public_labs",
             .meaning = "share of the public pool that goes to public laboratories",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).public_gpu_shares.public_labs;
            }),
        row(
            {.path = "countries.*.export_tier",
             .meaning = "1: no export controls; 2 and 3: those of export_controls",
             .unit = "-",
             .bounds = within(1, 3),
             .source = "export_tiers in docs/facts.md"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).export_tier; }),
        row(
            {.path = "countries.*.regulation_drag",
             .meaning = "share of output that regulation costs, compared with founding",
             .unit = "-",
             .bounds = within(0, 0.99),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.countries, k[0]).regulation_drag;
            }),
        row(
            {.path = "countries.*.bloc",
             .meaning = "bloc of countries, by any name; empty: none, and open to all",
             .unit = "-",
             .source = "china in docs/facts.md"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.countries, k[0]).bloc; }),
        row(
            {.path = "fringe.*.university_share",
             .meaning = "share of the unnamed firms that are universities",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.fringe, k[0]).university_share;
            }),
        row(
            {.path = "export_controls.tier2_cap",
             .meaning =
                 "most compute that may be delivered into a country of tier 2, from the start on",
             .unit = "H100e",
             .bounds = within(0, 1e9),
             .source = "export_tiers in docs/facts.md",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys /*keys*/) -> auto& { return p.export_controls.tier2_cap; }),
        row(
            {.path = "export_controls.tier3_cap",
             .meaning =
                 "most compute that may be delivered into a country of tier 3, from the start on",
             .unit = "H100e",
             .bounds = within(0, 1e9),
             .source = "export_tiers in docs/facts.md",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys /*keys*/) -> auto& { return p.export_controls.tier3_cap; }),
        row(
            {.path = "export_controls.tier2_software",
             .meaning = "factor of output in countries of tier 2, which limits on the transfer of "
                        "software lower",
             .unit = "-",
             .bounds = up_to(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.export_controls.tier2_software; }),
        row(
            {.path = "export_controls.tier3_software",
             .meaning = "factor of output in countries of tier 3, which limits on the transfer of "
                        "software lower",
             .unit = "-",
             .bounds = up_to(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.export_controls.tier3_software; }),
        row(
            {.path = "accelerators.*.weight",
             .meaning = "compute of one unit",
             .unit = "H100e/unit",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.accelerators, k[0]).weight; }),
        row(
            {.path = "accelerators.*.controlled",
             .meaning = "whether deliveries count towards the caps of export controls",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.accelerators, k[0]).controlled;
            }),
        row(
            {.path = "accelerators.*.substitute",
             .meaning = "accelerator that is bought instead of units beyond a cap, unit for unit, "
                        "by its key; empty: those units wait",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.accelerators, k[0]).substitute;
            }),
        row(
            {.path = "purchases.*.title",
             .meaning = "name for display",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return access::entry(p.purchases, k[0]).title; }),
        row(
            {.path = "purchases.*.country",
             .meaning = "country that buys, by its key",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.purchases, k[0]).country; }),
        row(
            {.path = "purchases.*.accelerator",
             .meaning = "what is bought, by its key; empty: units are H100e",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.purchases, k[0]).accelerator; }),
        row(
            {.path = "purchases.*.factor",
             .meaning = "multiplies every delivery; 0: nothing is bought",
             .unit = "-",
             .bounds = within(0, 1000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.purchases, k[0]).factor; }),
        row(
            {.path = "purchases.*.delivery.*",
             .meaning = "units delivered in that month, which is the key, as 2025-12",
             .unit = "units",
             .bounds = within(0, 1e9),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& {
                return access::entry(access::entry(p.purchases, k[0]).delivery, k[1]);
            }),
        row(
            {.path = "purchases.*.candidates.*.units_per_money",
             .meaning =
                 "accelerators that this firm, a candidate for operator, offers for a million USD",
             .unit = "units/million USD",
             .bounds = within(0, 1e9),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(access::entry(p.purchases, k[0]).candidates, k[1])
                    .units_per_money;
            }),
        row(
            {.path = "purchases.*.candidates.*.stability",
             .meaning = "how sure the operation by this candidate is, as scored by the government",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(access::entry(p.purchases, k[0]).candidates, k[1]).stability;
            }),
        row(
            {.path = "purchases.*.stability_weight",
             .meaning = "weight of stability in the choice of an operator; the rest is that of "
                        "units per money",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.purchases, k[0]).stability_weight;
            }),
        row(
            {.path = "purchases.*.operator_share",
             .meaning = "share that the operator keeps for its own work",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.purchases, k[0]).operator_share;
            }),
        row(
            {.path = "purchases.*.shares.firms",
             .meaning = "share of what the operator does not keep that is set aside for firms; "
                        "what no sector gets joins the public pool",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.purchases, k[0]).shares.firms; }),
        row(
            {.path = "purchases.*.shares.universities",
             .meaning =
                 "share of what the operator does not keep that is set aside for universities",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.purchases, k[0]).shares.universities;
            }),
        row(
            {.path = "purchases.*.shares.public_labs",
             .meaning = "share of what the operator does not keep that is set aside for public "
                        "laboratories",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.purchases, k[0]).shares.public_labs;
            }),
    };
}

} // namespace

std::vector<Parameter> compute_rows() {
    auto all = rows_of_output();
    auto places = rows_of_places();
    std::move(places.begin(), places.end(), std::back_inserter(all));
    return all;
}

} // namespace talentsim
