#include "engine/simulation/indicators.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <doctest/doctest.h>

#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

using Counts = std::vector<std::int64_t>;
using Measures = std::vector<double>;

constexpr std::size_t n_countries = 3;
constexpr std::size_t n_rows = 6; ///< acme, brain, chaebol and three fringes

/// Where somebody lives and works, and since which month without a break.
struct Whereabouts {
    CountryRow country;
    FirmRow firm;
    Month since = -1;
};

using Everybody = std::map<Identity, Whereabouts>;

/// A world simulated for more than two years, its records, and a diary of everybody in it kept
/// without the engine's own counts.
struct Run {
    Run()
        : simulation{parameters(), {}, {.seed = 1}, Visit::forwards}, indicators{simulation, true} {
        diary.push_back(look_around({}));
        for (int month = 0; month != months; ++month) {
            if (month == 5) {
                indicators.start_recording(simulation);
            }
            simulation.step();
            indicators.observe(simulation);
            if (month >= 5) {
                moves += static_cast<std::int64_t>(simulation.flows().job_moves.size());
            }
            records.push_back(indicators.record(simulation, static_cast<std::size_t>(month)));
            diary.push_back(look_around(diary.back()));
        }
    }

    static Parameters parameters() {
        auto p = small_world(4'000.0);
        p.search.separation_rate = 0.01;
        p.search.contact_rate_employed = 0.1;
        p.search.home_share = 0.8;
        return p;
    }

    Everybody look_around(Everybody const& last) const {
        Everybody now;
        auto const& people = simulation.market().researchers;
        for (std::size_t i = 0; i != people.size(); ++i) {
            ResearcherRow const row{i};
            if (people.is_present(row)) {
                auto const then = last.find(people.identity[row]);
                bool const is_as_before =
                    then != last.end() && then->second.firm == people.employer[row];
                now[people.identity[row]] = {.country = people.location[row],
                                             .firm = people.employer[row],
                                             .since = is_as_before ? then->second.since
                                                                   : simulation.months_done() - 1};
            }
        }
        return now;
    }

    static constexpr int months = 30;

    Simulation simulation;
    Indicators indicators;
    std::vector<MonthRecord> records;
    std::vector<Everybody> diary; ///< at founding and at every month's end
    std::int64_t moves = 0;       ///< from job to job, in recorded months
};

Run const& run() {
    static Run const all;
    return all;
}

template <class Cells>
Cells const& recorded(char const* name, std::size_t month = Run::months - 1) {
    return std::get<Cells>(run().records.at(month).values[variable_index(name)]);
}

template <class Cells>
Cells const& recorded_of_every_firm(char const* name) {
    return std::get<Cells>(run().records.back().every_firm[variable_index(name)]);
}

/// The row of the output that a firm counts in.
std::size_t row_of(FirmRow firm) {
    return firm.at() < 3 ? firm.at() : 3 + run().simulation.market().firms.country[firm].at();
}

/// Pay of the employed of one country and tier, sorted.
Measures pay_in(CountryRow country, Tier tier) {
    auto const& people = run().simulation.market().researchers;
    Measures pay;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_employed(row) && people.location[row] == country &&
            people.tier[row] == tier) {
            pay.push_back(people.pay[row]);
        }
    }
    std::sort(pay.begin(), pay.end());
    return pay;
}

} // namespace

TEST_CASE("heads and jobs are counted by country and tier") {
    Counts heads(n_countries * n_tiers, 0);
    Counts employed(n_countries * n_tiers, 0);
    Counts staff(n_rows * n_tiers, 0);
    auto const& people = run().simulation.market().researchers;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_present(row)) {
            auto const tier = static_cast<std::size_t>(people.tier[row]);
            ++heads[people.location[row].at() * n_tiers + tier];
            if (people.is_employed(row)) {
                ++employed[people.location[row].at() * n_tiers + tier];
                ++staff[row_of(people.employer[row]) * n_tiers + tier];
            }
        }
    }
    CHECK(recorded<Counts>("headcount") == heads);
    CHECK(recorded<Counts>("employed") == employed);
    CHECK(recorded<Counts>("firm_staff") == staff);
}

