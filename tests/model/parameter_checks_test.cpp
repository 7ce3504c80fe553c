#include <algorithm>
#include <fmt/format.h>

#include <doctest/doctest.h>

#include "engine/model/parameter_table.hpp"

#include "tests/model/problem_lines.hpp"

using namespace talentsim;

namespace {

/// A scenario without a mistake.
Parameters sound() {
    Parameters p;
    p.countries["KOR"].researchers = 1'000.0;
    p.countries["USA"].researchers = 5'000.0;
    p.firms["naver"].country = "KOR";
    p.firms["naver"].staff = 100.0;
    p.fringe["KOR"] = {};
    p.fringe["USA"] = {};
    return p;
}

/// Everything that is wrong after something was spoilt, one per line.
template <class Spoil>
std::string problems_after(Spoil const& spoil) {
    Parameters p = sound();
    spoil(p);
    return test::lines_of(problems_in(p));
}

} // namespace

TEST_CASE("a sound scenario has no problems") {
    CHECK(problems_after([](Parameters&) {}) == "");
}

TEST_CASE("tiers beyond everybody are a problem") {
    CHECK(problems_after([](Parameters& p) { p.population.tier_b_share = 0.97; }) ==
          "population.tier_b_share: the shares of tiers S, A and B sum to 1.021 (at most 1)");
}

TEST_CASE("talent whose mean is infinite is a problem, wherever the exponent is given") {
    CHECK(problems_after([](Parameters& p) { p.population.talent.exponent = 1.0; }) ==
          "production.talent_exponent: 1 makes mean talent infinite (below "
          "population.talent.exponent, 1)");
    CHECK(problems_after([](Parameters& p) { p.countries["KOR"].talent_exponent = 2.0; }) ==
          "countries.KOR.talent_exponent: 2 makes mean talent infinite (below "
          "population.talent.exponent, 1.7)");
    CHECK(problems_after([](Parameters& p) { p.firms["naver"].talent_exponent = 1.7; }) ==
          "firms.naver.talent_exponent: 1.7 makes mean talent infinite (below "
          "population.talent.exponent, 1.7)");
    CHECK(problems_after([](Parameters& p) {
              p.population.talent.distribution = TalentDistribution::lognormal;
              p.firms["naver"].talent_exponent = 2.5;
          }) == "");
}

TEST_CASE("uniform talent with its ends exchanged is a problem") {
    CHECK(problems_after([](Parameters& p) {
              p.population.talent = {
                  .distribution = TalentDistribution::uniform, .low = 3.0, .high = 2.0};
          }) == "population.talent.low: 3 exceeds population.talent.high, 2 (at most that)");
}

TEST_CASE("constant returns are a problem where budgets follow output, and only there") {
    auto const problem = problems_after([](Parameters& p) { p.production.returns = 1.0; });
    CHECK(problem == "production.returns: 1 lets one firm swallow the world where budgets follow "
                     "output (below 1, or budgets.talent: unlimited, or "
                     "mechanisms.budget_adjustment: false)");
    CHECK(problems_after([](Parameters& p) {
              p.production.returns = 1.0;
              p.budgets.talent = Limit::unlimited;
          }) == "");
    CHECK(problems_after([](Parameters& p) {
              p.production.returns = 1.0;
              p.mechanisms.budget_adjustment = false;
          }) == "");
}

TEST_CASE("countries that are none, or nobody's, are a problem") {
    CHECK(problems_after([](Parameters& p) { p.countries["kr"].researchers = 5.0; }) ==
          "countries.kr: 'kr' is no country code (three capitals as in ISO 3166-1: KOR)");
    CHECK(problems_after([](Parameters& p) {
              p.countries["KOR"].researchers = 0.0;
              p.countries["USA"].researchers = 0.0;
              p.firms.clear();
          }) == "countries: no country has researchers (countries.*.researchers above 0 in at "
                "least one)");
    auto const none = problems_after([](Parameters& p) { p.countries.clear(); });
    CHECK(none.find("countries: none given (at least one country)") == 0);
    CHECK(problems_after([](Parameters& p) {
              for (int i = 0; i != 60; ++i) {
                  p.countries[fmt::format("X{}{}", static_cast<char>('A' + i / 10),
                                          static_cast<char>('A' + i % 10))] = {};
              }
          }) == "countries: 62 given (at most 60)");
}

