#include "engine/mechanisms/utility.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-13).scale(0); }

JobQualities const some_job{.gpus = 0.9,
                            .autonomy = 0.5,
                            .mission_match = -0.25,
                            .peer_quality = 1.0,
                            .moving_cost = 0.4,
                            .is_at_home = false,
                            .taste = 0.05};

TasteWeights const some_weights{
    .pay = 1.0, .compute = 0.2, .autonomy = 0.1, .mission = 0.3, .peers = 0.6, .home = 0.5};

} // namespace

TEST_CASE("utility of a job is the sum of its terms") {
    // .2 ln 10 + .1*.5 - .3*.25 + .6 ln 2 - .4 - .5 + .05
    CHECK(utility_besides_pay(some_weights, some_job, 0.1) ==
          close_to(0.2 * std::log(10.0) + 0.05 - 0.075 + 0.6 * std::log(2.0) - 0.4 - 0.5 + 0.05));
    CHECK(utility_of_pay(UtilityForm::logarithmic, 2.0, 1e5) == close_to(2.0 * std::log(1e5)));
    CHECK(utility_of_pay(UtilityForm::linear, 2.0, 1e5) == 2e5);
}

TEST_CASE("a subsidy goes to everyone, a return grant besides to those whom the job brings home") {
    CHECK(pay_supplement(300.0, 5'000.0, false) == 300.0);
    CHECK(pay_supplement(300.0, 5'000.0, true) == 5'300.0);
    CHECK(pay_supplement(0.0, 0.0, true) == 0.0);
}

TEST_CASE("prices and currencies shift every logarithmic utility alike") {
    double const here = utility_of_pay(UtilityForm::logarithmic, 1.5, 3e5) -
                        utility_of_pay(UtilityForm::logarithmic, 1.5, 2e5);
    double const scaled = utility_of_pay(UtilityForm::logarithmic, 1.5, 3e8) -
                          utility_of_pay(UtilityForm::logarithmic, 1.5, 2e8);
    CHECK(here == close_to(1.5 * std::log(1.5)));
    CHECK(scaled == doctest::Approx(here).epsilon(1e-11).scale(0));
}

TEST_CASE("only compute relative to the reference matters") {
    JobQualities job = some_job;
    job.gpus *= 1000.0;
    CHECK(utility_besides_pay(some_weights, job, 0.1 * 1000.0) ==
          close_to(utility_besides_pay(some_weights, some_job, 0.1)));
}

TEST_CASE("home counts against jobs abroad alone") {
    JobQualities at_home = some_job;
    at_home.is_at_home = true;
    CHECK(utility_besides_pay(some_weights, at_home, 0.1) -
              utility_besides_pay(some_weights, some_job, 0.1) ==
          close_to(0.5));
}

TEST_CASE("a term of weight 0 is skipped, whatever stands in it") {
    JobQualities strange = some_job;
    strange.gpus = std::numeric_limits<double>::infinity();
    strange.mission_match = std::numeric_limits<double>::quiet_NaN();
    TasteWeights const none{.pay = 1.0};
    CHECK(utility_besides_pay(none, strange, 0.1) == close_to(0.05 - 0.4));
}

TEST_CASE("colleagues below the lowest talent count as none") {
    JobQualities low = some_job;
    low.peer_quality = -3.0;
    JobQualities none = some_job;
    none.peer_quality = 0.0;
    CHECK(utility_besides_pay(some_weights, low, 0.1) ==
          utility_besides_pay(some_weights, none, 0.1));
}
