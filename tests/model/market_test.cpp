#include "engine/model/market.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "engine/model/census.hpp"
#include "engine/model/month_flows.hpp"

using namespace talentsim;

TEST_CASE("somebody is in the highest tier whose threshold talent exceeds") {
    Market market;
    market.tier_thresholds = {3.0, 2.0, 1.0};
    CHECK(tier_of(3.5, market) == Tier::s);
    CHECK(tier_of(3.0, market) == Tier::a); // at a threshold is not above it
    CHECK(tier_of(2.5, market) == Tier::a);
    CHECK(tier_of(1.5, market) == Tier::b);
    CHECK(tier_of(1.0, market) == Tier::c);
    CHECK(tier_of(-5.0, market) == Tier::c);
}

TEST_CASE("a table that is resized has all its columns resized") {
    Market market;
    market.researchers.resize(7);
    CHECK(market.researchers.size() == 7);
    CHECK(market.researchers.pay.size() == 7);
    CHECK(market.researchers.tier.size() == 7);
    CHECK(market.researchers.mission.size() == 7);
    market.firms.resize(5);
    CHECK(market.firms.size() == 5);
    CHECK(market.firms.peer_quality.size() == 5);
    CHECK(market.firms.staff_by_tier.size() == 5);
    market.countries.resize(3);
    CHECK(market.countries.size() == 3);
    CHECK(market.countries.mean_price_of_talent.size() == 3);
    CHECK(market.countries.moving_cost.rows() == 3);
    CHECK(market.countries.study_abroad.cols() == 3);
}

TEST_CASE("a row is free until somebody lives there") {
    ResearcherTable people;
    people.resize(1);
    CHECK_FALSE(people.is_present(ResearcherRow{0}));
    CHECK_FALSE(people.is_employed(ResearcherRow{0}));
    people.location[ResearcherRow{0}] = CountryRow{2};
    CHECK(people.is_present(ResearcherRow{0}));
}

TEST_CASE("a person takes less than 160 bytes") {
    ResearcherTable people;
    people.resize(1'000);
    CHECK(people.bytes() < 160'000);
    CHECK(people.bytes() >= 1'000 * (5 * sizeof(double) + sizeof(Identity)));
}

TEST_CASE("with ties, contracts and rumours a person takes less than 250 bytes") {
    for (std::size_t const people : {1'000U, 2'000U}) {
        Market market;
        market.researchers.resize(people);
        market.ties = TieTable{static_cast<std::size_t>(SocialParameters{}.ties)};
        market.ties.resize(people);
        market.contracts.resize(people);
        market.rumours.resize(people);
        std::size_t const bytes = market.researchers.bytes() + market.ties.bytes() +
                                  market.contracts.equity.bytes() +
                                  market.contracts.granted.bytes() + market.rumours.worth.bytes() +
                                  market.rumours.heard.bytes();
        CAPTURE(bytes);
        CHECK(bytes < 250 * people);
    }
}

TEST_CASE("a tie takes 6 bytes, who has places 2 more, and places are kept apart") {
    TieTable ties{8};
    ties.resize(1'000);
    CHECK(ties.size() == 1'000);
    CHECK(ties.bytes() == 50'000);
    ties.set(ResearcherRow{7}, 3, {.whom = ResearcherRow{5}, .made = 12});
    CHECK(ties.at(ResearcherRow{7}, 3) == Tie{.whom = ResearcherRow{5}, .made = 12});
    CHECK_FALSE(ties.at(ResearcherRow{7}, 2).whom.exists());
    CHECK_FALSE(ties.at(ResearcherRow{6}, 3).whom.exists());
    CHECK(TieTable{}.size() == 0);
}

TEST_CASE("a tie lives as long as both are in their rows") {
    ResearcherRow const who{0};
    ResearcherRow const whom{1};
    Tie const tie{.whom = whom, .made = 12};
    TieTable ties{1};
    ties.resize(2);
    CHECK_FALSE(ties.is_alive(who, tie)); // nobody is in either row
    ties.note_entry(who, 0);
    CHECK_FALSE(ties.is_alive(who, tie));
    ties.note_entry(whom, 12);
    CHECK(ties.is_alive(who, tie));
    CHECK_FALSE(ties.is_alive(who, Tie{}));
    SUBCASE("who was known has left") { ties.note_entry(whom, TieTable::nobody); }
    SUBCASE("another is in the row") { ties.note_entry(whom, 13); }
    SUBCASE("another knows them") { ties.note_entry(who, 13); }
    CHECK_FALSE(ties.is_alive(who, tie));
    ties.note_entry(ResearcherRow{2}, 5); // no places yet
    CHECK(ties.size() == 2);
}

TEST_CASE(
    "counts by country and tier, and migrants by where from and to, have cells of their own") {
    CountByTier counts{2};
    counts.at(CountryRow{1}, Tier::a) = 5;
    CHECK(counts.all() == std::vector<std::int64_t>{0, 0, 0, 0, 0, 5, 0, 0});

    MonthFlows flows{2};
    flows.migrants(CountryRow{0}, CountryRow{1}, Tier::c) = 3;
    CHECK(flows.migration.size() == 16);
    CHECK(flows.migration[1 * 4 + 3] == 3);
    flows.migrants(CountryRow{1}, CountryRow{0}, Tier::s) = 4;
    CHECK(flows.migration[2 * 4] == 4);
}