TEST_CASE("names that the scenario does not have are a problem, wherever they stand") {
    std::string const is_unknown = "'JPN' is not in this scenario (one of the countries KOR, USA)";
    CHECK(problems_after([](Parameters& p) { p.firms["naver"].country = "JPN"; }) ==
          "firms.naver.country: " + is_unknown);
    CHECK(problems_after([](Parameters& p) { p.fringe["JPN"] = {}; }) ==
          "fringe.JPN: " + is_unknown);
    CHECK(problems_after([](Parameters& p) { p.countries["KOR"].origins["JPN"] = 0.1; }) ==
          "countries.KOR.origins.JPN: " + is_unknown);
    CHECK(problems_after([](Parameters& p) { p.countries["KOR"].study_abroad["JPN"] = 0.1; }) ==
          "countries.KOR.study_abroad.JPN: " + is_unknown);
    CHECK(problems_after([](Parameters& p) { p.countries["KOR"].moving_cost_to["JPN"] = 0.1; }) ==
          "countries.KOR.moving_cost_to.JPN: " + is_unknown);
}

TEST_CASE("shares of the own country, or beyond the whole, are a problem") {
    CHECK(problems_after([](Parameters& p) { p.countries["KOR"].origins["KOR"] = 0.1; }) ==
          "countries.KOR.origins.KOR: is the country itself (another country)");
    CHECK(problems_after([](Parameters& p) {
              p.countries["IND"].researchers = 5.0;
              p.countries["KOR"].study_abroad = {{"USA", 0.75}, {"IND", 0.5}};
          }) == "countries.KOR.study_abroad: shares sum to 1.25 (at most 1)");
}

