#include "engine/phases/tie_making.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/acquaintances.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/person.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Parameters sociable_world(double researchers = 20'000.0) {
    auto p = small_world(researchers);
    p.mechanisms.ties = true;
    p.mechanisms.relative_deprivation = true;
    return p;
}

std::vector<ResearcherRow> known_by(Market const& market, ResearcherRow who) {
    std::vector<ResearcherRow> known;
    for_each_known(market, who, [&](ResearcherRow whom) {
        known.push_back(whom);
        return true;
    });
    return known;
}

/// Whom everybody knows, by identity.
std::map<Identity, std::vector<Identity>> circles_in(Market const& market) {
    std::map<Identity, std::vector<Identity>> circles;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        for (ResearcherRow const whom : known_by(market, ResearcherRow{i})) {
            circles[market.researchers.identity[ResearcherRow{i}]].push_back(
                market.researchers.identity[whom]);
        }
    }
    return circles;
}

/// The first member of a firm's staff.
ResearcherRow somebody_at(Market const& market, FirmRow firm) {
    std::size_t i = 0;
    while (market.researchers.employer[ResearcherRow{i}] != firm) {
        ++i;
    }
    return ResearcherRow{i};
}

/// Somebody changes firm in a month, and gets to know colleagues.
void move(Market& market, TieMaking& ties, Parameters const& p, ResearcherRow who, FirmRow to,
          Step const& step) {
    Standing const before = standing_of(market.researchers, who);
    market.researchers.employer[who] = to;
    market.researchers.since[who] = step.month;
    ties.renew(market, p, step,
               {{.before = before, .after = standing_of(market.researchers, who)}});
}

} // namespace

TEST_CASE("at founding everybody with a job knows colleagues, nobody twice, and no one themself") {
    auto const p = sociable_world();
    Market const market = found_market(p, key_of(), Visit::forwards);
    ResearcherTable const& people = market.researchers;
    std::int64_t known_in_all = 0;
    std::int64_t with_job = 0;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        auto known = known_by(market, row);
        if (!people.is_employed(row)) {
            REQUIRE(known.empty());
            continue;
        }
        ++with_job;
        known_in_all += static_cast<std::int64_t>(known.size());
        for (ResearcherRow const whom : known) {
            REQUIRE(people.employer[whom] == people.employer[row]);
            REQUIRE(whom != row);
        }
        std::sort(known.begin(), known.end());
        REQUIRE(std::adjacent_find(known.begin(), known.end()) == known.end());
    }
    // Eight draws each, of which few meet somebody already met: firms have 100 people or more.
    CHECK(static_cast<double>(known_in_all) > 7.0 * static_cast<double>(with_job));
    CHECK(known_in_all <= 8 * with_job);
}

TEST_CASE("a hire gets to know new colleagues and keeps the latest acquaintances of before") {
    auto const p = sociable_world();
    Market market = found_market(p, key_of(), Visit::forwards);
    TieMaking ties;
    ResearcherRow const who = somebody_at(market, acme);
    auto const before = known_by(market, who);
    REQUIRE(before.size() == 8);
    move(market, ties, p, who, brain, step_at(3));
    auto const after = known_by(market, who);
    REQUIRE(after.size() == 8);
    auto const new_ones =
        static_cast<std::size_t>(std::count_if(after.begin(), after.end(), [&](ResearcherRow whom) {
            return market.researchers.employer[whom] == brain;
        }));
    REQUIRE(new_ones == 4);
    for (std::size_t k = 0; k != new_ones; ++k) {
        CHECK(market.researchers.employer[after[k]] == brain); // the latest first
    }
    CHECK(std::equal(after.begin() + 4, after.end(), before.begin()));
    CHECK(Acquaintances(market, who).at(brain) == 4.0);
    CHECK(Acquaintances(market, who).at(acme) == 4.0);
    CHECK(market.ties.recent_hires == std::vector<ResearcherRow>{who});
    // And once more: the oldest go.
    move(market, ties, p, who, acme, step_at(4));
    auto const at_last = known_by(market, who);
    CHECK(std::equal(at_last.begin() + 4, at_last.end(), after.begin()));
}

