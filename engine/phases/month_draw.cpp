#include "engine/phases/month_draw.hpp"

#include <algorithm>

#include "engine/core/random_batch.hpp"

namespace talentsim {

namespace {

/// How many words lead to each event.
struct LuckyWords {
    std::uint64_t retirement;
    std::uint64_t separation;
    std::uint64_t search_employed;
    std::uint64_t search_unemployed;

    [[nodiscard]] bool touch(ResearcherTable const& people, ResearcherRow who,
                             RandomKey::Words const& words) const {
        if (words[0] < retirement || words[1] < separation) {
            return true;
        }
        // Most words are settled without a look at the person.
        auto const [low, high] = std::minmax(search_employed, search_unemployed);
        return words[2] < high &&
               (words[2] < low ||
                words[2] < (people.is_employed(who) ? search_employed : search_unemployed));
    }
};

LuckyWords lucky_words_of(Parameters const& parameters) {
    auto const if_on = [](bool is_on, double rate) { return is_on ? lucky_words(rate) : 0; };
    MechanismSwitches const& on = parameters.mechanisms;
    SearchParameters const& search = parameters.search;
    return {.retirement = if_on(on.retirement, parameters.population.retirement_rate),
            .separation = if_on(on.separation, search.separation_rate),
            .search_employed = if_on(on.own_search, search.contact_rate_employed),
            .search_unemployed = if_on(on.own_search, search.contact_rate_unemployed)};
}

/// The words of neighbours in the table of researchers.
struct Neighbours {
    ResearcherTable const& people;
    Step const& step;
    std::size_t first = 0;
    WordBatch words;

    void operator()(std::size_t begin, std::size_t end) {
        first = begin;
        words.draw(step.key, {people.identity.data() + begin, end - begin},
                   {.month = static_cast<std::uint32_t>(step.month), .why = Draw::month});
    }
};

} // namespace

void MonthDraw::draw(Market const& market, Parameters const& parameters, Step const& step,
                     std::vector<DrawnResearcher>& drawn) {
    ResearcherTable const& people = market.researchers;
    LuckyWords const lucky = lucky_words_of(parameters);
    collector_.collect_in_batches(
        step.order, people.size(), WordBatch::capacity, drawn,
        [&] { return Neighbours{.people = people, .step = step, .words = {}}; },
        [&](Neighbours const& neighbours, std::size_t i, auto const& emit) {
            auto const words = neighbours.words[i - neighbours.first];
            ResearcherRow const who{i};
            if (lucky.touch(people, who, words)) {
                emit({.who = who,
                      .retirement = words[0],
                      .separation = words[1],
                      .search = words[2],
                      .place = words[3]});
            }
        });
}

} // namespace talentsim
