#include "engine/model/parameter_access.hpp"
#include "engine/model/parameter_rows.hpp"
#include "engine/model/ties.hpp"

// Parameters of whom people know, and of firms and friends that approach them.

namespace talentsim {

using Keys = ParameterKeys;

std::vector<Parameter> ties_rows() {
    return {
        row(
            {.path = "mechanisms.ties",
             .meaning = "researchers know some colleagues, of the present and former jobs",
             .unit = "-",
             .source = "docs/model.md",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.ties; }),
        row(
            {.path = "mechanisms.relative_deprivation",
             .meaning = "researchers paid less than those they know search more, and are less "
                        "content where they are",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.relative_deprivation; }),
        row(
            {.path = "social.ties",
             .meaning = "people whom a researcher knows at most; a new tie takes the place of the "
                        "oldest",
             .unit = "persons",
             .bounds = within(1, static_cast<double>(TieTable::most_ties)),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.social.ties; }),
        row(
            {.path = "social.ties_per_hire",
             .meaning = "new colleagues whom a hire gets to know",
             .unit = "persons",
             .bounds = within(0, static_cast<double>(TieTable::most_ties)),
             .source = "assumed",
             .timing = ParameterTiming::founding},
            [](auto& p, Keys /*keys*/) -> auto& { return p.social.ties_per_hire; }),
        row(
            {.path = "search.deprivation_response",
             .meaning = "z: the probability of an employed researcher's search is multiplied by 1 "
                        "+ z min(RD, 1), RD being relative deprivation",
             .unit = "-",
             .bounds = within(0, 100),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.search.deprivation_response; }),
        row(
            {.path = "utility.friends",
             .meaning = "b_n: weight of each tie to somebody who works at the firm",
             .unit = "log points of pay per person",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.friends; }),
        row(
            {.path = "utility.deprivation",
             .meaning = "b_d: weight of relative deprivation in the present job",
             .unit = "log points of pay",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.utility.deprivation; }),
    };
}

std::vector<Parameter> contacts_rows() {
    return {
        row(
            {.path = "mechanisms.target_lists",
             .meaning = "recruiters approach the best researchers whom they see",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.target_lists; }),
        row(
            {.path = "mechanisms.referrals",
             .meaning = "recent hires bring their new employer together with former colleagues",
             .unit = "-",
             .source = "docs/model.md"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.mechanisms.referrals; }),
        row(
            {.path = "recruiting.lowest_tier",
             .meaning = "recruiters look at this tier of talent and those above",
             .unit = "-",
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.recruiting.lowest_tier; }),
        row(
            {.path = "recruiting.visibility",
             .meaning = "probability that a firm sees a researcher in a month, were there no "
                        "secrecy",
             .unit = "1/month",
             .bounds = up_to(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.recruiting.visibility; }),
        row(
            {.path = "referrals.names",
             .meaning = "former colleagues whom a hire names to the new employer at most",
             .unit = "persons",
             .bounds = within(0, static_cast<double>(TieTable::most_ties)),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.referrals.names; }),
        row(
            {.path = "referrals.probability",
             .meaning = "probability that the firm approaches a former colleague named",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys /*keys*/) -> auto& { return p.referrals.probability; }),
        row(
            {.path = "firms.*.recruiter_capacity",
             .meaning = "researchers whom the firm's recruiters approach",
             .unit = "contacts/month",
             .bounds = within(0, 1e6),
             .source = "assumed",
             .scaling = ParameterScaling::scales_with_world},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.firms, k[0]).recruiter_capacity;
            }),
        row(
            {.path = "firms.*.secrecy",
             .meaning = "how far the staff is out of sight of other firms' recruiters, and its "
                        "terms out of hearing (mechanisms.rumours)",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.firms, k[0]).secrecy; }),
        row(
            {.path = "fringe.*.recruiter_capacity",
             .meaning = "researchers whom each unnamed firm's recruiters approach",
             .unit = "contacts/month",
             .bounds = within(0, 1e6),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& {
                return access::entry(p.fringe, k[0]).recruiter_capacity;
            }),
        row(
            {.path = "fringe.*.secrecy",
             .meaning = "how far the staff is out of sight of other firms' recruiters, and its "
                        "terms out of hearing (mechanisms.rumours)",
             .unit = "-",
             .bounds = within(0, 1),
             .source = "assumed"},
            [](auto& p, Keys k) -> auto& { return access::entry(p.fringe, k[0]).secrecy; }),
    };
}

} // namespace talentsim
