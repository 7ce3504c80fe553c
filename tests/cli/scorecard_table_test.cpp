#include "engine/cli/scorecard_table.hpp"

#include <doctest/doctest.h>

#include "tests/simulation/fake_run.hpp"

using namespace talentsim;

namespace {

ScoredFact scored(char const* name, char const* indicator, FactVerdict verdict) {
    ScoredFact one;
    one.fact.name = name;
    one.fact.indicator = read_indicator(indicator).path;
    one.verdict = verdict;
    return one;
}

} // namespace

TEST_CASE("the scorecard shows target, tolerance, band and verdict, and what is not measured") {
    auto pay = scored("pay", "pay_quantile.USA.A.50@2025", FactVerdict::pass);
    pay.fact.low = 5e5;
    pay.fact.high = 2e6;
    pay.band = {.low = 1.2e6, .median = 1.3e6, .high = 1.4e6, .replicates = 3};
    auto stay = scored("stay", "retention.OpenAI", FactVerdict::fail);
    stay.fact.low = stay.fact.high = 0.67;
    stay.fact.tolerance = 0.05;
    stay.band = {.low = 0.81, .median = 0.82, .high = 0.83, .replicates = 3};
    auto sign = scored("sign", "net_flow.KOR.SABC", FactVerdict::pass);
    sign.fact.high = 0.0;
    sign.band = {.low = -0.01, .median = -0.01, .high = -0.01, .replicates = 1};
    auto unknown = scored("unknown", "retention.nobody", FactVerdict::not_measured);
    unknown.reason = "the scenario has no firm nobody";

    CHECK(scorecard_table(test::fake_run(3, 2), {pay, stay, sign, unknown}, TableStyle::plain) ==
          "A run that nobody simulated: 2024-11 to 2024-12; median and 5 to 95 % band of 3 "
          "replicates; scale 0.25\n"
          "\n"
          "fact                 measured as          target  tolerance  simulated       5–95 %  "
          "verdict\n"
          "pay   pay_quantile.USA.A.50@2025         500k…2M                  1.3M    1.2M…1.4M     "
          "pass\n"
          "stay            retention.OpenAI           67.0%    ± 5.00%      82.0%  81.0%…83.0%     "
          "FAIL\n"
          "sign           net_flow.KOR.SABC  below 0.00%/yr             -1.00%/yr                  "
          "pass\n"
          "\n"
          "not measured\n"
          "  unknown: the scenario has no firm nobody\n"
          "\n"
          "Of 4 facts 2 pass, 1 fails and 1 is not measured.\n");
}
