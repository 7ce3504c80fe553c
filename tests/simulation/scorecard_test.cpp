#include "engine/simulation/scorecard.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/simulation/fake_run.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

FirmCountries const countries{{"naver", "KOR"}, {"openai", "USA"}};

StylisedFact fact(char const* indicator, double target, double tolerance) {
    StylisedFact one;
    one.name = one.source = indicator;
    one.indicator = read_indicator(indicator).path;
    one.low = one.high = target;
    one.tolerance = tolerance;
    return one;
}

/// A month of the fake run in which nothing happened and nobody lives.
MonthRecord empty_month(RunDescription const& run, std::size_t time) {
    MonthRecord month;
    month.time = time;
    for (Variable const& variable : variables()) {
        month.values.push_back(variable.cadence == Cadence::monthly
                                   ? empty_values(variable, run.coordinates.cells_of(variable))
                                   : Values{});
    }
    return month;
}

ReplicateRecord empty_replicate(RunDescription const& run) {
    ReplicateRecord whole;
    for (Variable const& variable : variables()) {
        whole.values.push_back(variable.cadence == Cadence::once
                                   ? empty_values(variable, run.coordinates.cells_of(variable))
                                   : Values{});
    }
    return whole;
}

template <class Record>
void set(Record& record, char const* name, std::size_t cell, std::int64_t count) {
    std::get<std::vector<std::int64_t>>(record.values[variable_index(name)])[cell] = count;
}

template <class Record>
void set(Record& record, char const* name, std::size_t cell, double value) {
    std::get<std::vector<double>>(record.values[variable_index(name)])[cell] = value;
}

/// One replicate of three months in which Korea has 100 C, of whom 80 work, and 10 A; the United
/// States 90 A. Two C leave Korea each month, and one A comes.
double measured(
    char const* indicator, void (*add)(MonthRecord&, ReplicateRecord&) = [](auto&, auto&) {}) {
    auto const run = fake_run(1, 3);
    Scorecard scorecard{{fact(indicator, 0.0, 0.0)}, countries};
    scorecard.begin(run);
    ReplicateRecord whole = empty_replicate(run);
    for (std::size_t t = 0; t != 3; ++t) {
        MonthRecord month = empty_month(run, t);
        set(month, "headcount", 3, std::int64_t{100}); // (country, tier): Korea's C
        set(month, "headcount", 1, std::int64_t{10});
        set(month, "headcount", 5, std::int64_t{90});
        set(month, "employed", 3, std::int64_t{80});
        set(month, "flow", 1 * 4 + 3, std::int64_t{2}); // (origin, destination, tier)
        set(month, "flow", 2 * 4 + 1, std::int64_t{1});
        add(month, whole);
        scorecard.month_done(0, month);
    }
    scorecard.replicate_done(0, whole);
    scorecard.end();
    CAPTURE(scorecard.scored()[0].reason);
    CHECK(scorecard.scored()[0].band.replicates == 1);
    return scorecard.scored()[0].band.median;
}

} // namespace

TEST_CASE("net flow is arrivals less departures, per resident and year, of the tiers asked for") {
    CHECK(measured("net_flow.KOR.SABC") == close_to(12.0 * (1.0 - 2.0) / 110.0));
    CHECK(measured("net_flow.KOR.SA") == close_to(12.0 * 1.0 / 10.0));
    CHECK(measured("net_flow.USA.A@2024-12") == close_to(12.0 * -1.0 / 90.0));
}

TEST_CASE("shares of a tier by country add up to one") {
    CHECK(measured("headcount_share.USA.SA") == close_to(0.9));
    CHECK(measured("headcount_share.KOR.SA") == close_to(0.1));
}

TEST_CASE("job to job counts moves from all firms of a country, within its fringe and abroad too, "
          "over its employed") {
    // firms: naver, openai, KOR-fringe, USA-fringe
    double const rate = measured("job_to_job.KOR", [](auto&, ReplicateRecord& whole) {
        set(whole, "firm_moves", 0 * 4 + 1, std::int64_t{3}); // naver to openai
        set(whole, "firm_moves", 2 * 4 + 2, std::int64_t{4}); // within the fringe
        set(whole, "firm_moves", 1 * 4 + 0, std::int64_t{5}); // openai to naver: not from Korea
    });
    CHECK(rate == close_to(7.0 / (80.0 * 3.0 / 12.0)));
}

TEST_CASE("the ratio of flows is moves one way over moves the other way") {
    double const ratio = measured("flow_ratio.openai.naver", [](auto&, ReplicateRecord& whole) {
        set(whole, "firm_moves", 1 * 4 + 0, std::int64_t{6});
        set(whole, "firm_moves", 0 * 4 + 1, std::int64_t{4});
    });
    CHECK(ratio == close_to(1.5));
}

