#include "engine/mechanisms/visa_terms.hpp"

#include <limits>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

constexpr double no_pay_suffices = std::numeric_limits<double>::infinity();

VisaParameters points_system() {
    VisaParameters programme;
    programme.type = VisaType::points;
    programme.points = {.needed = 70.0,
                        .per_pay = 20.0,
                        .most_for_pay = 40.0,
                        .advanced_degree = 25.0,
                        .youth = 15.0,
                        .youth_age = 35.0};
    return programme;
}

} // namespace

TEST_CASE("a threshold is a multiple of the national income, whoever asks") {
    VisaParameters programme;
    programme.type = VisaType::threshold;
    programme.pay_multiple = 3.0;
    CHECK(least_pay(programme, {}, 36'000.0) == 108'000.0);
    CHECK(least_pay(programme, {.age = 60.0, .is_advanced = true}, 36'000.0) == 108'000.0);
    CHECK(least_pay(programme, {}, 72'000.0) == 216'000.0); // money in another unit
}

TEST_CASE("by hand: pay makes up for the points that degree and age leave open") {
    auto const programme = points_system();
    // 70 - 25 - 15 = 30 points at 20 each: 1.5 incomes.
    CHECK(least_pay(programme, {.age = 30.0, .is_advanced = true}, 40'000.0) == 60'000.0);
    CHECK(least_pay(programme, {.age = 35.0, .is_advanced = true}, 40'000.0) == no_pay_suffices);
    CHECK(least_pay(programme, {.age = 30.0}, 40'000.0) == no_pay_suffices); // 55 of at most 40
    auto easier = programme;
    easier.points.needed = 40.0;
    CHECK(least_pay(easier, {.age = 30.0, .is_advanced = true}, 40'000.0) == 0.0);
    CHECK(least_pay(easier, {.age = 50.0}, 40'000.0) == 80'000.0);
    easier.points.per_pay = 0.0;
    CHECK(least_pay(easier, {.age = 50.0}, 40'000.0) == no_pay_suffices);
}

TEST_CASE("open programmes, quotas and draws ask for no pay") {
    VisaParameters programme;
    programme.pay_multiple = 3.0;
    for (VisaType const type :
         {VisaType::open, VisaType::quota, VisaType::lottery, VisaType::weighted}) {
        programme.type = type;
        CHECK(least_pay(programme, {}, 36'000.0) == 0.0);
    }
}

TEST_CASE("pay stands in the highest level that it reaches") {
    auto const weight = [](double pay) {
        return weight_of_pay(pay, 50'000.0, {1.0, 1.5, 2.0}, {2.0, 3.0, 4.0});
    };
    CHECK(weight(49'999.0) == 1.0);
    CHECK(weight(50'000.0) == 2.0);
    CHECK(weight(75'000.0) == 3.0);
    CHECK(weight(1e9) == 4.0);
    CHECK(weight(0.0) == 1.0);
}

TEST_CASE("a fee is spread over the visa, or over a contract if the visa does not end") {
    CHECK(yearly_fee(100'000.0, 36.0) == doctest::Approx(100'000.0 / 3.0).epsilon(1e-14).scale(0));
    CHECK(yearly_fee(100'000.0, 0.0) == 25'000.0);
    CHECK(yearly_fee(0.0, 12.0) == 0.0);
}

TEST_CASE("from March to October it is seven months, and from October to October twelve") {
    CHECK(months_until(3, 10) == 7);
    CHECK(months_until(10, 3) == 5);
    CHECK(months_until(10, 10) == 12);
    CHECK(months_until(12, 1) == 1);
}

TEST_CASE("a quota or draw without places never grants a visa; the others do") {
    VisaParameters programme;
    auto const gives = [&](VisaType type, double cap, double advanced_cap) {
        programme.type = type;
        programme.cap = cap;
        programme.advanced_cap = advanced_cap;
        return gives_visas(programme);
    };
    for (VisaType const type : {VisaType::open, VisaType::threshold, VisaType::points}) {
        CHECK(gives(type, 0.0, 0.0));
    }
    CHECK(gives(VisaType::quota, 0.5, 0.0));
    CHECK_FALSE(gives(VisaType::quota, 0.0, 5.0)); // a quota has no second stage
    for (VisaType const type : {VisaType::lottery, VisaType::weighted}) {
        CHECK(gives(type, 1.0, 0.0));
        CHECK(gives(type, 0.0, 1.0));
        CHECK_FALSE(gives(type, 0.0, 0.0));
    }
    programme.over_selection = 0.0;
    CHECK_FALSE(gives(VisaType::lottery, 1.0, 1.0));
    CHECK(gives(VisaType::quota, 1.0, 0.0));
}

TEST_CASE("by hand: half of a tax of .4 is .2, for ten years to the month") {
    CHECK(tax_after_cut(0.4, 0.5) == 0.2);
    CHECK(tax_after_cut(0.4, 0.0) == 0.4);
    CHECK(tax_after_cut(0.4, 1.0) == 0.0);
    VisaParameters programme;
    CHECK_FALSE(is_tax_cut(programme, 0));
    programme.tax_cut_years = 10.0;
    CHECK(is_tax_cut(programme, 0));
    CHECK(is_tax_cut(programme, 119));
    CHECK_FALSE(is_tax_cut(programme, 120));
    programme.tax_cut_years = 0.1; // a month and a fifth
    CHECK(is_tax_cut(programme, 1));
    CHECK_FALSE(is_tax_cut(programme, 2));
}