TEST_CASE("whom one knows depends on no row") {
    auto const p = sociable_world(4'000.0);
    Market market = found_market(p, key_of(), Visit::forwards);
    auto const expected = circles_in(market);
    ResearcherTable& people = market.researchers;
    auto const turn_over = [](auto& column) { std::reverse(column.begin(), column.end()); };
    turn_over(people.identity);
    turn_over(people.employer);
    turn_over(people.location);
    found_ties(market, p, key_of(), Visit::forwards);
    CHECK(circles_in(market) == expected);
}

TEST_CASE("whom one knows depends on few of the others who work there") {
    auto const p = sociable_world();
    Market market = found_market(p, key_of(), Visit::forwards);
    auto const expected = circles_in(market);
    ResearcherRow const gone = somebody_at(market, acme);
    Identity const who = market.researchers.identity[gone];
    market.researchers.employer[gone] = FirmRow{};
    found_ties(market, p, key_of(), Visit::forwards);
    std::size_t others = 0;
    for (auto const& [identity, known] : circles_in(market)) {
        bool const knew =
            std::count(expected.at(identity).begin(), expected.at(identity).end(), who) > 0;
        others += !knew && known != expected.at(identity) ? 1U : 0U;
    }
    CHECK(others == 0); // only who knew the one who is gone knows somebody else
}

TEST_CASE("who has left the world of work is known no more, whoever uses the row") {
    auto const p = sociable_world();
    Market market = found_market(p, key_of(), Visit::forwards);
    ResearcherRow const who = somebody_at(market, acme);
    ResearcherRow const whom = known_by(market, who).front();
    remove(market, whom);
    CHECK(known_by(market, who).size() == 7);
    bring_to_life(market, whom, identity_of(country_number("USA"), 4, 0), usa, usa, 3, p, key_of());
    market.researchers.employer[whom] = acme;
    CHECK(known_by(market, who).size() == 7);
    CHECK(known_by(market, whom).empty()); // nor does the new person know whom the old one knew
}

TEST_CASE("ties are the same in any order of visits") {
    auto const p = sociable_world();
    auto const circles = [&](Visit order) {
        Market market = found_market(p, key_of(), order);
        TieMaking ties;
        std::vector<StandingChange> changes;
        for (Month month = 3; month != 6; ++month) {
            changes.clear();
            for (std::size_t i = static_cast<std::size_t>(month); i < market.researchers.size();
                 i += 5) {
                ResearcherRow const row{i};
                if (market.researchers.is_employed(row)) {
                    Standing const before = standing_of(market.researchers, row);
                    market.researchers.employer[row] =
                        FirmRow{(before.employer.at() + i) % market.firms.size()};
                    market.researchers.since[row] = month;
                    changes.push_back({before, standing_of(market.researchers, row)});
                }
            }
            ties.renew(market, p, step_at(month, order), changes);
        }
        return market.ties;
    };
    TieTable const forwards = circles(Visit::forwards);
    CHECK(circles(Visit::backwards) == forwards);
    CHECK(circles(Visit::parallel) == forwards);
}

TEST_CASE("where all know each other, the mean of own pay times RD is mean pay times Gini times "
          "N/(N-1)") {
    auto p = plain_economy({"acme"});
    p.countries["USA"].researchers = p.firms["acme"].staff = 9.0;
    p.mechanisms.ties = true;
    p.social.ties = TieTable::most_ties;
    Market market = found_market(p, key_of(), Visit::forwards);
    double mean_pay = 0.0;
    double differences = 0.0;
    for (std::uint32_t i = 0; i != 9; ++i) {
        market.researchers.pay[ResearcherRow{i}] = 1e5 * (1.0 + i * i);
        mean_pay += 1e5 * (1.0 + i * i) / 9.0;
        std::size_t place = 0;
        for (std::uint32_t j = 0; j != 9; ++j) {
            differences += std::abs(1e5 * i * i - 1e5 * j * j);
            if (j != i) {
                market.ties.set(ResearcherRow{i}, place++, {.whom = ResearcherRow{j}});
            }
        }
        while (place != market.ties.each()) {
            market.ties.set(ResearcherRow{i}, place++, {});
        }
    }
    double const gini = differences / (2.0 * 81.0 * mean_pay);
    double mean_product = 0.0;
    for (std::uint32_t i = 0; i != 9; ++i) {
        ResearcherRow const row{i};
        mean_product += market.researchers.pay[row] * deprivation_of(market, row) / 9.0;
    }
    CHECK(mean_product == close_to(mean_pay * gini * 9.0 / 8.0));
}

TEST_CASE("the deprived search more, and nobody else does") {
    auto p = sociable_world();
    auto const contacts_of = [&](double response) {
        p.search.deprivation_response = response;
        auto const [market, values] = planned(p);
        MonthFlows flows{market.countries.size()};
        return draw_and_search(market, p, step_at(), flows);
    };
    auto const without = contacts_of(0.0);
    auto const with = contacts_of(1.0);
    auto const [market, values] = planned(p);
    std::set<ResearcherRow> searched;
    for (Contact const& contact : without) {
        searched.insert(contact.who);
    }
    double expected = 0.0;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.is_employed(row)) {
            expected += p.search.contact_rate_employed * std::min(deprivation_of(market, row), 1.0);
        }
    }
    std::int64_t more = 0;
    for (Contact const& contact : with) {
        if (!searched.contains(contact.who)) {
            ++more;
            CHECK(deprivation_of(market, contact.who) > 0.0);
        }
    }
    CHECK(with.size() == without.size() + static_cast<std::size_t>(more));
    // Each searches by a draw of one's own: the variance is below the mean. Four standard errors.
    CHECK(expected > 100.0);
    CHECK(std::abs(static_cast<double>(more) - expected) < 4.0 * std::sqrt(expected));
}

