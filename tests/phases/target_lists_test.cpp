#include "engine/phases/target_lists.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/person.hpp"

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

/// Acme looks at everybody at home and sees all of them.
Parameters recruiting_world() {
    auto p = small_world();
    p.mechanisms.target_lists = true;
    p.recruiting = {.lowest_tier = LowestTier::c, .visibility = 1.0};
    p.search.home_share = 1.0;
    p.firms["acme"].recruiter_capacity = 25.0;
    return p;
}

std::vector<Contact> approached(Market const& market, Parameters const& p,
                                Step const& step = step_at()) {
    std::vector<Contact> contacts;
    TargetLists{}.approach(market, p, step, contacts);
    return contacts;
}

std::vector<Contact> approached_in(Parameters const& p) {
    auto const [market, values] = planned(p);
    return approached(market, p);
}

auto const by_who_and_firm = [](Contact const& a, Contact const& b) {
    return std::tuple{a.who, a.firm} < std::tuple{b.who, b.firm};
};

bool includes(std::vector<Contact> more, std::vector<Contact> fewer) {
    std::sort(more.begin(), more.end(), by_who_and_firm);
    std::sort(fewer.begin(), fewer.end(), by_who_and_firm);
    return std::includes(more.begin(), more.end(), fewer.begin(), fewer.end(), by_who_and_firm);
}

} // namespace

TEST_CASE("recruiters who see everybody approach the best who are not on the staff") {
    auto const p = recruiting_world();
    auto const [market, values] = planned(p);
    ResearcherTable const& people = market.researchers;
    std::vector<ResearcherRow> best;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        bool const is_newly_jobless = !people.is_employed(row) && people.since[row] == 3;
        if (people.location[row] == usa && people.employer[row] != acme && !is_newly_jobless) {
            best.push_back(row);
        }
    }
    std::sort(best.begin(), best.end(), [&](ResearcherRow a, ResearcherRow b) {
        return people.log_talent[a] > people.log_talent[b];
    });
    auto const contacts = approached(market, p);
    REQUIRE(contacts.size() == 25);
    for (std::size_t k = 0; k != contacts.size(); ++k) {
        CHECK(contacts[k] == Contact{.who = best[k], .firm = acme});
    }
}

TEST_CASE("no firm recruits for which it has no seat, and none without recruiters") {
    auto const p = recruiting_world();
    auto [market, values] = planned(p);
    market.firms.open_seats[acme] = 0;
    CHECK(approached(market, p).empty());
}

TEST_CASE("a lowest tier ends the list") {
    auto p = recruiting_world();
    p.recruiting.lowest_tier = LowestTier::s;
    p.firms["acme"].recruiter_capacity = 1e6;
    auto const [market, values] = planned(p);
    auto const contacts = approached(market, p);
    CHECK(contacts.size() > 2);
    for (Contact const& contact : contacts) {
        CHECK(market.researchers.tier[contact.who] == Tier::s);
    }
}

TEST_CASE("more recruiters approach the same people and more") {
    auto p = recruiting_world();
    p.recruiting.visibility = 0.3;
    p.search.home_share = 0.6;
    auto const few = approached_in(p);
    p.firms["acme"].recruiter_capacity = 60.0;
    auto const many = approached_in(p);
    CHECK(includes(many, few));
    CHECK(many.size() > few.size());
}

TEST_CASE("secrecy hides its staff, and nobody else less") {
    auto p = recruiting_world();
    p.recruiting.visibility = 0.5;
    p.firms["acme"].recruiter_capacity = 400.0;
    auto const [open, values] = planned(p);
    auto const staff_of_brain_in = [&](std::vector<Contact> const& contacts) {
        return std::count_if(contacts.begin(), contacts.end(), [&](Contact const& contact) {
            return open.researchers.employer[contact.who] == brain;
        });
    };
    auto const before = approached_in(p);
    p.firms["brain"].secrecy = 1.0;
    auto const after = approached_in(p);
    CHECK(staff_of_brain_in(before) > 0);
    CHECK(staff_of_brain_in(after) == 0);
    CHECK(after.size() == before.size()); // others take their places on the list
}

TEST_CASE("a person is seen by a firm with the probability of visibility") {
    auto p = recruiting_world();
    p.recruiting.visibility = 0.3;
    p.firms["acme"].recruiter_capacity = 1e6;
    auto const seen = static_cast<std::int64_t>(approached_in(p).size());
    p.recruiting.visibility = 1.0;
    auto const all = static_cast<double>(approached_in(p).size());
    CHECK(is_binomial(seen, all, 0.3));
}

TEST_CASE("contacts are sought at home and abroad by the shares of search") {
    auto p = recruiting_world();
    p.search.home_share = 0.6;
    p.recruiting.lowest_tier = LowestTier::c;
    p.firms["chaebol"].recruiter_capacity = 900.0;
    p.firms["acme"].recruiter_capacity = 0.0;
    auto const [market, values] = planned(p);
    auto const contacts = approached(market, p);
    ResearcherTable const& people = market.researchers;
    auto const count = [&](auto const& is) {
        return std::count_if(contacts.begin(), contacts.end(),
                             [&](Contact const& contact) { return is(contact.who); });
    };
    auto const at_home = count([&](ResearcherRow who) { return people.location[who] == korea; });
    auto const from_home = count([&](ResearcherRow who) {
        return people.location[who] != korea && people.origin[who] == korea;
    });
    CHECK(contacts.size() == 900);
    CHECK(is_binomial(at_home, 900.0, 0.6));
    CHECK(is_binomial(from_home, 900.0, 0.2));
}

TEST_CASE("graduates and the newly jobless are not approached, unless one may search at once") {
    auto p = recruiting_world();
    p.firms["acme"].recruiter_capacity = 1e6;
    auto [market, values] = planned(p);
    ResearcherRow const who = approached(market, p).front().who;
    end_job(market, who, 3);
    CHECK(approached(market, p).front().who != who);
    p.search.same_month = true;
    CHECK(approached(market, p).front().who == who);
}

TEST_CASE("recruiters approach the same people in any order of visits") {
    auto p = recruiting_world();
    p.search.home_share = 0.7;
    p.recruiting.visibility = 0.2;
    for (auto& [code, fringe] : p.fringe) {
        fringe.recruiter_capacity = 30.5;
    }
    auto const [market, values] = planned(p);
    auto const forwards = approached(market, p, step_at(3, Visit::forwards));
    CHECK(forwards.size() > 1'000);
    CHECK(approached(market, p, step_at(3, Visit::backwards)) == forwards);
    CHECK(approached(market, p, step_at(3, Visit::parallel)) == forwards);
}
