#include "engine/phases/job_utility.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

ResearcherRow const someone{5};

/// A world in which everybody weighs alike and nobody has tastes.
Parameters without_tastes() {
    auto p = small_world(1'000.0);
    p.utility.compute = {.mean = 0.2};
    p.utility.home = {.mean = 0.5};
    p.utility.mission = {.mean = 0.4};
    p.utility.persistent_taste.distribution = TasteDistribution::none;
    p.utility.transitory_taste = 0.0;
    return p;
}

double of_joblessness(Market const& market, Parameters const& p, Step const& step) {
    TalentUnits talent{market.researchers.log_talent[someone]};
    return JobUtility{market, p, step, someone}.of_joblessness(talent);
}

} // namespace

TEST_CASE("U of a job adds compute, mission, moving and home, as one person sees them") {
    auto const p = without_tastes();
    auto [market, values] = planned(p);
    market.researchers.location[someone] = usa;
    market.researchers.origin[someone] = korea;
    market.researchers.mission[someone] = {0.6F, 0.8F, 0.0F};
    market.firms.gpus_per_head[acme] = 0.4; // ln(1 + .4/.1) = ln 5
    market.firms.gpus_per_head[chaebol] = 0.0;
    auto const step = step_at();
    JobUtility const utility{market, p, step, someone};
    // In the United States, away from home, mission cosine .6.
    CHECK(utility.besides_pay(workplace_of(market.firms, acme), 0.0) ==
          close_to(0.2 * std::log(5.0) + 0.4 * 0.6 - 0.5, 1e-6)); // missions are floats
    // Home in Korea costs a move of .5, the default, and has no mission.
    CHECK(utility.besides_pay(workplace_of(market.firms, chaebol), 0.0) == close_to(-0.5));
    CHECK(utility.besides_pay(workplace_of(market.firms, chaebol), 0.25) ==
          close_to(-0.25)); // a match is a taste
    CHECK(utility.of_pay(workplace_of(market.firms, chaebol), 1e5) ==
          close_to(std::log(1e5 * 0.58 / 0.75)));
}

TEST_CASE("a country adds its subsidy to pay, and for its people abroad the grant on coming home") {
    auto p = without_tastes();
    p.countries["KOR"].pay_subsidy = 1e4;
    p.countries["KOR"].return_grant = 3e4;
    auto [market, values] = planned(p);
    auto const step = step_at();
    auto const supplement = [&, &people = market.researchers](CountryRow origin, CountryRow here) {
        people.origin[someone] = origin;
        people.location[someone] = here;
        return JobUtility{market, p, step, someone}.supplement(workplace_of(market.firms, chaebol));
    };
    CHECK(supplement(korea, usa) == 4e4);
    CHECK(supplement(korea, korea) == 1e4);
    CHECK(supplement(usa, usa) == 1e4);
    CHECK(supplement(usa, korea) == 1e4);
    JobUtility const utility{market, p, step, someone};
    CHECK(utility.supplement(workplace_of(market.firms, acme)) == 0.0);
    CHECK(utility.of_pay(workplace_of(market.firms, chaebol), 1e5) ==
          close_to(std::log(1.1e5 * 0.58 / 0.75)));
}

TEST_CASE("joblessness is worth what the country gives for one's talent, and away from home less") {
    auto const p = without_tastes();
    auto [market, values] = planned(p);
    market.researchers.location[someone] = korea;
    market.researchers.origin[someone] = korea;
    market.researchers.log_talent[someone] = std::log(3.0);
    market.countries.outside_value[korea] = 4e4;
    auto const step = step_at();
    double const at_home = std::log(4e4 * std::pow(3.0, 0.65) * 0.58 / 0.75); // h of Korea is .65
    CHECK(of_joblessness(market, p, step) == close_to(at_home));
    market.researchers.origin[someone] = usa;
    CHECK(of_joblessness(market, p, step) == close_to(at_home - 0.5));

    auto none = p;
    none.utility.outside = OutsideOption::none;
    CHECK(of_joblessness(market, none, step) == -std::numeric_limits<double>::infinity());
}

