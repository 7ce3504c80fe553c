#include "engine/simulation/indicators.hpp"

#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <span>

#include "engine/core/math.hpp"
#include "engine/mechanisms/contract.hpp"
#include "engine/mechanisms/market_value.hpp"
#include "engine/phases/fear.hpp"
#include "engine/phases/retention.hpp"
#include "engine/simulation/deprivation.hpp"
#include "engine/simulation/pay_histogram.hpp"
#include "engine/simulation/state_hash.hpp"

namespace talentsim {

namespace {

constexpr std::size_t retention_months = PeopleCounts::retention_months;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double ratio(double numerator, double denominator) {
    return denominator > 0.0 ? numerator / denominator : nothing;
}

template <class History>
void keep_last(History& history, std::size_t months) {
    while (history.size() > months) {
        history.pop_front();
    }
}

/// How firms are put together into rows of the output.
struct Rows {
    FirmColumn<std::size_t> of;
    std::size_t size = 0;

    /// Sum of a quantity over the firms of every row.
    template <class Quantity>
    [[nodiscard]] auto sum(Quantity const& quantity) const {
        std::vector<decltype(quantity(FirmRow{}))> sums(size, 0);
        for (std::size_t f = 0; f != of.size(); ++f) {
            sums[of[FirmRow{f}]] += quantity(FirmRow{f});
        }
        return sums;
    }
};

Rows rows_of(FirmGroups const& groups, bool every_firm) {
    if (!every_firm) {
        return {.of = groups.of, .size = groups.names.size()};
    }
    Rows rows{.of = FirmColumn<std::size_t>(groups.of.size()), .size = groups.of.size()};
    std::iota(rows.of.begin(), rows.of.end(), std::size_t{0});
    return rows;
}

/// Share of the people of every origin who live elsewhere.
std::vector<double> living_abroad(Market const& market) {
    ResearcherTable const& people = market.researchers;
    std::size_t const countries = market.countries.size();
    std::vector<std::int64_t> all(countries, 0);
    std::vector<std::int64_t> abroad(countries, 0);
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_present(row)) {
            std::size_t const origin = people.origin[row].at();
            ++all[origin];
            abroad[origin] += people.location[row] != people.origin[row] ? 1 : 0;
        }
    }
    std::vector<double> shares;
    for (std::size_t c = 0; c != countries; ++c) {
        shares.push_back(ratio(static_cast<double>(abroad[c]), static_cast<double>(all[c])));
    }
    return shares;
}

/// Who builds a start-up where; whoever has retired since does not.
std::vector<std::int64_t> founders_by_country(Market const& market) {
    std::vector<std::int64_t> founders(market.countries.size(), 0);
    for (Venture const& one : market.ventures) {
        CountryRow const here = market.researchers.location[one.who];
        if (here.exists() && market.researchers.identity[one.who] == one.identity) {
            ++founders[here.at()];
        }
    }
    return founders;
}

} // namespace

FirmGroups::FirmGroups(Market const& market) : of(market.firms.size()) {
    FirmTable const& firms = market.firms;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        std::string const name = firms.kind[row] == FirmKind::fringe
                                     ? market.countries.code[firms.country[row]] + "-fringe"
                                     : firms.name[row];
        if (names.empty() || names.back() != name) {
            names.push_back(name); // the firms of a fringe are neighbours
        }
        of[row] = names.size() - 1;
    }
}

Coordinates coordinates_of(Parameters const& parameters, Market const& market) {
    return {.start = parameters.simulation.start,
            .months = static_cast<std::size_t>(parameters.simulation.months),
            .replicates = static_cast<std::size_t>(parameters.simulation.replicates),
            .countries = {market.countries.code.begin(), market.countries.code.end()},
            .firms = FirmGroups{market}.names,
            .every_firm = {market.firms.name.begin(), market.firms.name.end()}};
}

