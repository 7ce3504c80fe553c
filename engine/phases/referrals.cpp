#include "engine/phases/referrals.hpp"

#include <algorithm>
#include <tuple>

#include "engine/phases/acquaintances.hpp"

namespace talentsim {

void Referrals::approach(Market const& market, Parameters const& parameters, Step const& step,
                         std::vector<Contact>& contacts) {
    ResearcherTable const& people = market.researchers;
    auto const& hires = market.ties.recent_hires;
    collector_.collect(step.order, hires.size(), referred_, [&](std::size_t i, auto const& emit) {
        ResearcherRow const hire = hires[i];
        FirmRow const firm = people.employer[hire];
        // Who has left again since, or whose row is another's now, names nobody.
        if (!firm.exists() || people.since[hire] != step.month - 1 ||
            market.firms.open_seats[firm] <= 0) {
            return;
        }
        std::int64_t named = 0;
        for_each_known(market, hire, [&](ResearcherRow whom) {
            if (market.firms.are_one_group(people.employer[whom], firm) ||
                !is_approachable(people, whom, parameters.search, step.month)) {
                return true;
            }
            if (named == parameters.referrals.names) {
                return false;
            }
            auto const words = step.words(people.identity[hire], Draw::referral,
                                          static_cast<std::uint32_t>(named++));
            if (happens(parameters.referrals.probability, words[0])) {
                emit({.who = whom, .firm = firm});
            }
            return true;
        });
    });
    contacts.insert(contacts.end(), referred_.begin(), referred_.end());
}

void add_contacts(ResearcherTable const& people, Visit order, std::vector<Contact> const& added,
                  MonthFlows& flows, std::vector<Contact>& contacts) {
    if (added.empty()) {
        return;
    }
    contacts.insert(contacts.end(), added.begin(), added.end());
    sort_in_parallel(order, contacts, [](Contact const& a, Contact const& b) {
        return std::tuple{a.who, a.firm} < std::tuple{b.who, b.firm};
    });
    contacts.erase(std::unique(contacts.begin(), contacts.end()), contacts.end());
    flows.contacts_of_employed =
        std::count_if(contacts.begin(), contacts.end(),
                      [&](Contact const& contact) { return people.is_employed(contact.who); });
}

} // namespace talentsim
