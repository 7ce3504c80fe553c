#include "engine/phases/job_search.hpp"

#include <algorithm>
#include <array>

#include "engine/core/random_batch.hpp"
#include "engine/mechanisms/relative_deprivation.hpp"
#include "engine/phases/acquaintances.hpp"

namespace talentsim {

namespace {

/// Draws after which a search for a firm with an open seat is given up. Where one seat in twenty is
/// open, one search in 10^11 is.
constexpr int max_attempts = 500;

std::vector<FirmRow> all_firms(FirmTable const& firms, CountryRow country) {
    std::vector<FirmRow> members;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        if (!country.exists() || firms.country[FirmRow{f}] == country) {
            members.emplace_back(f);
        }
    }
    return members;
}

std::vector<double> weights_of(FirmTable const& firms, std::vector<FirmRow> const& members) {
    std::vector<double> weights;
    weights.reserve(members.size());
    for (FirmRow const row : members) {
        weights.push_back(firms.draw_weight[row]);
    }
    return weights;
}

} // namespace

FirmUrn::FirmUrn(FirmTable const& firms, std::vector<FirmRow> members)
    : members_{std::move(members)} {
    auto const weights = weights_of(firms, members_);
    if (std::any_of(weights.begin(), weights.end(), [](double weight) { return weight > 0.0; })) {
        by_weight_ = boost::random::discrete_distribution<std::uint32_t, double>(weights.begin(),
                                                                                 weights.end());
    }
}

void FirmUrn::count_seats(FirmColumn<std::uint64_t> const& lucky_seats) {
    with_seats_ = static_cast<std::size_t>(std::count_if(
        members_.begin(), members_.end(), [&](FirmRow firm) { return lucky_seats[firm] > 0; }));
}