TEST_CASE("the deprived leave whom others keep, and friends draw") {
    auto p = sociable_world();
    p.search.contact_rate_employed = 1.0;
    auto [market, values] = planned(p);
    ResearcherRow const friend_at_acme = somebody_at(market, acme);
    for (std::size_t i = 0; i < market.researchers.size(); i += 3) {
        market.ties.set(ResearcherRow{i}, 0, {.whom = friend_at_acme});
    }
    MonthFlows flows{market.countries.size()};
    auto const contacts = draw_and_search(market, p, step_at(), flows);
    auto const contests_with = [&, &market = market, &values = values](double deprivation,
                                                                       double friends) {
        p.utility.deprivation = deprivation;
        p.utility.friends = friends;
        Contests contests;
        Bargaining{}.hold(market, p, values, contacts, step_at(), contests);
        return contests;
    };
    auto const plain = contests_with(0.0, 0.0);
    auto const deprived = contests_with(0.7, 0.0);
    auto const friendly = contests_with(0.0, 0.2);
    REQUIRE(plain.contests.size() > 10'000);
    REQUIRE(deprived.contests.size() == plain.contests.size());
    REQUIRE(friendly.contests.size() == plain.contests.size());
    std::size_t won_over = 0;
    std::size_t with_friends = 0;
    for (std::size_t c = 0; c != plain.contests.size(); ++c) {
        Contest const& before = plain.contests[c];
        Contest const& after = deprived.contests[c];
        CHECK(after.ranked >= before.ranked);
        if (after.ranked > before.ranked) {
            ++won_over;
            CHECK(deprivation_of(market, before.who) > 0.0);
        }
        for (std::uint32_t k = 0; k != before.bids; ++k) {
            Bid const& bid = plain.bids[before.first + k];
            Bid const& liked = friendly.bids[friendly.contests[c].first + k];
            double const friends = Acquaintances(market, before.who).at(bid.firm);
            with_friends += friends > 0.0 ? 1U : 0U;
            CHECK(liked.utility - bid.utility ==
                  doctest::Approx(0.2 * friends).epsilon(1e-9).scale(1));
        }
    }
    CHECK(won_over > 100);
    CHECK(with_friends > 20);
}
