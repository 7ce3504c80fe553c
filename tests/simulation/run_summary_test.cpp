#include "engine/simulation/run_summary.hpp"

#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include "tests/simulation/fake_run.hpp"

using namespace talentsim;

namespace {

doctest::Approx close_to(double x) { return doctest::Approx(x).epsilon(1e-12).scale(0); }

/// A month in which nothing happened and nobody lives.
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

void set(MonthRecord& month, char const* name, std::size_t cell, std::int64_t count) {
    std::get<std::vector<std::int64_t>>(month.values[variable_index(name)])[cell] = count;
}

void set(MonthRecord& month, char const* name, std::size_t cell, double value) {
    std::get<std::vector<double>>(month.values[variable_index(name)])[cell] = value;
}

// Cells of (country, tier): Korea's are 0 to 3, those of the United States 4 to 7, S to C.
constexpr std::size_t korea_s = 0;
constexpr std::size_t korea_c = 3;
constexpr std::size_t usa_s = 4;
constexpr std::size_t usa_c = 7;

/// Korea has 10 S and 90 C, of whom 9 are jobless; the United States 20 S and 380 C, all at work.
MonthRecord quiet_month(RunDescription const& run, std::size_t time) {
    MonthRecord month = empty_month(run, time);
    for (auto const& [cell, people, jobless] :
         {std::tuple{korea_s, 10, 0}, {korea_c, 90, 9}, {usa_s, 20, 0}, {usa_c, 380, 0}}) {
        set(month, "headcount", cell, std::int64_t{people});
        set(month, "employed", cell, std::int64_t{people - jobless});
    }
    return month;
}

RunFigures figures_of(RunDescription const& run,
                      std::vector<std::vector<MonthRecord>> const& replicates) {
    RunSummary summary;
    summary.begin(run);
    for (std::size_t replicate = 0; replicate != replicates.size(); ++replicate) {
        for (MonthRecord const& month : replicates[replicate]) {
            summary.month_done(replicate, month);
        }
        summary.replicate_done(replicate, {});
    }
    summary.end();
    return summary.figures();
}

} // namespace

TEST_CASE("stocks are of the first and the last month, the jobless a share of residents") {
    auto const run = test::fake_run(1, 3);
    auto last = quiet_month(run, 2);
    set(last, "headcount", korea_c, std::int64_t{70});
    set(last, "employed", korea_c, std::int64_t{70});
    auto const figures = figures_of(run, {{quiet_month(run, 0), quiet_month(run, 1), last}});

    auto const& korea = figures.countries[0];
    CHECK(korea.code == "KOR");
    CHECK(korea.first.mean == 100.0);
    CHECK(korea.last.mean == 80.0);
    CHECK(korea.unemployed.mean == close_to(18.0 / 280.0));
    CHECK(figures.unemployed.mean == close_to(18.0 / 1480.0));
    CHECK(figures.tiers[3].unemployed.mean == close_to(18.0 / (470.0 + 470.0 + 450.0)));
    CHECK(figures.tiers[0].headcount.mean == 30.0);
    CHECK(figures.largest_country == 1);
    CHECK(figures.researcher_months == 1480.0);
}

TEST_CASE("only the last 12 months tell how many are jobless") {
    auto const run = test::fake_run(1, 13);
    std::vector<MonthRecord> months;
    for (std::size_t time = 0; time != 13; ++time) {
        months.push_back(quiet_month(run, time));
    }
    set(months[0], "employed", usa_c, std::int64_t{0});
    CHECK(figures_of(run, {months}).unemployed.mean == close_to(9.0 / 500.0));
    set(months[1], "employed", usa_c, std::int64_t{0});
    CHECK(figures_of(run, {months}).unemployed.mean == close_to((11 * 9.0 + 389.0) / 6000.0));
}

TEST_CASE("flows between countries are per resident and year") {
    auto const run = test::fake_run(1, 2);
    auto first = quiet_month(run, 0);
    // flow has cells of (origin, destination, tier)
    set(first, "flow", 1 * 4 + 0, std::int64_t{2}); // two S from Korea to the United States
    set(first, "flow", 1 * 4 + 3, std::int64_t{3}); // and three C
    set(first, "flow", 2 * 4 + 3, std::int64_t{1}); // one C the other way
    auto const figures = figures_of(run, {{first, quiet_month(run, 1)}});
    auto const& korea = figures.countries[0];
    CHECK(korea.outflow.mean == close_to(12.0 * 5.0 / 200.0));
    CHECK(korea.inflow.mean == close_to(12.0 * 1.0 / 200.0));
    CHECK(korea.net_inflow.mean == close_to(-12.0 * 4.0 / 200.0));
    CHECK(korea.net_inflow_best.mean == close_to(-12.0 * 2.0 / 20.0));
    auto const& usa = figures.countries[1];
    CHECK(usa.net_inflow.mean == close_to(12.0 * 4.0 / 800.0));
    CHECK(usa.net_inflow_best.mean == close_to(12.0 * 2.0 / 40.0));
}

