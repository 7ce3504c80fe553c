#include "engine/phases/acquaintances.hpp"

#include "engine/mechanisms/relative_deprivation.hpp"

namespace talentsim {

Acquaintances::Acquaintances(Market const& market, ResearcherRow who) {
    std::array<ResearcherRow, TieTable::most_ties> rows;
    for_each_known(market, who, [&](ResearcherRow other) {
        rows[known_++] = other;
        return true;
    });
    for (std::size_t k = 0; k != known_; ++k) {
        employers_[k] = market.researchers.employer[rows[k]];
        pays_[k] = market.researchers.pay[rows[k]];
    }
}

double Acquaintances::at(FirmRow firm) const {
    double working_there = 0.0;
    for (std::size_t k = 0; k != known_; ++k) {
        working_there += employers_[k] == firm ? 1.0 : 0.0;
    }
    return working_there;
}

double Acquaintances::deprivation(double own) const {
    if (own <= 0.0) {
        return 0.0;
    }
    RelativeDeprivation deprivation{own};
    for (std::size_t k = 0; k != known_; ++k) {
        deprivation.compare_with(pays_[k]);
    }
    return deprivation.value();
}

double deprivation_of(Market const& market, ResearcherRow who) {
    return Acquaintances{market, who}.deprivation(market.researchers.pay[who]);
}

bool is_approachable(ResearcherTable const& people, ResearcherRow who,
                     SearchParameters const& search, Month month) {
    if (!people.is_present(who)) {
        return false;
    }
    if (people.is_employed(who) || people.since[who] != month) {
        return true;
    }
    bool const is_graduate = month_of_entry(people.identity[who]) == month;
    return search.same_month && !is_graduate;
}

} // namespace talentsim
