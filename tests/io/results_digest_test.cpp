#include "engine/io/results_digest.hpp"

#include <bit>
#include <cstdint>
#include <utility>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

#include "tests/simulation/fake_run.hpp"

using talentsim::MonthRecord;
using talentsim::ResultsDigest;
using talentsim::variable_index;

namespace {

talentsim::RunDescription const run = talentsim::test::fake_run(1, 1);

/// The digest of one month after a change to what was observed.
template <class Change>
std::string digest_after(Change const& change) {
    MonthRecord month = talentsim::test::fake_month(run, 0, 0);
    change(month);
    ResultsDigest digest;
    digest.begin(run);
    digest.month_done(0, month);
    digest.replicate_done(0, talentsim::test::fake_replicate(run, 0));
    digest.end();
    return digest.hex();
}

std::string digest_as_observed() {
    return digest_after([](MonthRecord&) {});
}

double& measure(MonthRecord& month, char const* name, std::size_t cell) {
    return std::get<std::vector<double>>(month.values[variable_index(name)])[cell];
}

std::int64_t& count(MonthRecord& month, char const* name, std::size_t cell) {
    return std::get<std::vector<std::int64_t>>(month.values[variable_index(name)])[cell];
}

} // namespace

TEST_CASE("one person more, or the last bit of one value, is another digest") {
    CHECK(digest_after([](MonthRecord& month) { ++count(month, "moves", 0); }) !=
          digest_as_observed());
    CHECK(digest_after([](MonthRecord& month) {
              double& pay = measure(month, "pay_mean", 3);
              pay = std::bit_cast<double>(std::bit_cast<std::uint64_t>(pay) ^ 1U);
          }) != digest_as_observed());
}

TEST_CASE("which NaN stands in an empty cell, and the sign of zero, do not matter") {
    CHECK(digest_after([](MonthRecord& month) {
              measure(month, "pay_mean", 0) =
                  std::bit_cast<double>(std::uint64_t{0xfff8000000000abc});
              measure(month, "pay_mean", 1) = 0.0;
          }) == digest_as_observed());
}

TEST_CASE("variables outside the digest do not matter") {
    CHECK(digest_after([](MonthRecord& month) { measure(month, "pay_gini", 1) = 0.9; }) ==
          digest_as_observed());
}

TEST_CASE("the same values in another shape are another digest") {
    auto wide = talentsim::test::fake_run(1, 2);
    auto deep = talentsim::test::fake_run(2, 1);
    auto const digest_of = [](talentsim::RunDescription const& shape) {
        ResultsDigest digest;
        digest.begin(shape);
        MonthRecord const month = talentsim::test::fake_month(shape, 0, 0);
        auto const whole = talentsim::test::fake_replicate(shape, 0);
        digest.month_done(0, month);
        digest.month_done(0, month);
        digest.replicate_done(0, whole);
        digest.replicate_done(0, whole);
        digest.end();
        return std::pair{digest.of_variables(), digest.hex()};
    };
    auto const [values_of_wide, wide_digest] = digest_of(wide);
    auto const [values_of_deep, deep_digest] = digest_of(deep);
    CHECK(values_of_wide == values_of_deep);
    CHECK(wide_digest != deep_digest);
}

TEST_CASE("a digest is not to be had before the end, nor of a month with holes") {
    ResultsDigest digest;
    digest.begin(run);
    CHECK_THROWS_AS((void)digest.hex(), talentsim::ContractViolation);
    MonthRecord month = talentsim::test::fake_month(run, 0, 0);
    month.values[variable_index("moves")] = {};
    CHECK_THROWS_AS(digest.month_done(0, month), talentsim::ContractViolation);
}