TEST_CASE("events of the market are per person employed the month before, and year") {
    auto const run = test::fake_run(1, 3);
    std::vector<MonthRecord> months{quiet_month(run, 0), quiet_month(run, 1), quiet_month(run, 2)};
    set(months[0], "moves", 0, std::int64_t{100}); // nobody knows how many were employed before
    set(months[1], "moves", 0, std::int64_t{5});
    set(months[2], "moves", 0, std::int64_t{7});
    set(months[1], "employed", korea_c, std::int64_t{90});
    set(months[2], "raises", 0, std::int64_t{3});
    set(months[2], "separations", usa_c, std::int64_t{4});
    auto const figures = figures_of(run, {months});
    CHECK(figures.job_to_job.mean == close_to(12.0 * 12.0 / (491.0 + 500.0)));
    CHECK(figures.raises.mean == close_to(12.0 * 3.0 / 991.0));
    CHECK(figures.separations.mean == close_to(12.0 * 4.0 / 991.0));
    CHECK(figures.counteroffers.mean == 0.0);
}

TEST_CASE("one month alone has no rates of events") {
    auto const run = test::fake_run(1, 1);
    CHECK(figures_of(run, {{quiet_month(run, 0)}}).job_to_job.replicates == 0);
}

TEST_CASE("named firms have figures, unnamed ones together none") {
    auto const run = test::fake_run(1, 3);
    std::vector<MonthRecord> months{quiet_month(run, 0), quiet_month(run, 1), quiet_month(run, 2)};
    set(months[0], "firm_staff", 4 + 1, std::int64_t{20}); // openai, tier A
    set(months[2], "firm_staff", 4 + 1, std::int64_t{20});
    set(months[2], "firm_staff", 4 + 3, std::int64_t{15});
    set(months[1], "firm_retention_24", 1, 0.8);
    set(months[2], "firm_retention_24", 1, 0.6);
    auto const figures = figures_of(run, {months});
    REQUIRE(figures.firms.size() == 2);
    CHECK(figures.firms[0].key == "naver");
    CHECK(figures.firms[0].retention.replicates == 0);
    auto const& openai = figures.firms[1];
    CHECK(openai.first.mean == 20.0);
    CHECK(openai.last.mean == 35.0);
    CHECK(openai.change.mean == 15.0);
    CHECK(openai.retention.mean == close_to(0.7));
}

TEST_CASE("named firms are found among all firms where these were recorded one by one") {
    auto run = test::fake_run(1, 1);
    run.coordinates.every_firm = {"KOR-fringe-1", "openai", "naver"};
    run.every_firm = true;
    auto month = quiet_month(run, 0);
    std::size_t const staff = variable_index("firm_staff");
    month.values[staff] = Values{};
    month.values[variable_index("firm_retention_24")] = Values{};
    month.every_firm.resize(variables().size());
    month.every_firm[staff] = std::vector<std::int64_t>{1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
    auto const figures = figures_of(run, {{month}});
    CHECK(figures.firms[0].last.mean == 12.0);
    CHECK(figures.firms[1].last.mean == 8.0);
}

TEST_CASE("pay is the median of the last month, in the largest country and in the world") {
    auto const run = test::fake_run(1, 1);
    auto month = quiet_month(run, 0);
    for (std::size_t q = 0; q != quantile_levels.size(); ++q) {
        // everyone in Korea's S earns less than anyone in that of the United States
        set(month, "pay_quantile", korea_s * 7 + q, 1e6 * quantile_levels.at(q));
        set(month, "pay_quantile", usa_s * 7 + q, 2e6 + 1e6 * quantile_levels.at(q));
    }
    auto const figures = figures_of(run, {{month}});
    CHECK(figures.tiers[0].median_pay_here.mean == close_to(2.5e6));
    CHECK(figures.tiers[0].median_pay.mean == close_to(2.25e6)); // 5 of the 20, above 10 Koreans
    CHECK(figures.tiers[1].median_pay.replicates == 0);
}

TEST_CASE("several replicates give means and ranges") {
    auto const run = test::fake_run(3, 1);
    std::vector<std::vector<MonthRecord>> replicates;
    for (std::int64_t const people : {60, 90, 30}) {
        replicates.push_back({quiet_month(run, 0)});
        set(replicates.back()[0], "headcount", korea_c, people);
    }
    auto const korea = figures_of(run, replicates).countries[0];
    CHECK(korea.last.mean == close_to(70.0));
    CHECK(korea.last.low == 40.0);
    CHECK(korea.last.high == 100.0);
    CHECK(korea.last.replicates == 3);
}

TEST_CASE("what was not recorded leaves its figures empty and the others whole") {
    auto const run = test::fake_run(1, 2);
    for (char const* const missing : {"headcount", "employed", "flow", "moves", "firm_staff",
                                      "firm_retention_24", "pay_quantile"}) {
        CAPTURE(missing);
        std::vector<MonthRecord> months{quiet_month(run, 0), quiet_month(run, 1)};
        for (MonthRecord& month : months) {
            month.values[variable_index(missing)] = Values{};
        }
        auto const figures = figures_of(run, {months});
        std::string const name = missing;
        CHECK((figures.countries[0].last.replicates == 0) == (name == "headcount"));
        CHECK((figures.unemployed.replicates == 0) == (name == "headcount" || name == "employed"));
        CHECK((figures.countries[0].inflow.replicates == 0) ==
              (name == "headcount" || name == "flow"));
        CHECK((figures.job_to_job.replicates == 0) == (name == "employed" || name == "moves"));
        CHECK((figures.firms[0].last.replicates == 0) == (name == "firm_staff"));
    }
}
