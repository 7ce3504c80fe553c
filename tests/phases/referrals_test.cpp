#include "engine/phases/referrals.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/acquaintances.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/tie_making.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Somebody has gone from acme to brain last month.
struct Hired {
    Parameters p;
    Market market;
    ResearcherRow who;
    std::vector<ResearcherRow> former; ///< colleagues, the latest acquaintance first

    Hired() : p{small_world()} {
        p.mechanisms.ties = true;
        p.mechanisms.referrals = true;
        p.referrals = {.names = 2, .probability = 1.0};
        market = planned(p).market;
        while (market.researchers.employer[who = ResearcherRow{who.at() + 1}] != acme) {
        }
        Standing const before = standing_of(market.researchers, who);
        market.researchers.employer[who] = brain;
        market.researchers.since[who] = 2;
        TieMaking{}.renew(market, p, step_at(2),
                          {{.before = before, .after = standing_of(market.researchers, who)}});
        for_each_known(market, who, [&](ResearcherRow whom) {
            if (market.researchers.employer[whom] == acme) {
                former.push_back(whom);
            }
            return true;
        });
        REQUIRE(former.size() == 4);
    }

    [[nodiscard]] std::vector<Contact> referred() const {
        std::vector<Contact> contacts;
        Referrals{}.approach(market, p, step_at(3), contacts);
        return contacts;
    }
};

} // namespace

TEST_CASE("a hire of last month names the latest former colleagues") {
    Hired const hired;
    CHECK(hired.referred() == std::vector<Contact>{{.who = hired.former[0], .firm = brain},
                                                   {.who = hired.former[1], .firm = brain}});
}

TEST_CASE("who has retired, has lost the job this month or is there already is not named") {
    Hired hired;
    remove(hired.market, hired.former[0]);
    end_job(hired.market, hired.former[1], 3);
    hired.market.researchers.employer[hired.former[2]] = brain;
    CHECK(hired.referred() == std::vector<Contact>{{.who = hired.former[3], .firm = brain}});
}

TEST_CASE("nobody is named by who has left again, for a firm without seats, or by chance 0") {
    Hired hired;
    SUBCASE("left") { end_job(hired.market, hired.who, 3); }
    SUBCASE("full") { hired.market.firms.open_seats[brain] = 0; }
    SUBCASE("no luck") { hired.p.referrals.probability = 0.0; }
    SUBCASE("silent") { hired.p.referrals.names = 0; }
    CHECK(hired.referred().empty());
}

TEST_CASE("contacts of all sources are one list, in which everyone meets a firm once") {
    Market const market = planned(small_world()).market;
    ResearcherTable const& people = market.researchers;
    std::vector<Contact> contacts{{ResearcherRow{3}, brain}, {ResearcherRow{3}, acme}};
    MonthFlows flows{market.countries.size()};
    add_contacts(people, Visit::parallel,
                 {{ResearcherRow{5}, acme}, {ResearcherRow{3}, brain}, {ResearcherRow{1}, acme}},
                 flows, contacts);
    CHECK(contacts == std::vector<Contact>{{ResearcherRow{1}, acme},
                                           {ResearcherRow{3}, acme},
                                           {ResearcherRow{3}, brain},
                                           {ResearcherRow{5}, acme}});
    std::int64_t employed = 0;
    for (Contact const& contact : contacts) {
        employed += people.is_employed(contact.who) ? 1 : 0;
    }
    CHECK(flows.contacts_of_employed == employed);
}
