#include "engine/model/dated_change.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using namespace talentsim;
using Operation = DatedChange::Operation;

namespace {

DatedChange change(std::string const& path, std::vector<std::string> keys, Operation operation,
                   ParameterValue value) {
    auto const& table = parameter_table();
    DatedChange one;
    one.month = CalendarMonth::of(2025, 3);
    one.parameter = &*std::find_if(table.begin(), table.end(), [&](Parameter const& parameter) {
        return parameter.info.path == path;
    });
    one.keys = std::move(keys);
    one.operation = operation;
    one.value = std::move(value);
    one.place = "policy.yaml:7:9";
    return one;
}

std::string refusal(DatedChange const& one) {
    Parameters p;
    p.firms["naver"].gpus = 100.0;
    p.countries["KOR"].tax_rate = 0.5;
    try {
        apply(one, p);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a change sets a parameter, adds to it or multiplies it") {
    Parameters p;
    p.firms["naver"].gpus = 100.0;
    apply(change("firms.*.gpus", {"naver"}, Operation::add, 50.0), p);
    CHECK(p.firms["naver"].gpus == 150.0);
    apply(change("firms.*.gpus", {"naver"}, Operation::multiply, 2.0), p);
    CHECK(p.firms["naver"].gpus == 300.0);
    apply(change("firms.*.gpus", {"naver"}, Operation::set, 7.0), p);
    CHECK(p.firms["naver"].gpus == 7.0);
    apply(change("budgets.seats", {}, Operation::set, std::string{"unlimited"}), p);
    CHECK(p.budgets.seats == Limit::unlimited);
    apply(change("countries.*.home_bias", {"KOR"}, Operation::set, ParameterValue{}), p);
    CHECK_FALSE(p.countries["KOR"].home_bias.has_value());
}

TEST_CASE("a change names its parameter with the keys filled in") {
    CHECK(change("countries.*.moving_cost_to.*", {"KOR", "USA"}, Operation::set, 1.0).path() ==
          "countries.KOR.moving_cost_to.USA");
    CHECK(change("offers.pay_floor", {}, Operation::set, 1.0).path() == "offers.pay_floor");
}

TEST_CASE("a change that leaves the bounds is refused, with its place and what is accepted") {
    CHECK(refusal(change("firms.*.gpus", {"naver"}, Operation::add, -101.0)) ==
          "policy.yaml:7:9: firms.naver.gpus: would become -1 in 2025-03 (must be a number in [0, "
          "1000000000])");
    CHECK(refusal(change("countries.*.tax_rate", {"KOR"}, Operation::multiply, 3.0)) ==
          "policy.yaml:7:9: countries.KOR.tax_rate: would become 1.5 in 2025-03 (must be a number "
          "in [0, 0.99])");
    CHECK(refusal(change("search.contacts_per_search", {}, Operation::multiply, 1.5)) ==
          "policy.yaml:7:9: search.contacts_per_search: would become 1.5 in 2025-03 (must be a "
          "whole number in [1, 64], or all)");
    CHECK(refusal(change("firms.*.gpus", {"naver"}, Operation::multiply, 1.0)) == "");
}

TEST_CASE("what is no number takes no difference and no factor") {
    CHECK(refusal(change("firms.*.posted_pay", {"naver"}, Operation::add, 5.0)) ==
          "policy.yaml:7:9: firms.naver.posted_pay: cannot be changed by a difference or a factor, "
          "since the value in force is (not set) (a number)");
    Parameters p;
    p.search.contacts_per_search = SearchParameters::all;
    CHECK_THROWS_AS(apply(change("search.contacts_per_search", {}, Operation::add, 1.0), p),
                    InputError);
}

TEST_CASE("a change without a parameter is a mistake of ours") {
    Parameters p;
    CHECK_THROWS_AS(apply(DatedChange{}, p), ContractViolation);
}