TEST_CASE("people come, go and move as the records say") {
    for (std::size_t const month : {0U, 11U, 29U}) {
        CAPTURE(month);
        Everybody const& before = run().diary[month];
        Everybody const& after = run().diary[month + 1];
        Counts entries(n_countries, 0);
        Counts exits(n_countries, 0);
        Counts flow(n_countries * n_countries, 0);
        for (auto const& [identity, then] : before) {
            auto const now = after.find(identity);
            if (now == after.end()) {
                ++exits[then.country.at()];
            } else if (now->second.country != then.country) {
                ++flow[then.country.at() * n_countries + now->second.country.at()];
            }
        }
        auto const over_tiers = [](Counts const& by_tier) {
            Counts sums;
            for (std::size_t i = 0; i != by_tier.size(); i += n_tiers) {
                sums.push_back(std::accumulate(by_tier.begin() + static_cast<std::ptrdiff_t>(i),
                                               by_tier.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                                               std::int64_t{0}));
            }
            return sums;
        };
        CHECK(over_tiers(recorded<Counts>("exits", month)) == exits);
        auto recorded_flow = over_tiers(recorded<Counts>("flow", month));
        // A graduate enters and may go home within the month: known to the record alone.
        std::int64_t newcomers_who_moved = 0;
        for (std::size_t i = 0; i != flow.size(); ++i) {
            CHECK(recorded_flow[i] >= flow[i]);
            newcomers_who_moved += recorded_flow[i] - flow[i];
        }
        auto const entered = over_tiers(recorded<Counts>("entries", month));
        std::int64_t const newcomers =
            std::accumulate(entered.begin(), entered.end(), std::int64_t{0});
        CHECK(newcomers_who_moved <= newcomers);
        CHECK(static_cast<std::int64_t>(after.size()) ==
              static_cast<std::int64_t>(before.size()) + newcomers -
                  std::accumulate(exits.begin(), exits.end(), std::int64_t{0}));
    }
}

TEST_CASE("pay: means are exact, quantiles and the Gini coefficient those of everybody's pay") {
    auto const& means = recorded<Measures>("pay_mean");
    auto const& quantiles = recorded<Measures>("pay_quantile");
    for (CountryRow const country : {india, korea, usa}) {
        Measures all;
        for (std::size_t t = 0; t != n_tiers; ++t) {
            std::size_t const cell = country.at() * n_tiers + t;
            auto const pay = pay_in(country, static_cast<Tier>(t));
            all.insert(all.end(), pay.begin(), pay.end());
            if (pay.empty()) {
                CHECK(std::isnan(means[cell]));
                CHECK(std::isnan(quantiles[cell * quantile_levels.size()]));
                continue;
            }
            auto const n = static_cast<double>(pay.size());
            double const mean = std::accumulate(pay.begin(), pay.end(), 0.0) / n;
            CHECK(std::abs(means[cell] - mean) <= 0x1p-17 + 1e-12 * mean);
            for (std::size_t q = 0; q != quantile_levels.size(); ++q) {
                // Between the neighbours of the exact rank, and half a percent beyond.
                double const rank = quantile_levels[q] * n;
                auto const below = static_cast<std::size_t>(std::max(std::ceil(rank) - 2.0, 0.0));
                auto const above = std::min(static_cast<std::size_t>(rank) + 1, pay.size() - 1);
                double const found = quantiles[cell * quantile_levels.size() + q];
                CHECK(found >= 0.995 * pay[below]);
                CHECK(found <= 1.005 * pay[above]);
            }
        }
        std::sort(all.begin(), all.end());
        double ranked = 0.0;
        double sum = 0.0;
        for (std::size_t i = 0; i != all.size(); ++i) {
            ranked += static_cast<double>(i + 1) * all[i];
            sum += all[i];
        }
        auto const n = static_cast<double>(all.size());
        CHECK(std::abs(recorded<Measures>("pay_gini")[country.at()] -
                       (2.0 * ranked / (n * sum) - (n + 1.0) / n)) < 0.004);
    }
}

TEST_CASE("retention is the share of the staff of 24 months ago who never left") {
    auto const& found = recorded<Measures>("firm_retention_24");
    Month const last = Run::months - 1;
    Counts then(n_rows, 0);
    Counts still(n_rows, 0);
    // diary[m + 1] is the end of month m.
    for (auto const& [identity, place] : run().diary[static_cast<std::size_t>(last - 24 + 1)]) {
        if (place.firm.exists()) {
            ++then[row_of(place.firm)];
            auto const now = run().diary.back().find(identity);
            bool const is_there = now != run().diary.back().end() &&
                                  now->second.firm == place.firm && now->second.since <= last - 24;
            still[row_of(place.firm)] += is_there ? 1 : 0;
        }
    }
    for (std::size_t row = 0; row != n_rows; ++row) {
        CHECK(found[row] ==
              close_to(static_cast<double>(still[row]) / static_cast<double>(then[row])));
    }
    CHECK(found[0] > 0.2);
    CHECK(found[0] < 0.95);
    CHECK(std::isnan(recorded<Measures>("firm_retention_24", 23)[0])); // too early to say
    CHECK_FALSE(std::isnan(recorded<Measures>("firm_retention_24", 24)[0]));
}

