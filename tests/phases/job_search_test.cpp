#include "engine/phases/job_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

#include <doctest/doctest.h>

#include "engine/phases/graduation.hpp"
#include "engine/phases/person.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Everybody meets one firm, drawn uniformly.
Parameters everybody_searches() {
    Parameters p = small_world();
    p.search.contact_rate_employed = 1.0;
    p.search.contact_rate_unemployed = 1.0;
    p.search.draw = ContactDraw::uniform;
    return p;
}

std::vector<Contact> contacts_in(Market const& market, Parameters const& p,
                                 Step const& step = step_at()) {
    MonthFlows flows{market.countries.size()};
    return draw_and_search(market, p, step, flows);
}

std::vector<FirmRow> firms_met(std::vector<Contact> const& contacts, ResearcherRow who) {
    std::vector<FirmRow> firms;
    for (Contact const& contact : contacts) {
        if (contact.who == who) {
            firms.push_back(contact.firm);
        }
    }
    return firms;
}

bool are_sorted_by_researcher(std::vector<Contact> const& contacts) {
    return std::is_sorted(contacts.begin(), contacts.end(),
                          [](Contact const& a, Contact const& b) { return a.who < b.who; });
}

} // namespace

TEST_CASE("the employed and the unemployed search at their own rates") {
    auto p = everybody_searches();
    p.population.unemployed_at_start = 0.3;
    p.search.contact_rate_employed = 0.1;
    p.search.contact_rate_unemployed = 0.4;
    for (std::uint64_t const seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        auto const market = found_market(p, key_of(seed), Visit::forwards);
        MonthFlows flows{3};
        auto const contacts = draw_and_search(market, p, step_at(3, Visit::forwards, seed), flows);
        std::int64_t employed = 0;
        std::int64_t by_employed = 0;
        for (std::size_t i = 0; i != market.researchers.size(); ++i) {
            employed += market.researchers.is_employed(ResearcherRow{i}) ? 1 : 0;
        }
        for (Contact const& contact : contacts) {
            by_employed += market.researchers.is_employed(contact.who) ? 1 : 0;
        }
        auto const by_jobless = static_cast<std::int64_t>(contacts.size()) - by_employed;
        CHECK(is_binomial(by_employed, static_cast<double>(employed), 0.1));
        CHECK(is_binomial(by_jobless, 20'000.0 - static_cast<double>(employed), 0.4));
        CHECK(flows.contacts_of_employed == by_employed);
    }
}

TEST_CASE("the home share of searches stays in the country; of the rest, half of those from abroad "
          "look at home and the others anywhere") {
    auto p = everybody_searches();
    auto const market = found_market(p, key_of(), Visit::forwards);
    // Firms in a country, as a share of all: 10, 9 and 22 of 41.
    std::array<double, 3> const share{10.0 / 41.0, 9.0 / 41.0, 22.0 / 41.0};
    for (double const at_home : {0.7, 0.0}) {
        CAPTURE(at_home);
        p.search.home_share = at_home;
        auto const contacts = contacts_in(market, p);
        CHECK(contacts.size() == 20'000);

        struct Group {
            double people = 0.0;
            std::int64_t in_usa = 0;
            std::int64_t in_india = 0;
        };

        Group natives;
        Group indians; // in the United States
        for (Contact const& contact : contacts) {
            CountryRow const origin = market.researchers.origin[contact.who];
            if (market.researchers.location[contact.who] == usa && origin != korea) {
                CountryRow const there = market.firms.country[contact.firm];
                Group& group = origin == usa ? natives : indians;
                group.people += 1.0;
                group.in_usa += there == usa ? 1 : 0;
                group.in_india += there == india ? 1 : 0;
            }
        }
        double const away = 1.0 - at_home;
        CHECK(is_binomial(natives.in_usa, natives.people, at_home + away * share[2]));
        CHECK(is_binomial(natives.in_india, natives.people, away * share[0]));
        CHECK(is_binomial(indians.in_usa, indians.people, at_home + 0.5 * away * share[2]));
        CHECK(is_binomial(indians.in_india, indians.people, 0.5 * away * (1.0 + share[0])));
    }
}

TEST_CASE("the firms of one search are all different, and contacts stand in order of researchers") {
    auto p = everybody_searches();
    p.search.contacts_per_search = 5;
    p.search.home_share = 0.5;
    for (ContactDraw const draw : {ContactDraw::uniform, ContactDraw::vacancies}) {
        p.search.draw = draw;
        auto const [market, values] = planned(p);
        auto const contacts = contacts_in(market, p);
        CHECK(are_sorted_by_researcher(contacts));
        std::set<std::pair<ResearcherRow, FirmRow>> pairs;
        for (Contact const& contact : contacts) {
            pairs.emplace(contact.who, contact.firm);
        }
        CHECK(pairs.size() == contacts.size());
        CHECK(contacts.size() <= 100'000);
        CHECK(contacts.size() > 99'000);
    }
    p.search.draw = ContactDraw::uniform;
    p.search.home_share = 1.0; // Korea has 9 firms
    p.search.contacts_per_search = 20;
    auto const market = found_market(p, key_of(), Visit::forwards);
    auto const contacts = contacts_in(market, p);
    for (std::size_t i = 0; i != market.researchers.size(); i += 500) {
        ResearcherRow const who{i};
        if (market.researchers.location[who] == korea) {
            CHECK(firms_met(contacts, who).size() == 9);
        }
    }
}

TEST_CASE("`all` meets every firm of the world") {
    auto p = everybody_searches();
    p.search.contacts_per_search = SearchParameters::all;
    auto const market = found_market(p, key_of(), Visit::forwards);
    auto const contacts = contacts_in(market, p);
    CHECK(contacts.size() == 20'000 * 41);
    CHECK(are_sorted_by_researcher(contacts));
}

TEST_CASE(
    "a graduate of this month has a bridge offer where it studied and, if that is abroad, one "
    "at home, and no other contact") {
    auto p = everybody_searches();
    p.countries["KOR"].study_abroad = {{"USA", 0.5}};
    for (Month const month : {0, 3}) {
        CAPTURE(month);
        auto market = found_market(p, key_of(), Visit::forwards);
        std::size_t const founders = market.researchers.size();
        MonthFlows flows{3};
        enter_graduates(market, p, step_at(month), flows);
        auto const contacts = contacts_in(market, p, step_at(month));
        std::size_t abroad = 0;
        for (std::size_t i = founders; i != market.researchers.size(); ++i) {
            ResearcherRow const who{i};
            auto const firms = firms_met(contacts, who);
            bool const is_abroad =
                market.researchers.location[who] != market.researchers.origin[who];
            abroad += is_abroad ? 1 : 0;
            REQUIRE(firms.size() == (is_abroad ? 2 : 1));
            CHECK(market.firms.country[firms[0]] == market.researchers.location[who]);
            if (is_abroad) {
                CHECK(market.firms.country[firms[1]] == market.researchers.origin[who]);
            }
        }
        CHECK(abroad > 0);
        // They search like everybody else a month later.
        CHECK(contacts_in(market, p, step_at(month + 1)).size() == market.researchers.size());
    }
}

TEST_CASE("one separated this month does not search this month, unless told so") {
    auto p = everybody_searches();
    for (Month const month : {0, 5}) {
        CAPTURE(month);
        auto market = found_market(p, key_of(), Visit::forwards);
        ResearcherRow someone{0};
        while (!market.researchers.is_employed(someone)) {
            ++someone.index;
        }
        end_job(market, someone, month);
        CHECK(firms_met(contacts_in(market, p, step_at(month)), someone).empty());
        CHECK(firms_met(contacts_in(market, p, step_at(month + 1)), someone).size() == 1);
        auto same_month = p;
        same_month.search.same_month = true;
        CHECK(firms_met(contacts_in(market, same_month, step_at(month)), someone).size() == 1);
    }
}

TEST_CASE("those who have left the world of work meet nobody, and without own search nobody does") {
    auto p = everybody_searches();
    auto market = found_market(p, key_of(), Visit::forwards);
    remove(market, ResearcherRow{11});
    auto const contacts = contacts_in(market, p);
    CHECK(firms_met(contacts, ResearcherRow{11}).empty());
    CHECK(contacts.size() == 19'999);
    p.mechanisms.own_search = false;
    CHECK(contacts_in(market, p).empty());
}

TEST_CASE("firms are met in proportion to their open seats") {
    auto p = everybody_searches();
    p.search.draw = ContactDraw::vacancies;
    p.search.home_share = 0.0; // natives then look anywhere
    p.countries["USA"].origins.clear();
    auto market = found_market(p, key_of(), Visit::forwards);
    double seats = 0.0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        auto const open = static_cast<std::int64_t>(2 + 7 * f % 23);
        REQUIRE(static_cast<double>(open) < market.firms.draw_weight[FirmRow{f}]);
        market.firms.open_seats[FirmRow{f}] = open;
        seats += static_cast<double>(open);
    }
    std::vector<double> met(market.firms.size(), 0.0);
    auto const contacts = contacts_in(market, p);
    CHECK(contacts.size() == 20'000);
    for (Contact const& contact : contacts) {
        met[contact.firm.at()] += 1.0;
    }
    // Pearson's chi-square over 41 firms has 40 degrees of freedom: mean 40, variance 80.
    double chi_square = 0.0;
    for (std::size_t f = 0; f != met.size(); ++f) {
        double const expected =
            20'000.0 * static_cast<double>(market.firms.open_seats[FirmRow{f}]) / seats;
        chi_square += (met[f] - expected) * (met[f] - expected) / expected;
    }
    CHECK(chi_square < 40.0 + 4.0 * std::sqrt(80.0));
}

TEST_CASE("where no firm has an open seat, the search ends without a contact") {
    auto p = everybody_searches();
    p.search.draw = ContactDraw::vacancies;
    p.search.contact_rate_employed = 0.02;
    auto market = found_market(p, key_of(), Visit::forwards);
    market.firms.open_seats.assign(market.firms.size(), 0);
    CHECK(contacts_in(market, p).empty());
}

TEST_CASE("one firm's new seats change only the contacts that it gains itself") {
    auto p = small_world();
    p.search.contact_rate_employed = 1.0;
    auto [market, values] = planned(p);
    auto const before = contacts_in(market, p);
    // A firm of about 1 % of the world opens half as many seats again.
    FirmRow const firm = brain;
    std::int64_t& seats = market.firms.open_seats[firm];
    seats += seats / 2;
    auto const after = contacts_in(market, p);
    REQUIRE(after.size() == before.size()); // everybody found a firm, before and after
    std::size_t changed = 0;
    for (std::size_t k = 0; k != before.size(); ++k) {
        if (before[k] != after[k]) {
            ++changed;
            REQUIRE(after[k].who == before[k].who);
            CHECK(after[k].firm == firm);
        }
    }
    CHECK(changed > 0);
    CHECK(static_cast<double>(changed) < 0.03 * static_cast<double>(before.size()));
}

TEST_CASE("one firm's GPUs change no contact of the month but those that it gains by growing") {
    auto p = small_world();
    p.search.contact_rate_employed = 1.0;
    auto const contacts_with = [&](double factor, Month month) {
        auto market = found_market(p, key_of(), Visit::forwards);
        market.firms.own_gpus[chaebol] *= factor;
        TalentValues values;
        plan_month(market, p, step_at(month), values);
        return contacts_in(market, p, step_at(month));
    };
    SUBCASE("none at all where its budget does not answer") {
        p.mechanisms.budget_adjustment = false;
        CHECK(contacts_with(10.0, 3) == contacts_with(1.0, 3));
    }
    SUBCASE("and hardly any in the month in which its budget begins to") {
        auto const before = contacts_with(1.0, 3);
        auto const after = contacts_with(10.0, 3);
        REQUIRE(after.size() == before.size());
        std::size_t changed = 0;
        for (std::size_t k = 0; k != before.size(); ++k) {
            if (before[k] != after[k]) {
                ++changed;
                CHECK(after[k].firm == chaebol);
            }
        }
        CHECK(static_cast<double>(changed) < 0.01 * static_cast<double>(before.size()));
    }
}

TEST_CASE("nobody's contacts depend on who else there is") {
    auto p = everybody_searches();
    auto market = found_market(p, key_of(), Visit::forwards);
    auto before = contacts_in(market, p);
    for (std::size_t i = 0; i != market.researchers.size(); i += 2) {
        remove(market, ResearcherRow{i});
    }
    std::erase_if(before, [](Contact const& contact) { return contact.who.index % 2 == 0; });
    CHECK(contacts_in(market, p) == before);
}

TEST_CASE("job search finds the same contacts in any order of visits") {
    auto p = small_world();
    p.search.contact_rate_employed = 0.5;
    p.search.contacts_per_search = 3;
    auto const [market, values] = planned(p);
    auto const forwards = contacts_in(market, p, step_at(3, Visit::forwards));
    CHECK(forwards.size() > 20'000);
    CHECK(contacts_in(market, p, step_at(3, Visit::backwards)) == forwards);
    CHECK(contacts_in(market, p, step_at(3, Visit::parallel)) == forwards);
}