TEST_CASE("firms without a country, of no kind of their own, or with more staff than there are "
          "people, are a problem") {
    CHECK(problems_after([](Parameters& p) { p.firms["naver"].country = ""; }) ==
          "firms.naver.country: is missing (the key of a country)");
    CHECK(problems_after([](Parameters& p) { p.firms["naver"].kind = FirmKind::fringe; }) ==
          "firms.naver.kind: is 'fringe', which unnamed firms are (another kind)");
    CHECK(
        problems_after([](Parameters& p) { p.firms["naver"].staff = 1'001.0; }) ==
        "countries.KOR.researchers: makes 1000 residents, fewer than the staff of the named firms "
        "there, 1001 (at least that)");
    CHECK(problems_after([](Parameters& p) {
              p.firms.clear();
              p.fringe.clear();
          }) == "firms: none given (firms, or a fringe, in at least one country)");
}

TEST_CASE("a bust in which firms are worth more than in a boom is a problem") {
    CHECK(problems_after([](Parameters& p) { p.finance.bust_multiple = 13.0; }) ==
          "finance.bust_multiple: 13 exceeds finance.boom_multiple, 12 (at most that)");
    CHECK(problems_after([](Parameters& p) { p.finance.bust_multiple = 12.0; }) == "");
}

TEST_CASE("every problem is told at once") {
    Parameters p = sound();
    p.population.tier_a_share = 0.9;
    p.firms["naver"].country = "JPN";
    p.fringe["DEU"] = {};
    CHECK(problems_in(p).size() == 3);
}

TEST_CASE("a named firm cannot take the name of unnamed ones") {
    CHECK(problems_after([](Parameters& p) { p.firms["KOR-fringe"].country = "KOR"; }) ==
          "firms.KOR-fringe: is named like the unnamed firms (a key without '-fringe')");
}

TEST_CASE("what goes by ties is a problem where there are none, and so are more new ties than "
          "places") {
    CHECK(problems_after([](Parameters& p) { p.mechanisms.relative_deprivation = true; }) ==
          "mechanisms.relative_deprivation: is true, and there are no ties to go by "
          "(mechanisms.ties: true)");
    CHECK(problems_after([](Parameters& p) { p.mechanisms.referrals = true; }) ==
          "mechanisms.referrals: is true, and there are no ties to go by (mechanisms.ties: true)");
    CHECK(problems_after([](Parameters& p) { p.mechanisms.rumours = true; }) ==
          "mechanisms.rumours: is true, and there are no ties to go by (mechanisms.ties: true)");
    CHECK(problems_after([](Parameters& p) {
              p.mechanisms.ties = true;
              p.mechanisms.referrals = true;
              p.mechanisms.rumours = true;
          }) == "");
    CHECK(problems_after([](Parameters& p) { p.social.ties_per_hire = 9; }) ==
          "social.ties_per_hire: 9 exceeds social.ties, 8 (at most that)");
}

TEST_CASE("retention grants where nothing vests are a problem") {
    CHECK(problems_after([](Parameters& p) { p.mechanisms.retention_grants = true; }) ==
          "mechanisms.retention_grants: is true, and nothing vests (mechanisms.contracts: true)");
    CHECK(problems_after([](Parameters& p) {
              p.mechanisms.contracts = true;
              p.mechanisms.retention_grants = true;
          }) == "");
}

TEST_CASE("a visa programme without its country, or that measures pay by nothing, is a problem") {
    auto const with = [](auto const& spoil) {
        return problems_after([&](Parameters& p) {
            p.visas["h1b"].country = "USA";
            spoil(p.visas["h1b"]);
        });
    };
    CHECK(with([](VisaParameters&) {}) == "");
    CHECK(with([](VisaParameters& v) { v.country = ""; }) ==
          "visas.h1b.country: is missing (the key of a country)");
    CHECK(with([](VisaParameters& v) { v.country = "JPN"; }) ==
          "visas.h1b.country: 'JPN' is not in this scenario (one of the countries KOR, USA)");
    CHECK(with([](VisaParameters& v) { v.origins["JPN"] = true; }) ==
          "visas.h1b.origins.JPN: 'JPN' is not in this scenario (one of the countries KOR, USA)");
    CHECK(with([](VisaParameters& v) { v.type = VisaType::weighted; }) ==
          "visas.h1b.type: measures pay by the national income, which is not given "
          "(countries.USA.national_income above 0)");
    CHECK(with([](VisaParameters& v) {
              v.level_multiples = {2.0, 1.0, 3.0};
          }) == "visas.h1b.level_multiples: [2, 1, 3] do not rise (levels one above the other)");
    CHECK(problems_after([](Parameters& p) {
              for (int i = 0; i != 201; ++i) {
                  p.visas[fmt::format("v{}", i)].country = "USA";
              }
          }) == "visas: 201 given (at most 200)");
}

TEST_CASE("a drive of no named firm, of one that has another, or in no country, is a problem") {
    auto const with = [](auto const& spoil) {
        return problems_after([&](Parameters& p) {
            p.drives["fifty"].firm = "naver";
            spoil(p);
        });
    };
    CHECK(with([](Parameters&) {}) == "");
    CHECK(with([](Parameters& p) { p.drives["fifty"].firm = ""; }) ==
          "drives.fifty.firm: is missing (the key of a named firm)");
    CHECK(with([](Parameters& p) { p.drives["fifty"].firm = "meta"; }) ==
          "drives.fifty.firm: 'meta' is no named firm (one of naver)");
    CHECK(with([](Parameters& p) { p.drives["sixty"].firm = "naver"; }) ==
          "drives.sixty.firm: naver has the drive 'fifty' already (a firm without one)");
    CHECK(with([](Parameters& p) { p.drives["fifty"].countries["JPN"] = true; }) ==
          "drives.fifty.countries.JPN: 'JPN' is not in this scenario (one of the countries KOR, "
          "USA)");
}

TEST_CASE(
    "a site of nobody, of itself, of a site or of a neighbour is a problem, all told at once") {
    auto const with = [](auto const& spoil) {
        return problems_after([&](Parameters& p) {
            p.firms["office"].country = "USA";
            p.firms["office"].parent = "naver";
            spoil(p);
        });
    };
    CHECK(with([](Parameters&) {}) == "");
    CHECK(with([](Parameters& p) { p.firms["office"].parent = "meta"; }) ==
          "firms.office.parent: 'meta' is no named firm (one of naver, office)");
    CHECK(with([](Parameters& p) { p.firms["office"].parent = "office"; }) ==
          "firms.office.parent: is the firm itself (another firm)");
    CHECK(with([](Parameters& p) { p.firms["office"].country = "KOR"; }) ==
          "firms.office.parent: naver works in KOR, as this firm does (a firm of another country)");
    CHECK(with([](Parameters& p) {
              p.firms["outpost"].country = "KOR";
              p.firms["outpost"].parent = "office";
              p.firms["annex"].country = "KOR";
              p.firms["annex"].parent = "meta";
          }) == "firms.annex.parent: 'meta' is no named firm (one of annex, naver, office, "
                "outpost)\nfirms.outpost.parent: office is a site of naver (a firm that is no "
                "site)");
}