TEST_CASE("net flow is the balance of migration of twelve months per 10,000 residents at their "
          "start") {
    for (std::size_t const month : {12U, 29U}) {
        CAPTURE(month);
        auto const& found = recorded<Measures>("net_flow_per_10k", month);
        for (std::size_t c = 0; c != n_countries; ++c) {
            std::int64_t net = 0;
            for (std::size_t m = month - 11; m != month + 1; ++m) {
                Counts const& flow = recorded<Counts>("flow", m);
                for (std::size_t d = 0; d != n_countries; ++d) {
                    for (std::size_t t = 0; t != n_tiers; ++t) {
                        net += flow[(d * n_countries + c) * n_tiers + t];
                        net -= flow[(c * n_countries + d) * n_tiers + t];
                    }
                }
            }
            double residents = 0.0;
            for (auto const& [identity, place] : run().diary[month - 12 + 1]) {
                residents += place.country.at() == c ? 1.0 : 0.0;
            }
            CHECK(found[c] == doctest::Approx(1e4 * static_cast<double>(net) / residents));
        }
    }
    CHECK(std::isnan(recorded<Measures>("net_flow_per_10k", 11)[0]));
}

TEST_CASE("rows of firms are sums over the firms in them, of the simulated part") {
    auto const& firms = run().simulation.market().firms;
    Measures payroll(n_rows, 0.0);
    Measures gpus(n_rows, 0.0);
    Measures vacancies(n_rows, 0.0);
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const firm{f};
        payroll[row_of(firm)] += firms.payroll[firm].value();
        gpus[row_of(firm)] += firms.compute[firm] * firms.scale[firm];
        vacancies[row_of(firm)] += static_cast<double>(firms.open_seats[firm]);
        CHECK(recorded_of_every_firm<Measures>("firm_payroll")[f] == firms.payroll[firm].value());
        CHECK(recorded_of_every_firm<Measures>("firm_output")[f] ==
              close_to(firms.output[firm] * firms.scale[firm]));
    }
    for (std::size_t row = 0; row != n_rows; ++row) {
        CHECK(recorded<Measures>("firm_payroll")[row] == close_to(payroll[row]));
        CHECK(recorded<Measures>("firm_gpus")[row] == close_to(gpus[row]));
        CHECK(recorded<Measures>("firm_vacancies")[row] == vacancies[row]);
    }
    CHECK(run().records.back().every_firm[variable_index("headcount")] == Values{});
}

TEST_CASE("what is observed once: productivity at start, and moves of the recorded months") {
    auto const record = run().indicators.replicate_record(run().simulation);
    auto const& productivity =
        std::get<Measures>(record.values[variable_index("firm_productivity")]);
    CHECK(productivity[acme.at()] == close_to(1.4));
    CHECK(productivity[brain.at()] == close_to(1.5));
    CHECK(productivity[chaebol.at()] == close_to(1.2));
    CHECK(std::abs(productivity[5] - 1.0) < 0.12); // a mean of 20 premiums with an sd of .12
    auto const& moves = std::get<Counts>(record.values[variable_index("firm_moves")]);
    CHECK(moves.size() == n_rows * n_rows);
    CHECK(std::accumulate(moves.begin(), moves.end(), std::int64_t{0}) == run().moves);
    CHECK(moves[acme.at() * n_rows + acme.at()] == 0);

    auto const& abroad = std::get<Measures>(record.values[variable_index("living_abroad")]);
    auto const& people = run().simulation.market().researchers;
    double all = 0.0;
    double away = 0.0;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_present(row) && people.origin[row] == korea) {
            all += 1.0;
            away += people.location[row] == korea ? 0.0 : 1.0;
        }
    }
    CHECK(abroad.size() == n_countries);
    CHECK(abroad[korea.at()] == close_to(away / all));
    CHECK(abroad[korea.at()] > 0.0);
}
