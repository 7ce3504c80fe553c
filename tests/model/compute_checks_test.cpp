#include "engine/model/compute_checks.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/model/problem_lines.hpp"

using namespace talentsim;

namespace {

/// A scenario without a mistake.
Parameters sound() {
    Parameters p;
    p.countries["KOR"].researchers = 1'000.0;
    p.countries["USA"].researchers = 5'000.0;
    p.firms["naver"].country = "KOR";
    p.firms["meta"].country = "USA";
    p.accelerators["B200"] = {.weight = 2.25, .substitute = "NPU"};
    p.accelerators["NPU"] = {.weight = 0.5, .controlled = false};
    PurchaseParameters& purchase = p.purchases["national"];
    purchase.country = "KOR";
    purchase.accelerator = "B200";
    purchase.delivery = {{"2024-01", 100.0}, {"2029-12", 100.0}};
    purchase.candidates["naver"] = {};
    purchase.shares = {.firms = 0.2, .universities = 0.8};
    p.mechanisms.breakthroughs = true;
    return p;
}

/// Everything that is wrong after something was spoilt, one per line.
template <class Spoil>
std::string problems_after(Spoil const& spoil) {
    Parameters p = sound();
    spoil(p);
    return test::lines_of(compute_problems_in(p));
}

} // namespace

TEST_CASE("sound compute has no problems") {
    CHECK(problems_after([](Parameters&) {}) == "");
}

TEST_CASE("returns and breakthroughs that carry one firm past all others are a problem") {
    CHECK(
        problems_after([](Parameters& p) { p.production.breakthrough_difficulty = 4.0; }) ==
        "production.breakthrough_difficulty: 4 lets breakthroughs carry one firm past all others: "
        "production.returns, 0.8, and 1/4 sum to 1.05 (a sum below 1)");
    CHECK(problems_after([](Parameters& p) {
              p.production.breakthrough_difficulty = 4.0;
              p.mechanisms.breakthroughs = false;
          }) == "");
}

TEST_CASE("shares of a pool that do not add up are a problem") {
    CHECK(problems_after([](Parameters& p) {
              p.countries["KOR"].public_gpu_shares = {.firms = 0.5, .universities = 0.25};
          }) == "countries.KOR.public_gpu_shares: shares sum to 0.75 (1, or all 0)");
    CHECK(problems_after([](Parameters& p) { p.purchases["national"].shares.firms = 0.7; }) ==
          "purchases.national.shares: shares sum to 1.5 (at most 1)");
}

TEST_CASE("a substitute that is none of the accelerators, or controlled itself, is a problem") {
    CHECK(problems_after([](Parameters& p) { p.accelerators["B200"].substitute = "TPU"; }) ==
          "accelerators.B200.substitute: 'TPU' is none of the accelerators (the key of one, or "
          "nothing)");
    CHECK(problems_after([](Parameters& p) { p.accelerators["NPU"].controlled = true; }) ==
          "accelerators.B200.substitute: 'NPU' is under export control itself (an accelerator with "
          "controlled: false)");
}

TEST_CASE(
    "a purchase by no country, of nothing known, in no month, or run from abroad is a problem") {
    CHECK(problems_after([](Parameters& p) {
              p.purchases["national"].country = "";
              p.purchases["national"].candidates.clear();
          }) == "purchases.national.country: is missing (the key of a country)");
    CHECK(problems_after([](Parameters& p) {
              p.purchases["national"].country = "FRA";
              p.purchases["national"].candidates.clear();
          }) == "purchases.national.country: 'FRA' is not in this scenario (one of the countries)");
    CHECK(problems_after([](Parameters& p) { p.purchases["national"].accelerator = "H200"; }) ==
          "purchases.national.accelerator: 'H200' is none of the accelerators (the key of one, or "
          "nothing for H100e)");
    CHECK(
        problems_after([](Parameters& p) {
            p.purchases["national"].delivery = {{"2023-12", 1.0}, {"2030-01", 1.0}, {"soon", 1.0}};
        }) ==
        "purchases.national.delivery.2023-12: 2023-12 is outside the simulated months (2024-01 to "
        "2029-12)\n"
        "purchases.national.delivery.2030-01: 2030-01 is outside the simulated months (2024-01 to "
        "2029-12)\n"
        "purchases.national.delivery.soon: 'soon' is not a month (a month like 2024-01)");
    CHECK(problems_after([](Parameters& p) {
              p.purchases["national"].candidates = {{"kakao", {}}, {"meta", {}}};
          }) ==
          "purchases.national.candidates.kakao: 'kakao' is none of the named firms (the key of a "
          "firm)\n"
          "purchases.national.candidates.meta: works in 'USA' (a firm in the country that buys, "
          "'KOR')");
}
