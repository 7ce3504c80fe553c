#include "engine/phases/month_draw.hpp"

#include "engine/core/random_batch.hpp"
#include "engine/mechanisms/relative_deprivation.hpp"
#include "engine/phases/layoffs.hpp"

namespace talentsim {

namespace {

/// How many words lead to each event.
struct LuckyWords {
    std::uint64_t retirement;
    std::uint64_t separation;
    std::uint64_t search_employed;
    std::uint64_t search_unemployed;

    /// Without a branch: chance leaves none that a processor could foresee.
    [[nodiscard]] bool touch(bool is_employed, RandomKey::Words const& words) const {
        std::uint64_t const search = is_employed ? search_employed : search_unemployed;
        return static_cast<bool>(static_cast<int>(words[0] < retirement) |
                                 static_cast<int>(words[1] < separation) |
                                 static_cast<int>(words[2] < search));
    }
};

LuckyWords lucky_words_of(FirmTable const& firms, Parameters const& parameters) {
    auto const if_on = [](bool is_on, double rate) { return is_on ? lucky_words(rate) : 0; };
    MechanismSwitches const& on = parameters.mechanisms;
    SearchParameters const& search = parameters.search;
    return {.retirement = if_on(on.retirement, parameters.population.retirement_rate),
            .separation = lucky_words(largest_job_loss(firms, parameters)),
            .search_employed =
                if_on(on.own_search, on.relative_deprivation
                                         ? search_rate(search.contact_rate_employed,
                                                       search.deprivation_response, 1.0)
                                         : search.contact_rate_employed),
            .search_unemployed = if_on(on.own_search, search.contact_rate_unemployed)};
}

} // namespace

void MonthDraw::draw(Market const& market, Parameters const& parameters, Step const& step,
                     std::vector<DrawnResearcher>& drawn) {
    ResearcherTable const& people = market.researchers;
    LuckyWords const lucky = lucky_words_of(market.firms, parameters);
    Address const address{.month = static_cast<std::uint32_t>(step.month), .why = Draw::month};
    collector_.collect_in_batches(
        step.order, people.size(), WordBatch::capacity, drawn, [] { return WordBatch{}; },
        [&](WordBatch& batch, std::size_t begin, std::size_t end,
            std::vector<DrawnResearcher>& items) {
            batch.draw(step.key, {people.identity.data() + begin, end - begin}, address);
            // Everybody is written down, and overwritten by the next unless touched.
            std::size_t touched = items.size();
            items.resize(touched + (end - begin));
            for (std::size_t i = begin; i != end; ++i) {
                auto const words = batch[i - begin];
                ResearcherRow const who{i};
                items[touched] = {.who = who,
                                  .retirement = words[0],
                                  .separation = words[1],
                                  .search = words[2],
                                  .place = words[3]};
                touched += lucky.touch(people.is_employed(who), words) ? 1U : 0U;
            }
            items.resize(touched);
        });
}

} // namespace talentsim