Indicators::Indicators(Simulation const& simulation, bool every_firm)
    : groups_{simulation.market()},
      every_firm_{every_firm},
      people_{simulation.market(), simulation.months_done() - 1},
      firm_moves_(groups_.names.size() * groups_.names.size(), 0) {}

void Indicators::observe(Simulation const& simulation) {
    Market const& market = simulation.market();
    MonthFlows const& flows = simulation.flows();
    std::size_t const countries = market.countries.size();

    people_.pass_month(flows.changes);
    staff_history_.push_back(market.firms.staff);
    keep_last(staff_history_, retention_months + 1);

    std::vector<std::int64_t> heads(countries, 0);
    std::vector<std::int64_t> net(countries, 0);
    for (std::size_t c = 0; c != countries; ++c) {
        for (std::size_t t = 0; t != n_tiers; ++t) {
            heads[c] += simulation.census().headcount.at(CountryRow{c}, static_cast<Tier>(t));
            for (std::size_t d = 0; d != countries; ++d) {
                std::int64_t const leaving = flows.migration[(c * countries + d) * n_tiers + t];
                net[c] -= leaving;
                net[d] += leaving;
            }
        }
    }
    headcount_history_.push_back(std::move(heads));
    keep_last(headcount_history_, months_per_year + 1);
    net_flow_history_.push_back(std::move(net));
    keep_last(net_flow_history_, months_per_year);

    if (is_recording_) {
        for (JobMove const& move : flows.job_moves) {
            ++firm_moves_[groups_.of[move.from] * groups_.names.size() + groups_.of[move.to]];
        }
    }
}

void Indicators::start_recording(Simulation const& simulation) {
    is_recording_ = true;
    Market const& market = simulation.market();
    FirmTable const& firms = market.firms;
    ProductionParameters const& production = simulation.parameters().production;
    start_productivity_.assign(firms.size(), 0.0);
    start_weight_.assign(firms.size(), 0.0);
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        auto const& country =
            simulation.parameters().countries.at(market.countries.code[firms.country[row]]);
        double const usual = production.unit_value * country.pay_level *
                             pow(production.reference_talent, 1.0 - firms.talent_exponent[row]);
        start_productivity_[row] = firms.productivity[row] * firms.unit_value[row] / usual;
        start_weight_[row] = static_cast<double>(firms.staff[row]);
    }
}

