#include "engine/phases/graduation.hpp"

#include <algorithm>
#include <vector>

#include "engine/phases/person.hpp"

namespace talentsim {

namespace {

struct Graduate {
    Identity identity = 0;
    CountryRow origin;
    CountryRow studied_in;
    ResearcherRow row;
};

CountryRow country_of_study(CountryTable const& countries, CountryRow origin, Identity identity,
                            Step const& step) {
    double left = uniform(step.words(identity, Draw::study_abroad)[0]);
    for (std::size_t c = 0; c != countries.size(); ++c) {
        left -= countries.study_abroad(static_cast<Eigen::Index>(origin.at()),
                                       static_cast<Eigen::Index>(c));
        if (left < 0.0) {
            return CountryRow{c};
        }
    }
    return origin;
}

std::vector<Graduate> graduates_of_month(Market const& market, Step const& step) {
    std::vector<Graduate> graduates;
    for (std::size_t c = 0; c != market.countries.size(); ++c) {
        CountryRow const origin{c};
        std::uint32_t const number = market.countries.number[origin];
        auto const words = step.words(number, Draw::rounding);
        double const expected =
            market.countries.graduates[origin] * market.countries.graduates_factor[origin];
        auto const heads = rounded_by_chance(expected * market.scale, words[0]);
        for (std::int64_t ordinal = 0; ordinal != heads; ++ordinal) {
            Identity const identity =
                identity_of(number, step.month + 1, static_cast<std::uint64_t>(ordinal));
            graduates.push_back(
                {.identity = identity,
                 .origin = origin,
                 .studied_in = country_of_study(market.countries, origin, identity, step),
                 .row = {}});
        }
    }
    return graduates;
}

/// Rows for the newcomers: freed ones, then new ones at the end.
void find_rows(Market& market, std::vector<Graduate>& graduates) {
    std::size_t end = market.researchers.size();
    for (Graduate& graduate : graduates) {
        if (market.free_rows.empty()) {
            graduate.row = ResearcherRow{end++};
        } else {
            graduate.row = market.free_rows.back();
            market.free_rows.pop_back();
        }
    }
    if (end != market.researchers.size()) {
        market.researchers.resize(end);
        if (market.contracts.is_kept) {
            market.contracts.resize(end);
        }
        if (market.rumours.is_kept) {
            market.rumours.resize(end);
        }
    }
}

} // namespace

void enter_graduates(Market& market, Parameters const& parameters, Step const& step,
                     MonthFlows& flows) {
    if (!parameters.mechanisms.graduates) {
        return;
    }
    std::vector<Graduate> graduates = graduates_of_month(market, step);
    find_rows(market, graduates);
    for_each_index(step.order, graduates.size(), [&](std::size_t i) {
        Graduate const& one = graduates[i];
        bring_to_life(market, one.row, one.identity, one.origin, one.studied_in, step.month,
                      parameters, step.key);
    });
    for (Graduate const& one : graduates) {
        ++flows.entries.at(one.studied_in, market.researchers.tier[one.row]);
        flows.graduates.push_back(one.row);
        flows.note_change({}, standing_of(market.researchers, one.row));
    }
    std::sort(flows.graduates.begin(), flows.graduates.end());
}

} // namespace talentsim
