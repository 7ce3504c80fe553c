#include "engine/phases/rumours.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/core/random_batch.hpp"
#include "engine/mechanisms/rumour.hpp"
#include "engine/phases/acquaintances.hpp"

namespace talentsim {

namespace {

/// The most that terms are kept in mind as [USD/year]: no world comes near it, and a column of
/// floats has no room for more.
constexpr double most_worth = 1e38;

/// Whether a change of the month is a job taken or a raise, and has been followed by no other.
bool has_new_terms(ResearcherTable const& people, StandingChange const& change) {
    Standing const& now = change.after;
    Standing const& before = change.before;
    return now.is_employed() &&
           (now.employer != before.employer || now.since != before.since || now.pay > before.pay) &&
           people.employer[now.who] == now.employer && people.pay[now.who] == now.pay;
}

/// Whose terms are new and hold, in the order of rows.
void list_tellers(ResearcherTable const& people, std::vector<StandingChange> const& changes,
                  std::vector<ResearcherRow>& tellers) {
    tellers.clear();
    for (StandingChange const& change : changes) {
        if (has_new_terms(people, change)) {
            tellers.push_back(change.after.who);
        }
    }
    std::sort(tellers.begin(), tellers.end());
    tellers.erase(std::unique(tellers.begin(), tellers.end()), tellers.end());
}

} // namespace

double worth_in_mind(Market const& market, ResearcherRow who, Month month,
                     RumourParameters const& rumours) {
    bool const is_forgotten = month - market.rumours.heard[who] > rumours.memory_months;
    return is_forgotten ? 0.0 : static_cast<double>(market.rumours.worth[who]);
}

void Rumours::spread(Market& market, Parameters const& parameters, Step const& step,
                     std::vector<StandingChange> const& changes) {
    if (!market.rumours.is_kept) {
        return;
    }
    ResearcherTable const& people = market.researchers;
    FirmTable const& firms = market.firms;
    RumourParameters const& terms = parameters.rumours;
    list_tellers(people, changes, tellers_);
    telling_.resize(firms.size());
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const firm{f};
        bool const has_leaked =
            happens(terms.leak_hazard, step.words(firms.key[firm], Draw::leak)[0]);
        telling_[firm] =
            telling_probability(terms.share_probability, firms.secrecy[firm], has_leaked);
    }
    collector_.collect(step.order, tellers_.size(), rumours_, [&](std::size_t i, auto const& emit) {
        ResearcherRow const teller = tellers_[i];
        FirmRow const firm = people.employer[teller];
        double const worth =
            people.pay[teller] * market.countries.pay_to_value[firms.country[firm]];
        std::array<ResearcherRow, TieTable::most_ties> hearers;
        std::array<RandomKey::Words, TieTable::most_ties> words{};
        std::size_t n = 0;
        for_each_known(market, teller, [&](ResearcherRow hearer) {
            hearers[n++] = hearer;
            return true;
        });
        words_of_pairs(step.key,
                       {.who = people.identity[teller],
                        .month = static_cast<std::uint32_t>(step.month),
                        .why = Draw::rumour},
                       {words.data(), n});
        for (std::size_t k = 0; k != n; ++k) {
            if (happens(telling_[firm], words[k][0])) {
                double const told =
                    worth_by_hearsay(worth, firms.talent_exponent[firm],
                                     people.log_talent[hearers[k]], people.log_talent[teller],
                                     terms.noise * standard_normal(words[k][1], words[k][2]));
                emit({.hearer = hearers[k],
                      .worth = static_cast<float>(std::min(told, most_worth))});
            }
        }
    });
    // Of several rumours the best is kept, whoever is heard first.
    for (Rumour const& rumour : rumours_) {
        double const best_so_far = worth_in_mind(market, rumour.hearer, step.month + 1, terms);
        if (static_cast<double>(rumour.worth) > best_so_far) {
            market.rumours.worth[rumour.hearer] = rumour.worth;
            market.rumours.heard[rumour.hearer] = static_cast<std::int16_t>(step.month);
        }
    }
}

void found_rumours(Market& market, Parameters const& parameters) {
    if (parameters.mechanisms.rumours) {
        market.rumours.is_kept = true;
        market.rumours.resize(market.researchers.size());
    }
}

} // namespace talentsim
