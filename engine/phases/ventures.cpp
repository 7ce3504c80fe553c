#include "engine/phases/ventures.hpp"

#include "engine/phases/person.hpp"

namespace talentsim {

bool may_found(Market const& market, Parameters const& parameters, ResearcherRow who) {
    ResearcherTable const& people = market.researchers;
    return market.countries.venture_value[people.location[who]] > 0.0 &&
           people.tier[who] <= static_cast<Tier>(parameters.ventures.lowest_tier) &&
           people.residence[who] != Residence::visa;
}

void begin_venture(Market& market, ResearcherRow who, Month until) {
    market.researchers.pending[who] = Pending::founds;
    market.researchers.pending_move[who] = {.firm = {}, .month = until, .visa = {}};
    market.ventures.push_back(
        {.who = who, .identity = market.researchers.identity[who], .until = until});
}

void end_ventures(Market& market, Month month) {
    std::erase_if(market.ventures, [&](Venture const& one) {
        bool const is_gone = !market.researchers.is_present(one.who) ||
                             market.researchers.identity[one.who] != one.identity;
        if (!is_gone && one.until <= month) {
            forget_pending(market, one.who);
        }
        return is_gone || one.until <= month;
    });
}

} // namespace talentsim
