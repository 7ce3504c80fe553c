#include "engine/phases/job_search.hpp"

#include <algorithm>
#include <array>

#include <boost/random/uniform_int_distribution.hpp>

namespace talentsim {

namespace {

/// Draws after which a search for a firm with an open seat is given up. Where one seat in twenty is
/// open, one search in 10^11 is.
constexpr int max_attempts = 500;

std::vector<FirmRow> all_firms(FirmTable const& firms, CountryRow country) {
    std::vector<FirmRow> members;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        bool const is_in = !country.exists() || firms.country[FirmRow{f}] == country;
        if (is_in && firms.draw_weight[FirmRow{f}] > 0.0) {
            members.emplace_back(f);
        }
    }
    return members;
}

std::vector<double> weights_of(FirmTable const& firms, std::vector<FirmRow> const& members) {
    std::vector<double> weights;
    for (FirmRow const row : members) {
        weights.push_back(firms.draw_weight[row]);
    }
    return weights;
}

} // namespace

FirmUrn::FirmUrn(FirmTable const& firms, std::vector<FirmRow> members)
    : members_{std::move(members)} {
    if (!members_.empty()) {
        auto const weights = weights_of(firms, members_);
        by_weight_ = boost::random::discrete_distribution<std::uint32_t, double>(weights.begin(),
                                                                                 weights.end());
    }
}

FirmRow FirmUrn::draw(FirmTable const& firms, ContactDraw how, RandomStream& words,
                      std::span<FirmRow const> met) const {
    if (members_.size() <= met.size()) {
        return {};
    }
    boost::random::uniform_int_distribution<std::uint32_t> const any_member{
        0, static_cast<std::uint32_t>(members_.size() - 1)};
    for (int attempt = 0; attempt != max_attempts; ++attempt) {
        bool const is_uniform = how == ContactDraw::uniform;
        FirmRow const firm = members_[is_uniform ? any_member(words) : by_weight_(words)];
        bool const is_new = std::find(met.begin(), met.end(), firm) == met.end();
        bool const is_accepted =
            is_uniform ||
            happens(std::min(static_cast<double>(firms.open_seats[firm]) / firms.draw_weight[firm],
                             1.0),
                    words());
        if (is_new && is_accepted) {
            return firm;
        }
    }
    return {};
}

JobSearch::JobSearch(Market const& market)
    : world_{market.firms, all_firms(market.firms, CountryRow{})} {
    for (std::size_t c = 0; c != market.countries.size(); ++c) {
        countries_.emplace_back(market.firms, all_firms(market.firms, CountryRow{c}));
    }
}

namespace {

/// One researcher's month of search.
struct Searcher {
    Market const& market;
    SearchParameters const& search;
    Step const& step;
    FirmUrn const& world;
    std::vector<FirmUrn> const& countries;
    ResearcherRow who;

    [[nodiscard]] Identity identity() const { return market.researchers.identity[who]; }

    [[nodiscard]] bool is_new_graduate() const { return month_of_entry(identity()) == step.month; }

    /// Whether a job was lost, or studies ended, this month.
    [[nodiscard]] bool is_newly_jobless() const {
        return !market.researchers.is_employed(who) && market.researchers.since[who] == step.month;
    }

    [[nodiscard]] FirmUrn const& place_of(RandomKey::Words const& words) const {
        CountryRow const here = market.researchers.location[who];
        CountryRow const home = market.researchers.origin[who];
        if (happens(search.home_share, words[1])) {
            return countries[here.at()];
        }
        return home != here && happens(0.5, words[2]) ? countries[home.at()] : world;
    }

    [[nodiscard]] FirmRow firm_in(FirmUrn const& urn, std::uint32_t contact, Draw why,
                                  std::span<FirmRow const> met) const {
        RandomStream words{step.key,
                           {.who = identity(),
                            .whom = contact,
                            .month = static_cast<std::uint32_t>(step.month),
                            .why = why}};
        return urn.draw(market.firms, search.draw, words, met);
    }

    template <class Emit>
    void meet_bridges(Emit const& emit) const {
        CountryRow const here = market.researchers.location[who];
        CountryRow const home = market.researchers.origin[who];
        FirmRow const first = firm_in(countries[here.at()], 0, Draw::bridge, {});
        if (first.exists()) {
            emit({.who = who, .firm = first});
        }
        FirmRow const second =
            home == here ? FirmRow{} : firm_in(countries[home.at()], 1, Draw::bridge, {});
        if (second.exists()) {
            emit({.who = who, .firm = second});
        }
    }

    template <class Emit>
    void meet_firms(RandomKey::Words const& first_words, Emit const& emit) const {
        if (search.contacts_per_search == SearchParameters::all) {
            for (FirmRow const firm : world.members()) {
                emit({.who = who, .firm = firm});
            }
            return;
        }
        std::array<FirmRow, SearchParameters::most_contacts> met{};
        std::size_t n_met = 0;
        auto const contacts = static_cast<std::uint32_t>(search.contacts_per_search);
        for (std::uint32_t contact = 0; contact != contacts; ++contact) {
            auto const words =
                contact == 0 ? first_words : step.words(identity(), Draw::search, contact);
            FirmRow const firm =
                firm_in(place_of(words), contact, Draw::firm_met, {met.data(), n_met});
            if (firm.exists()) {
                met.at(n_met++) = firm;
                emit({.who = who, .firm = firm});
            }
        }
    }
};

} // namespace

void JobSearch::search(Market const& market, Parameters const& parameters, Step const& step,
                       MonthFlows& flows, std::vector<Contact>& contacts) {
    SearchParameters const& search = parameters.search;
    ResearcherTable const& people = market.researchers;
    contacts.clear();
    collector_.collect(step.order, people.size(), contacts, [&](std::size_t i, auto const& emit) {
        ResearcherRow const row{i};
        if (!people.is_present(row)) {
            return;
        }
        Searcher const searcher{market, search, step, world_, countries_, row};
        if (searcher.is_newly_jobless()) {
            if (searcher.is_new_graduate()) {
                searcher.meet_bridges(emit);
                return;
            }
            if (!search.same_month) {
                return;
            }
        }
        double const rate =
            people.is_employed(row) ? search.contact_rate_employed : search.contact_rate_unemployed;
        if (!parameters.mechanisms.own_search) {
            return;
        }
        auto const words = step.words(people.identity[row], Draw::search);
        if (happens(rate, words[0])) {
            searcher.meet_firms(words, emit);
        }
    });
    for (Contact const& contact : contacts) {
        flows.contacts_of_employed += people.is_employed(contact.who) ? 1 : 0;
    }
}

} // namespace talentsim