TEST_CASE("the taste for a firm lasts, that of the month does not") {
    auto p = without_tastes();
    p.utility.persistent_taste = {.distribution = TasteDistribution::normal, .scale = 0.3};
    auto const [market, values] = planned(p);
    auto const march = step_at(3);
    auto const april = step_at(4);
    JobUtility const in_march{market, p, march, someone};
    JobUtility const in_april{market, p, april, someone};
    CHECK(in_march.persistent_match(workplace_of(market.firms, acme)) ==
          in_april.persistent_match(workplace_of(market.firms, acme)));
    CHECK(in_march.persistent_match(workplace_of(market.firms, acme)) !=
          in_march.persistent_match(workplace_of(market.firms, brain)));
    CHECK(in_march.besides_pay(workplace_of(market.firms, acme), 0.0) ==
          in_april.besides_pay(workplace_of(market.firms, acme), 0.0));

    p.utility.transitory_taste = 0.2;
    CHECK(in_march.besides_pay(workplace_of(market.firms, acme), 0.0) !=
          in_april.besides_pay(workplace_of(market.firms, acme), 0.0));
    CHECK(in_march.besides_pay(workplace_of(market.firms, acme), 0.0) ==
          in_march.besides_pay(workplace_of(market.firms, acme), 0.0));
}

TEST_CASE("tastes have the scale and the distribution of the scenario") {
    auto p = small_world();
    p.utility.persistent_taste = {.distribution = TasteDistribution::normal, .scale = 0.3};
    p.utility.transitory_taste = 0.2;
    auto const [market, values] = planned(p);
    auto const step = step_at();
    auto calm = p;
    calm.utility.transitory_taste = 0.0;
    auto const n = static_cast<double>(market.researchers.size());
    double matches = 0.0;
    double squares = 0.0;
    double transitory = 0.0;
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        JobUtility const utility{market, p, step, ResearcherRow{i}};
        JobUtility const quiet{market, calm, step, ResearcherRow{i}};
        double const match = utility.persistent_match(workplace_of(market.firms, acme));
        matches += match / n;
        squares += match * match / n;
        transitory += (utility.besides_pay(workplace_of(market.firms, acme), 0.0) -
                       quiet.besides_pay(workplace_of(market.firms, acme), 0.0)) /
                      n;
    }
    // Normal, mean 0 and variance .09, the variance of whose square is 2 * .09^2.
    CHECK(std::abs(matches) < 4.0 * 0.3 / std::sqrt(n));
    CHECK(std::abs(squares - 0.09) < 4.0 * 0.09 * std::sqrt(2.0 / n));
    // Gumbel(0, 1) has mean .5772 (Euler) and sd pi/sqrt(6) = 1.2825.
    CHECK(std::abs(transitory - 0.2 * 0.5772157) < 4.0 * 0.2 * 1.2825 / std::sqrt(n));
}

TEST_CASE("the lasting match has mean 0 and the standard deviation asked for, whatever its "
          "distribution") {
    auto p = small_world();
    for (TasteDistribution const distribution :
         {TasteDistribution::normal, TasteDistribution::uniform, TasteDistribution::exponential}) {
        CAPTURE(static_cast<int>(distribution));
        p.utility.persistent_taste = {.distribution = distribution, .scale = 0.3};
        auto const [market, values] = planned(p);
        double sum = 0.0;
        double sum_of_squares = 0.0;
        double lowest = 0.0;
        auto const people = market.researchers.size();
        auto const step = step_at();
        for (std::size_t i = 0; i != people; ++i) {
            double const match = JobUtility{market, p, step, ResearcherRow{i}}.persistent_match(
                workplace_of(market.firms, acme));
            sum += match;
            sum_of_squares += match * match;
            lowest = std::min(lowest, match);
        }
        auto const n = static_cast<double>(people);
        // Four standard errors; the fourth moment is 3, 1.8 and 9 variances squared.
        CHECK(std::abs(sum / n) < 4.0 * 0.3 / std::sqrt(n));
        CHECK(std::abs(sum_of_squares / n / 0.09 - 1.0) < 4.0 * std::sqrt(8.0 / n));
        bool const is_bounded = distribution != TasteDistribution::normal;
        CHECK((lowest >= -0.3 * std::sqrt(3.0)) == is_bounded);
    }
}
