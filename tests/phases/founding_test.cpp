#include "engine/phases/founding.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include <doctest/doctest.h>

#include "engine/phases/founding_firms.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

Market founded(Parameters const& p, std::uint64_t seed = 1) {
    return found_market(p, key_of(seed), Visit::forwards);
}

std::int64_t staff_in(Market const& market, CountryRow country) {
    std::int64_t staff = 0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        staff += market.firms.country[FirmRow{f}] == country ? market.firms.staff[FirmRow{f}] : 0;
    }
    return staff;
}

std::size_t fringe_firms(Market const& market, CountryRow country) {
    std::size_t firms = 0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        firms += market.firms.country[row] == country && market.firms.kind[row] == FirmKind::fringe
                     ? 1
                     : 0;
    }
    return firms;
}

} // namespace

TEST_CASE("a world is founded with the residents of the scenario, all but the jobless at work in "
          "their country") {
    auto const market = founded(small_world());
    CHECK(market.researchers.size() == 20'000);
    CHECK(staff_in(market, usa) == 9'700);
    CHECK(staff_in(market, india) == 5'820);
    CHECK(staff_in(market, korea) == 3'880);
    bool works_at_home = true;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        FirmRow const firm = market.researchers.employer[row];
        works_at_home = works_at_home && (!firm.exists() || market.firms.country[firm] ==
                                                                market.researchers.location[row]);
    }
    CHECK(works_at_home);
    CHECK(expected_researchers(small_world()) == 20'000.0);
}

TEST_CASE(
    "firms start with the staff of the scenario, and fringes with what the named firms leave, "
    "by Zipf's law") {
    auto const market = founded(small_world());
    CHECK(std::abs(market.firms.staff[acme] - 600) <= 1); // the largest remainder of the country
    CHECK(std::abs(market.firms.staff[brain] - 400) <= 1);
    CHECK(std::abs(market.firms.staff[chaebol] - 400) <= 1);
    CHECK(fringe_firms(market, usa) == 20);
    CHECK(fringe_firms(market, korea) == 8);

    double total = 0.0;
    std::vector<double> sizes;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        if (market.firms.country[row] == korea && row != chaebol) {
            sizes.push_back(market.firms.founding_staff[row]);
            total += sizes.back();
        }
    }
    CHECK(total == close_to(3'880.0 - 400.0));
    // Rank j + 1 has size (j + 1)^-.6 of the first.
    CHECK(sizes[3] / sizes[0] == close_to(std::pow(4.0, -0.6)));
    CHECK(sizes[7] / sizes[0] == close_to(std::pow(8.0, -0.6)));
}

TEST_CASE("tiers hold exactly the shares of the scenario, from the top of talent") {
    for (std::uint64_t const seed : {1U, 2U}) {
        auto const market = founded(small_world(), seed);
        std::array<std::int64_t, n_tiers> heads{};
        std::array<double, n_tiers> lowest{1e9, 1e9, 1e9, 1e9};
        std::array<double, n_tiers> highest{};
        for (std::size_t i = 0; i != market.researchers.size(); ++i) {
            ResearcherRow const row{i};
            auto const tier = static_cast<std::size_t>(market.researchers.tier[row]);
            double const talent = market.researchers.log_talent[row];
            ++heads.at(tier);
            lowest.at(tier) = std::min(lowest.at(tier), talent);
            highest.at(tier) = std::max(highest.at(tier), talent);
        }
        CHECK(heads == std::array<std::int64_t, n_tiers>{20, 1'000, 5'000, 13'980});
        for (std::size_t tier = 0; tier + 1 != n_tiers; ++tier) {
            CHECK(lowest.at(tier) > highest.at(tier + 1));
        }
    }
}

TEST_CASE("founding pay is a share of the cap, the lesser of value and price of talent") {
    auto p = small_world();
    p.offers.founding_pay_share = 0.7;
    auto const [market, values] = planned(p, step_at(0));
    bool is_share = true;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (!market.researchers.is_employed(row)) {
            is_share = is_share && market.researchers.pay[row] == 0.0;
            continue;
        }
        FirmRow const firm = market.researchers.employer[row];
        double const units =
            std::exp(market.firms.talent_exponent[firm] * market.researchers.log_talent[row]);
        double const cap =
            std::min(values.of_keeping(firm, units), market.firms.price_of_talent[firm] * units);
        is_share = is_share && std::abs(market.researchers.pay[row] / cap - 0.7) < 1e-9;
    }
    CHECK(is_share);
}

TEST_CASE("residents come from abroad by the shares of the scenario") {
    auto const market = founded(small_world());
    std::array<std::int64_t, 3> in_usa{};
    bool others_at_home = true;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        if (market.researchers.location[row] == usa) {
            ++in_usa.at(market.researchers.origin[row].at());
        } else {
            others_at_home = others_at_home &&
                             market.researchers.origin[row] == market.researchers.location[row];
        }
    }
    CHECK(is_binomial(in_usa[india.at()], 10'000.0, 0.2));
    CHECK(is_binomial(in_usa[korea.at()], 10'000.0, 0.05));
    CHECK(others_at_home);
}

TEST_CASE("founders are 28 to 62 years old, and no two of them are the same") {
    auto const market = founded(small_world());
    std::set<Identity> identities;
    double age = 0.0;
    bool is_of_age = true;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        ResearcherRow const row{i};
        identities.insert(market.researchers.identity[row]);
        double const years = -market.researchers.born[row] / 12.0;
        is_of_age = is_of_age && years >= 28.0 && years <= 62.1;
        age += years / 20'000.0;
        REQUIRE(month_of_entry(market.researchers.identity[row]) == -1);
    }
    CHECK(identities.size() == 20'000);
    CHECK(is_of_age);
    // Uniform over 34 years: sd 9.815; half a month for whole months.
    CHECK(std::abs(age - 45.0) < 4.0 * 9.815 / std::sqrt(20'000.0) + 0.1);
}

TEST_CASE("talent does not decide who works where at founding") {
    auto const market = founded(small_world());
    // Mean ln(theta) of 600 people drawn from all: mean and sd 1/1.7.
    double const mean = market.firms.log_talent[acme].value() / 600.0;
    CHECK(std::abs(mean - 1.0 / 1.7) < 4.0 / 1.7 / std::sqrt(600.0));
}

TEST_CASE("in a tenth of a world named firms shrink and unnamed ones become fewer") {
    auto p = small_world(50'000.0);
    auto const whole = found_economy(p, key_of());
    p.simulation.scale = 0.1;
    auto const tenth = founded(p);
    CHECK(std::abs(tenth.firms.staff[acme] - 150) <= 1);
    CHECK(tenth.firms.scale[acme] == 0.1);
    CHECK(fringe_firms(tenth, usa) == 2);
    CHECK(fringe_firms(tenth, india) == 1);
    CHECK(fringe_firms(tenth, korea) <= 1);
    CHECK(std::abs(static_cast<double>(tenth.researchers.size()) - 5'000.0) <= 3.0);
    CHECK(staff_in(tenth, usa) + staff_in(tenth, india) + staff_in(tenth, korea) <= 4'853);
    CHECK(staff_in(tenth, usa) + staff_in(tenth, india) + staff_in(tenth, korea) >= 4'847);
    // Books are kept at full scale.
    CHECK(tenth.firms.founding_budget[acme] == whole.firms.founding_budget[acme]);
    CHECK(tenth.firms.founding_compute[acme] == whole.firms.founding_compute[acme]);
    for (std::size_t f = 0; f != tenth.firms.size(); ++f) {
        FirmRow const row{f};
        // A simulated firm stands for one of its own size: its scale says how many people it has.
        CHECK(std::abs(static_cast<double>(tenth.firms.staff[row]) -
                       tenth.firms.founding_staff[row] * tenth.firms.scale[row]) <= 1.5);
    }
}

TEST_CASE("books: budget, value of talent and cost share of compute agree at founding") {
    auto const p = small_world();
    auto const market = found_economy(p, key_of());
    auto const& firms = market.firms;
    // Pareto 1.7 with h = 1: mean units 1.7/.7; premium 1.5 on 200,000 USD.
    double const talent = 400.0 * 1.7 / 0.7;
    CHECK(firms.founding_talent[brain] == close_to(talent));
    CHECK(firms.unit_value[brain] == close_to(300'000.0));
    CHECK(firms.founding_budget[brain] == close_to(300'000.0 * talent * 1.08));
    double const compute_cost = 20'000.0 * 8'000.0;
    CHECK(firms.compute_share[brain] ==
          close_to(compute_cost / (compute_cost + firms.founding_budget[brain])));
    CHECK(firms.unit_value[chaebol] == close_to(2e5 * std::pow(1.28, 0.35) * 0.5 * 1.2));
    // Its own pool and its part of the public one: 400 of 3880 staff.
    CHECK(firms.founding_compute[chaebol] == close_to(400.0 + 1'000.0 * 400.0 / 3'880.0));
}

TEST_CASE("a world of given size shares its people among countries by their numbers") {
    auto p = small_world();
    p.population.researchers = 30'000.0;
    CHECK(founding_residents(p, "KOR") == 6'000.0);
    CHECK(founded(p).researchers.size() == 30'000);
}

TEST_CASE("a scaled quantity is right on average over worlds, and belongs to its name") {
    std::int64_t rounded_up = 0;
    for (std::uint64_t seed = 0; seed != 2'000; ++seed) {
        auto const people = scaled(10.5, 0.5, "somebody", key_of(seed)); // 5.25
        REQUIRE(people >= 5);
        REQUIRE(people <= 6);
        rounded_up += people - 5;
    }
    CHECK(is_binomial(rounded_up, 2'000.0, 0.25));
}

TEST_CASE("another country's founders change nobody elsewhere") {
    auto const market = founded(small_world());
    auto p = small_world();
    p.countries["IND"].researchers = 7'000.0; // rows of Korea and the United States move
    auto const other = founded(p);
    bool is_same = true;
    for (std::size_t i = 0; i != 4'000; ++i) {
        ResearcherRow const here{6'000 + i};
        ResearcherRow const there{7'000 + i};
        is_same = is_same &&
                  market.researchers.identity[here] == other.researchers.identity[there] &&
                  market.researchers.log_talent[here] == other.researchers.log_talent[there] &&
                  market.researchers.employer[here].exists() ==
                      other.researchers.employer[there].exists();
    }
    CHECK(is_same);
}

TEST_CASE("founding makes the same world in any order of visits") {
    auto const p = small_world();
    check_every_order_makes_the_same_market(
        [&](Visit order) { return found_market(p, key_of(), order); });
    CHECK_FALSE(differences(founded(p, 2), founded(p, 1)).empty());
}

TEST_CASE("unnamed firms stand at evenly spaced quantiles of productivity") {
    auto p = small_world();
    p.fringe["KOR"].premium_spread = 0.0;
    p.fringe["KOR"].productivity = {
        .distribution = ProductivityDistribution::uniform, .low = 2.0, .high = 4.0};
    auto const market = found_market(p, key_of(), Visit::forwards);
    double const of_country = 200'000.0 * std::pow(1.28, 0.35) * 0.5; // h is .65, the pay level .5
    CHECK(market.countries.home_value[korea] == close_to(of_country));
    std::size_t rank = 0;
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        FirmRow const row{f};
        if (market.firms.country[row] == korea && market.firms.kind[row] == FirmKind::fringe) {
            double const quantile = (static_cast<double>(rank++) + 0.5) / 8.0;
            CHECK(market.firms.unit_value[row] == close_to(of_country * (2.0 + 2.0 * quantile)));
        }
    }
    CHECK(rank == 8);
}
