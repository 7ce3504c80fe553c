#include "engine/cli/closing_table.hpp"

#include <fmt/format.h>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "tests/simulation/fake_run.hpp"

using namespace talentsim;

namespace {

Spread exactly(double value) { return {value, value, value, 1}; }

/// A world of as many countries and firms as are asked for.
RunFigures world(std::size_t countries, std::size_t firms, std::size_t replicates) {
    RunFigures figures;
    figures.run = test::fake_run(replicates, 12);
    figures.run.researchers = 1000;
    for (std::size_t c = 0; c != countries; ++c) {
        CountryFigures& country = figures.countries.emplace_back();
        country.code = fmt::format("C{}", c);
        country.first = exactly(1'000'000.0);
        country.last = exactly(1'000'000.0 + static_cast<double>(c));
        country.inflow = exactly(0.0123);
        country.outflow = exactly(0.1);
        country.net_inflow = {-0.0877, -0.1, -0.05, replicates};
        country.net_inflow_best = exactly(0.25);
        country.unemployed = exactly(0.033);
    }
    for (std::size_t f = 0; f != firms; ++f) {
        FirmFigures& firm = figures.firms.emplace_back();
        firm.key = fmt::format("F{}", f);
        firm.first = exactly(100'000.0);
        firm.last = exactly(100'000.0 + 10.0 * static_cast<double>(f));
        firm.change = {10.0 * static_cast<double>(f), -12'345.0, 123'456.0, replicates};
        firm.retention = exactly(0.8);
    }
    for (TierFigures& tier : figures.tiers) {
        tier.headcount = exactly(1'000'000.0);
        tier.unemployed = exactly(0.03);
        tier.median_pay = exactly(203'000.0);
        tier.median_pay_here = exactly(14.1e6);
    }
    figures.unemployed = exactly(0.03);
    figures.job_to_job = {0.16, 0.158, 0.162, replicates};
    return figures;
}

std::vector<std::string> lines_of(RunFigures const& figures, ClosingNotes const& notes = {}) {
    std::istringstream text{closing_table(figures, notes, TableStyle::plain)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::size_t lines_with(std::vector<std::string> const& lines, std::string const& words) {
    std::size_t found = 0;
    for (std::string const& line : lines) {
        found += line.find(words) != std::string::npos ? 1U : 0U;
    }
    return found;
}

} // namespace

TEST_CASE("the largest world fits a screen of 100 columns") {
    auto figures = world(60, 200, 20);
    for (CountryFigures const& country : figures.countries) {
        figures.run.titles[country.code] =
            fmt::format("A country with a very long name {}", country.code);
    }
    for (FirmFigures const& firm : figures.firms) {
        figures.run.titles[firm.key] =
            fmt::format("A firm with a very long name indeed {}", firm.key);
    }
    ClosingNotes notes;
    notes.digest = std::string(64, 'f');
    notes.seconds = 12345.0;
    notes.provenance.assumed_figures.assign(50, "countries.KOR.graduates_per_month");
    auto const lines = lines_of(figures, notes);
    CHECK(lines.size() <= 50);
    CHECK(lines_with(lines, "per_month, …") == 1);
    for (std::string const& line : lines) {
        CAPTURE(line);
        CHECK(columns_of(line) <= 100);
    }
}

TEST_CASE("countries stand by size, the ten largest of them") {
    auto const lines = lines_of(world(12, 0, 1));
    CHECK(lines_with(lines, "C11 ") == 1);
    CHECK(lines_with(lines, "C1 ") == 0);
    CHECK(lines_with(lines, "and 2 smaller ones") == 1);
    CHECK(lines_with(lines, "C2       1,000,000  1,000,002  +0.00%  1.23%   10.0%  -8.77%   "
                            "+25.0%   3.30%") == 1);
}

TEST_CASE("of many firms those that gained most and lost most are told") {
    auto const few = lines_of(world(0, 10, 1));
    CHECK(lines_with(few, "in between") == 0);
    auto const many = lines_of(world(0, 13, 1));
    CHECK(lines_with(many, "3 firms in between") == 1);
    CHECK(lines_with(many, "F12 ") == 1);
    CHECK(lines_with(many, "F8 ") == 1);
    CHECK(lines_with(many, "F7 ") == 0);
    CHECK(lines_with(many, "F5 ") == 0);
    CHECK(lines_with(many, "F4 ") == 1);
    CHECK(lines_with(many, "F0 ") == 1);
}

TEST_CASE("ranges are told where there are several replicates") {
    auto const one = lines_of(world(2, 2, 1));
    CHECK(lines_with(one, "…") == 0);
    auto const many = lines_of(world(2, 2, 4));
    CHECK(lines_with(many, "mean of 4 replicates") == 1);
    CHECK(lines_with(many, "-10.00…-5.00") == 2);
    CHECK(lines_with(many, "-12,345…+123,456") == 2);
    CHECK(lines_with(many, "15.8%…16.2%") == 1);
}

TEST_CASE("labels tell how many months there were, where they are fewer than a year") {
    auto figures = world(1, 1, 1);
    figures.run.coordinates.months = 12;
    CHECK(lines_with(lines_of(figures), "jobless, last 12 months") == 1);
    figures.run.coordinates.months = 60;
    CHECK(lines_with(lines_of(figures), "jobless, last 12 months") == 1);
    figures.run.coordinates.months = 5;
    CHECK(lines_with(lines_of(figures), "jobless, last 5 months") == 1);
    figures.run.coordinates.months = 1;
    figures.job_to_job = {};
    auto const lines = lines_of(figures);
    CHECK(lines_with(lines, "jobless, last month") == 1);
    CHECK(lines_with(lines, "per year, of the employed") == 1);
    CHECK(lines_with(lines, "known from the second month on") == 1);
}

TEST_CASE("what was not recorded is left out") {
    auto figures = world(0, 0, 1);
    figures.tiers = {};
    figures.job_to_job = {};
    auto const lines = lines_of(figures);
    CHECK(lines_with(lines, "country") == 0);
    CHECK(lines_with(lines, "staff") == 0);
    CHECK(lines_with(lines, "by tier") == 0);
    CHECK(lines_with(lines, "job") == 0);
}

TEST_CASE("a run tells its speed and what it rests on") {
    auto figures = world(1, 1, 1);
    figures.researcher_months = 12'000.0; // and 12 months of burn-in of 1,000 people
    ClosingNotes notes;
    notes.digest = "0123";
    notes.seconds = 2.0;
    notes.provenance.cited_figures = 7;
    notes.provenance.assumed_figures = {"a.a", "b", "c", "d", "e"};
    notes.provenance.silent_figures = {"f"};
    auto const lines = lines_of(figures, notes);
    CHECK(lines_with(lines, "24k researcher-months in 2.0 s, 12k a second") == 1);
    CHECK(lines_with(lines, "Of 13 figures in the scenario 7 cite a source, 5 are assumed, 1 say "
                            "nothing. Assumed:") == 1);
    CHECK(lines_with(lines, "  a.a, b, c, d, e") == 1);
    CHECK(lines_with(lines, "Results digest 0123") == 1);
    CHECK(lines_with(lines_of(figures), "researcher-months") == 0);
}