MonthRecord Indicators::record(Simulation const& simulation, std::size_t time) const {
    Market const& market = simulation.market();
    FirmTable const& firms = market.firms;
    MonthFlows const& flows = simulation.flows();
    Census const& census = simulation.census();
    std::size_t const countries = market.countries.size();

    MonthRecord record{.time = time, .values = {}, .every_firm = {}};
    record.values.resize(variables().size());
    auto const put = [&](char const* name, Values values) {
        record.values[variable_index(name)] = std::move(values);
    };
    auto const put_count = [&](char const* name, std::int64_t count) {
        put(name, std::vector<std::int64_t>{count});
    };

    put("headcount", census.headcount.all());
    put("employed", census.employed.all());
    put("entries", flows.entries.all());
    put("exits", flows.exits.all());
    put("separations", flows.separations.all());
    put("flow", flows.migration);
    put_count("moves", static_cast<std::int64_t>(flows.job_moves.size()));
    put_count("raises", flows.raises);
    put_count("contacts", flows.contacts_of_employed);
    put_count("offers", flows.offers);
    put_count("counteroffers", flows.counteroffers);
    put_count("escalations", flows.escalations);
    put_count("acquisitions_refused", flows.refused_acquisitions);
    put("founders", founders_by_country(market));
    auto const put_visas = [&](char const* name, std::vector<std::int64_t> const& by_programme) {
        std::vector<std::int64_t> by_country(countries, 0);
        for (std::size_t v = 0; v != by_programme.size(); ++v) {
            by_country[market.visas.country[VisaRow{v}].at()] += by_programme[v];
        }
        put(name, std::move(by_country));
    };
    put_visas("visas_registered", flows.visas.registered);
    put_visas("visas_selected", flows.visas.selected);
    put_visas("visas_issued", flows.visas.issued);
    put_visas("visas_waiting", flows.visas.waiting);

    std::vector<double> means;
    std::vector<double> pay_quantiles;
    std::vector<double> ginis;
    std::vector<std::uint32_t> of_country(PayHistogram::bins);
    for (std::size_t c = 0; c != countries; ++c) {
        std::fill(of_country.begin(), of_country.end(), 0U);
        for (std::size_t t = 0; t != n_tiers; ++t) {
            CountryRow const here{c};
            auto const tier = static_cast<Tier>(t);
            means.push_back(ratio(people_.pay_sum(here, tier).value(),
                                  static_cast<double>(census.employed.at(here, tier))));
            auto const bins = people_.pay_bins(here, tier);
            for (double const pay : quantiles(occupied_bins(bins), quantile_levels)) {
                pay_quantiles.push_back(pay);
            }
            for (std::size_t bin = 0; bin != PayHistogram::bins; ++bin) {
                of_country[bin] += bins[bin];
            }
        }
        ginis.push_back(gini(occupied_bins(of_country)));
    }
    put("pay_mean", std::move(means));
    put("pay_quantile", std::move(pay_quantiles));
    put("pay_gini", std::move(ginis));

    put("relative_deprivation",
        mean_deprivation(market, simulation.months_done() - 1, Visit::parallel));

    std::vector<double> net_flow(countries, nothing);
    if (headcount_history_.size() > months_per_year) {
        for (std::size_t c = 0; c != countries; ++c) {
            std::int64_t net = 0;
            for (auto const& month : net_flow_history_) {
                net += month[c];
            }
            net_flow[c] = ratio(1e4 * static_cast<double>(net),
                                static_cast<double>(headcount_history_.front()[c]));
        }
    }
    put("net_flow_per_10k", std::move(net_flow));

    bool const is_hashed = (time + 1) % months_per_year == 0;
    put_count("state_hash",
              is_hashed ? std::bit_cast<std::int64_t>(state_hash(market, Visit::parallel)) : 0);
    FinanceParameters const& finance = simulation.parameters().finance;
    bool const is_fearful = simulation.parameters().mechanisms.fear;
    bool const is_valued = simulation.parameters().mechanisms.market_value;
    double const multiple = multiple_of(market.finance.regime, finance);
    double const gpu_price = simulation.parameters().production.gpu_price;
    auto const capital_spending = [&](FirmRow f) { // x p_G K
        return market.finance.spending * gpu_price * (firms.own_gpus[f] + firms.gpus_worn[f]);
    };
    put_count("regime", is_valued && market.finance.regime == Regime::bust ? 1 : 0);
    double talent_cost = 0.0;
    double capital = 0.0;
    double revenue = 0.0;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        talent_cost += firms.payroll[row].value();
        capital += capital_spending(row) * firms.scale[row];
        revenue += firms.output[row] * firms.scale[row];
    }
    put("talent_over_capital", std::vector<double>{is_valued ? ratio(talent_cost, capital) : 0.0});
    put("capital_over_revenue", std::vector<double>{is_valued ? ratio(capital, revenue) : 0.0});

    // The same for the rows of the output and, if asked for, for every firm.
    auto const put_firms = [&](Rows const& rows, std::vector<Values>& values) {
        auto const put_row = [&](char const* name, Values sums) {
            values[variable_index(name)] = std::move(sums);
        };
        std::vector<std::int64_t> by_tier(rows.size * n_tiers, 0);
        for (std::size_t f = 0; f != firms.size(); ++f) {
            for (std::size_t t = 0; t != n_tiers; ++t) {
                by_tier[rows.of[FirmRow{f}] * n_tiers + t] += firms.staff_by_tier[FirmRow{f}][t];
            }
        }
        put_row("firm_staff", std::move(by_tier));
        put_row("firm_payroll", rows.sum([&](FirmRow f) { return firms.payroll[f].value(); }));
        put_row("firm_gpus",
                rows.sum([&](FirmRow f) { return firms.compute[f] * firms.scale[f]; }));
        put_row("firm_output",
                rows.sum([&](FirmRow f) { return firms.output[f] * firms.scale[f]; }));
        put_row("firm_vacancies",
                rows.sum([&](FirmRow f) { return static_cast<double>(firms.open_seats[f]); }));
        put_row("firm_market_value", rows.sum([&](FirmRow f) {
            return is_valued ? multiple * firms.output[f] * firms.scale[f] : 0.0;
        }));
        put_row("firm_capital_spending", rows.sum([&](FirmRow f) {
            return is_valued ? capital_spending(f) * firms.scale[f] : 0.0;
        }));
        put_row("firm_laid_off", rows.sum([&](FirmRow f) { return firms.laid_off[f]; }));
        DriveTable const& drives = simulation.market().drives;
        put_row("firm_drive_team", rows.sum([&](FirmRow f) {
            return drives.at(f).exists() ? drives.team[drives.at(f)] : std::int64_t{0};
        }));
        auto const heads = rows.sum([&](FirmRow f) { return firms.staff[f]; });
        auto fears = rows.sum([&](FirmRow f) {
            double const fear = urgency_of(firms, f, simulation.parameters()) - 1.0;
            return static_cast<double>(firms.staff[f]) * fear;
        });
        for (std::size_t r = 0; r != rows.size; ++r) {
            fears[r] = is_fearful ? ratio(fears[r], static_cast<double>(heads[r])) : 0.0;
        }
        put_row("firm_fear", std::move(fears));
        put_row("breakthroughs", rows.sum([&](FirmRow f) { return firms.breakthroughs[f]; }));
        put_row("firm_acquired", rows.sum([&](FirmRow f) { return firms.acquired[f]; }));
        std::vector<double> retention(rows.size, nothing);
        if (staff_history_.size() > retention_months) {
            auto const then = rows.sum([&](FirmRow f) { return staff_history_.front()[f]; });
            auto const still = rows.sum([&](FirmRow f) { return people_.retained(f); });
            for (std::size_t r = 0; r != rows.size; ++r) {
                retention[r] = ratio(static_cast<double>(still[r]), static_cast<double>(then[r]));
            }
        }
        put_row("firm_retention_24", std::move(retention));
        Month const now = simulation.months_done() - 1;
        put_row("firm_retention_owed", rows.sum([&](FirmRow f) {
            return contract_years * retention_cost(market, f, now) * firms.scale[f];
        }));
    };
    put_firms(rows_of(groups_, false), record.values);
    if (every_firm_) {
        record.every_firm.resize(variables().size());
        put_firms(rows_of(groups_, true), record.every_firm);
    }
    return record;
}

ReplicateRecord Indicators::replicate_record(Simulation const& simulation) const {
    ReplicateRecord record;
    auto const put_productivity = [&](Rows const& rows, std::vector<Values>& values) {
        values.resize(variables().size());
        auto const weight = rows.sum([&](FirmRow f) { return start_weight_[f]; });
        auto sums = rows.sum([&](FirmRow f) { return start_weight_[f] * start_productivity_[f]; });
        for (std::size_t r = 0; r != rows.size; ++r) {
            sums[r] = ratio(sums[r], weight[r]);
        }
        values[variable_index("firm_productivity")] = std::move(sums);
    };
    put_productivity(rows_of(groups_, false), record.values);
    record.values[variable_index("firm_moves")] = firm_moves_;
    record.values[variable_index("living_abroad")] = living_abroad(simulation.market());
    if (every_firm_) {
        put_productivity(rows_of(groups_, true), record.every_firm);
    }
    return record;
}

} // namespace talentsim