FirmRow FirmUrn::draw(ContactDraw how, FirmColumn<std::uint64_t> const& lucky_seats,
                      RandomStream words, std::span<FirmRow const> met) const {
    bool const is_uniform = how == ContactDraw::uniform;
    auto const met_here =
        static_cast<std::size_t>(std::count_if(met.begin(), met.end(), [&](FirmRow firm) {
            return std::binary_search(members_.begin(), members_.end(), firm);
        }));
    if ((is_uniform ? members_.size() : with_seats_) <= met_here) {
        return {};
    }
    for (int attempt = 0; attempt != max_attempts; ++attempt) {
        FirmRow const firm =
            members_[is_uniform ? one_of(members_.size(), words()) : by_weight_(words)];
        bool const is_accepted = is_uniform || words() < lucky_seats[firm];
        if (is_accepted && std::find(met.begin(), met.end(), firm) == met.end()) {
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
    FirmColumn<std::uint64_t> const& lucky_seats;
    ResearcherRow who;
    RandomKey::Words first_words{}; ///< of Draw::firm_met, of the first contact

    [[nodiscard]] Identity identity() const { return market.researchers.identity[who]; }

    [[nodiscard]] FirmUrn const& place_of(std::uint32_t word) const {
        CountryRow const here = market.researchers.location[who];
        CountryRow const home = market.researchers.origin[who];
        if (happens(search.home_share, word)) {
            return countries[here.at()];
        }
        bool const looks_home = home != here && happens(0.5 * (1.0 + search.home_share), word);
        return looks_home ? countries[home.at()] : world;
    }

    [[nodiscard]] RandomStream stream(std::uint32_t contact, Draw why) const {
        Address const address{.who = identity(),
                              .whom = contact,
                              .month = static_cast<std::uint32_t>(step.month),
                              .why = why};
        return why == Draw::firm_met && contact == 0 ? RandomStream{step.key, address, first_words}
                                                     : RandomStream{step.key, address};
    }

    [[nodiscard]] FirmRow firm_in(FirmUrn const& urn, std::uint32_t contact, Draw why,
                                  std::span<FirmRow const> met) const {
        return urn.draw(search.draw, lucky_seats, stream(contact, why), met);
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
    void meet_firms(std::uint32_t first_place, Emit const& emit) const {
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
            std::uint32_t const place =
                contact == 0 ? first_place : step.words(identity(), Draw::search, contact)[0];
            FirmRow const firm =
                firm_in(place_of(place), contact, Draw::firm_met, {met.data(), n_met});
            if (firm.exists()) {
                met.at(n_met++) = firm;
                emit({.who = who, .firm = firm});
            }
        }
    }
};

} // namespace

/// Most people search or not whatever their deprivation; those between are looked at together.
void JobSearch::find_the_deprived(Market const& market, Parameters const& parameters,
                                  Step const& step, std::vector<DrawnResearcher> const& drawn) {
    ResearcherTable const& people = market.researchers;
    double const rate = parameters.search.contact_rate_employed;
    double const response = parameters.search.deprivation_response;
    is_deprived_.assign(drawn.size(), 0);
    if (!parameters.mechanisms.relative_deprivation) {
        return;
    }
    for_each_index(step.order, drawn.size(), [&](std::size_t i) {
        DrawnResearcher const& one = drawn[i];
        if (people.is_employed(one.who) && !happens(rate, one.search) &&
            happens(search_rate(rate, response, 1.0), one.search)) {
            double const deprivation = deprivation_of(market, one.who);
            is_deprived_[i] = happens(search_rate(rate, response, deprivation), one.search) ? 1 : 0;
        }
    });
}

namespace {

/// Not in the month in which the job ended, unless search.same_month; nor in that in which studies
/// did, perhaps in the row of somebody who retired.
bool may_search_jobless(ResearcherTable const& people, ResearcherRow who,
                        SearchParameters const& search, Month month) {
    if (!people.is_present(who)) {
        return false;
    }
    bool const is_newly_jobless = people.since[who] == month;
    bool const is_graduate = month_of_entry(people.identity[who]) == month;
    return !is_newly_jobless || (search.same_month && !is_graduate);
}

} // namespace

void JobSearch::list_searchers(Market const& market, Parameters const& parameters, Step const& step,
                               std::vector<DrawnResearcher> const& drawn,
                               std::vector<ResearcherRow> const& graduates) {
    SearchParameters const& search = parameters.search;
    ResearcherTable const& people = market.researchers;
    auto next_graduate = graduates.begin();
    auto const add_graduates_before = [&](ResearcherRow row) {
        while (next_graduate != graduates.end() && *next_graduate < row) {
            searchers_.push_back({.who = *next_graduate++, .is_graduate = true});
        }
    };
    find_the_deprived(market, parameters, step, drawn);
    searchers_.clear();
    for (std::size_t i = 0; i != drawn.size(); ++i) {
        DrawnResearcher const& one = drawn[i];
        add_graduates_before(one.who);
        bool const is_employed = people.is_employed(one.who);
        double const rate =
            is_employed ? search.contact_rate_employed : search.contact_rate_unemployed;
        bool const wants_to = happens(rate, one.search) || is_deprived_[i] != 0;
        if (wants_to && parameters.mechanisms.own_search &&
            (is_employed || may_search_jobless(people, one.who, search, step.month))) {
            searchers_.push_back({.who = one.who, .place = one.place});
        }
    }
    add_graduates_before(ResearcherRow{});
}

void JobSearch::search(Market const& market, Parameters const& parameters,
                       std::vector<DrawnResearcher> const& drawn, Step const& step,
                       MonthFlows& flows, std::vector<Contact>& contacts) {
    list_searchers(market, parameters, step, drawn, flows.graduates);
    lucky_seats_.resize(market.firms.size());
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        double const weight = market.firms.draw_weight[row];
        lucky_seats_[row] =
            weight > 0.0 ? lucky_words(static_cast<double>(market.firms.open_seats[row]) / weight)
                         : 0;
    }
    world_.count_seats(lucky_seats_);
    for (FirmUrn& country : countries_) {
        country.count_seats(lucky_seats_);
    }
    contacts.clear();

    struct Batch {
        std::array<Identity, WordBatch::capacity> identities{};
        WordBatch words;
    };

    Address const first_contact{.month = static_cast<std::uint32_t>(step.month),
                                .why = Draw::firm_met};
    collector_.collect_in_batches(
        step.order, searchers_.size(), WordBatch::capacity, contacts, [] { return Batch{}; },
        [&](Batch& batch, std::size_t begin, std::size_t end, std::vector<Contact>& items) {
            for (std::size_t i = begin; i != end; ++i) {
                batch.identities[i - begin] = market.researchers.identity[searchers_[i].who];
            }
            batch.words.draw(step.key, {batch.identities.data(), end - begin}, first_contact);
            auto const emit = [&](Contact const& contact) { items.push_back(contact); };
            for (std::size_t i = begin; i != end; ++i) {
                SearcherRow const& one = searchers_[i];
                Searcher const searcher{
                    market,     parameters.search, step,    world_,
                    countries_, lucky_seats_,      one.who, batch.words[i - begin]};
                if (one.is_graduate) {
                    searcher.meet_bridges(emit);
                } else {
                    searcher.meet_firms(one.place, emit);
                }
            }
        });
    for (Contact const& contact : contacts) {
        flows.contacts_of_employed += market.researchers.is_employed(contact.who) ? 1 : 0;
    }
}

} // namespace talentsim