TEST_CASE("vacancies are of the firms of the country, named and unnamed") {
    double const rate = measured("vacancy_rate.KOR", [](MonthRecord& month, auto&) {
        set(month, "firm_vacancies", 0, 4.0);
        set(month, "firm_vacancies", 1, 100.0); // openai
        set(month, "firm_vacancies", 2, 6.0);
        set(month, "firm_vacancies", 3, 100.0);
        set(month, "firm_staff", 0 * 4 + 3, std::int64_t{30});
        set(month, "firm_staff", 2 * 4 + 1, std::int64_t{10});
    });
    CHECK(rate == close_to(10.0 / 50.0));
}

TEST_CASE("retention and pay are means over the months that have them, of the period asked for") {
    auto const months = [](MonthRecord& month, auto&) {
        // (country, tier, quantile): Korea's C at .5; 2024-11, 2024-12 and 2025-01
        set(month, "pay_quantile", 3 * 7 + 3, 100.0 + static_cast<double>(month.time));
        if (month.time > 0) {
            set(month, "firm_retention_24", 1, 0.1 * static_cast<double>(month.time));
        }
    };
    CHECK(measured("retention.openai", months) == close_to(0.15));
    CHECK(measured("pay_quantile.KOR.C.50", months) == close_to(101.0));
    CHECK(measured("pay_quantile.KOR.C.50@2024", months) == close_to(100.5));
    CHECK(measured("pay_quantile.KOR.C.50@2025-01", months) == close_to(102.0));
}

TEST_CASE("shares of visas and of people abroad are taken as they are observed") {
    auto const add = [](MonthRecord& month, ReplicateRecord& whole) {
        set(month, "visas_registered", 1, std::int64_t{10});
        set(month, "visas_selected", 1, static_cast<std::int64_t>(month.time));
        set(whole, "living_abroad", 0, 0.125);
    };
    CHECK(measured("visa_selected_share.USA", add) == close_to(3.0 / 30.0));
    CHECK(measured("living_abroad.KOR", add) == 0.125);
}

TEST_CASE("what a world cannot have is not measured, and the reason is told") {
    StylisedFact without;
    without.not_measured = "nobody looks";
    Scorecard scorecard{{fact("retention.nobody", 0.5, 0.1), fact("net_flow.XXX.S", 0.0, 0.1),
                         fact("retention.openai@2030", 0.5, 0.1), without,
                         fact("flow_ratio.openai.naver", 1.0, 0.1)},
                        countries};
    auto const run = fake_run(1, 3);
    scorecard.begin(run);
    for (std::size_t t = 0; t != 3; ++t) {
        scorecard.month_done(0, empty_month(run, t));
    }
    scorecard.replicate_done(0, empty_replicate(run));
    scorecard.end();
    std::vector<std::string> const reasons{
        "the scenario has no firm nobody", "the scenario has no country XXX",
        "the run has no month of 2030", "nobody looks", "nobody moved back"};
    for (std::size_t f = 0; f != reasons.size(); ++f) {
        CHECK(scorecard.scored()[f].verdict == FactVerdict::not_measured);
        CHECK(scorecard.scored()[f].reason == reasons[f]);
    }
}

TEST_CASE("the median over replicates decides, and replicates do not run into each other") {
    Scorecard scorecard{{fact("living_abroad.KOR", 0.5, 0.125), fact("living_abroad.KOR", 0.5, 0.1),
                         fact("headcount_share.KOR.C", 1.0, 0.0)},
                        countries};
    auto const run = fake_run(3, 1);
    scorecard.begin(run);
    for (std::size_t replicate = 0; replicate != 3; ++replicate) {
        MonthRecord month = empty_month(run, 0);
        // All of tier C live in the United States but in the first replicate.
        set(month, "headcount", replicate == 0 ? 3 : 7, std::int64_t{5});
        scorecard.month_done(replicate, month);
        ReplicateRecord whole = empty_replicate(run);
        set(whole, "living_abroad", 0, std::array{0.0, 0.625, 0.9}.at(replicate));
        scorecard.replicate_done(replicate, whole);
    }
    scorecard.end();
    CHECK(scorecard.scored()[0].band.median == 0.625);
    CHECK(scorecard.scored()[0].verdict == FactVerdict::pass);
    CHECK(scorecard.scored()[1].verdict == FactVerdict::fail);
    CHECK(scorecard.scored()[2].band.median == 0.0);
    CHECK(scorecard.scored()[2].band.high == close_to(0.9)); // between 0 and 1 at place 1.9
    CHECK(scorecard.scored()[2].verdict == FactVerdict::fail);
}
