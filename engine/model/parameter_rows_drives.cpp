#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"

// Parameters of drives: dated campaigns of single firms for the best.

namespace talentsim {

using Keys = ParameterKeys;

namespace {

/// The drive that the first key names.
template <class Parameters_>
auto& drive(Parameters_& p, Keys k) {
    return access::entry(p.drives, k[0]);
}

std::vector<Parameter> rows_of_when_and_whom() {
    return {
        row(
            {.path = "mechanisms.drives",
             .meaning =
                 "firms make drives for the best, with seats, money and compute of their own",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.drives; }),
        row(
            {.path = "drives.*.title",
             .meaning = "name for display",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return drive(p, k).title; }),
        row(
            {.path = "drives.*.firm",
             .meaning = "named firm whose drive it is, by its key; a firm has one drive at most",
             .unit = "-",
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys k) -> auto& { return drive(p, k).firm; }),
        row(
            {.path = "drives.*.start",
             .meaning = "first month of the drive",
             .unit = "month",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return drive(p, k).start; }),
        row(
            {.path = "drives.*.months",
             .meaning = "months for which the drive hires; its seats and money stay with whom it "
                        "has hired",
             .unit = "month",
             .bounds = within(0, 3000),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return drive(p, k).months; }),
        row(
            {.path = "drives.*.list_length",
             .meaning = "researchers on the list, the best of those sought; renewed every month",
             .unit = "persons",
             .bounds = within(0, 1e6),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return drive(p, k).list_length; }),
        row(
            {.path = "drives.*.lowest_tier",
             .meaning = "the list holds this tier of talent and those above",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return drive(p, k).lowest_tier; }),
        row(
            {.path = "drives.*.countries.*",
             .meaning = "people who live here are sought (true) or not (false); if any are, then "
                        "only those of countries said to be",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(drive(p, k).countries, k[1]); }),
        row(
            {.path = "drives.*.mission_match",
             .meaning = "least cosine between the missions of firm and researcher that puts "
                        "somebody on the list; -1: all",
             .unit = "-",
             .bounds = within(-1, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return drive(p, k).mission_match; }),
    };
}

std::vector<Parameter> rows_of_terms() {
    return {
        row(
            {.path = "drives.*.seats",
             .meaning = "seats beside those of the firm, for people on the list alone",
             .unit = "persons",
             .bounds = within(0, 1e6),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return drive(p, k).seats; }),
        row(
            {.path = "drives.*.budget",
             .meaning = "money for the pay of whom the drive hires, beside the firm's talent "
                        "budget; its share per seat is what a seat is worth besides output",
             .unit = "USD/year",
             .bounds = within(0, 1e13),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& { return drive(p, k).budget; }),
        row(
            {.path = "drives.*.gpus_per_head",
             .meaning = "compute pledged to whom the drive hires for as long as the job lasts, as "
                        "far as the pool goes",
             .unit = "H100e/person",
             .bounds = within(0, 1e9),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return drive(p, k).gpus_per_head; }),
        row(
            {.path = "drives.*.chief_executive",
             .meaning = "whether the chief executive writes in person: everybody on the list is "
                        "met every month, seen or not, and a refusal in rounds is always "
                        "answered in person",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return drive(p, k).chief_executive; }),
    };
}

} // namespace

std::vector<Parameter> drives_rows() {
    std::vector<Parameter> rows = rows_of_when_and_whom();
    for (Parameter const& one : rows_of_terms()) {
        rows.push_back(one);
    }
    return rows;
}

} // namespace talentsim
