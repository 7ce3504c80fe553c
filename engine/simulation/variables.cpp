#include "engine/simulation/variables.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

using D = Dimension;

Variable count(std::string name, std::vector<Dimension> dimensions, std::string long_name,
               std::string units = "persons") {
    return {std::move(name),
            Measure::count,
            Cadence::monthly,
            std::move(dimensions),
            std::move(long_name),
            std::move(units),
            true};
}

Variable measure(std::string name, std::vector<Dimension> dimensions, std::string long_name,
                 std::string units) {
    return {std::move(name),
            Measure::value,
            Cadence::monthly,
            std::move(dimensions),
            std::move(long_name),
            std::move(units),
            true};
}

/// Variables that came after version 1 of the digest.
bool is_in_no_digest(std::string const& name) {
    constexpr std::array<std::string_view, 17> later{"regime",
                                                     "firm_market_value",
                                                     "firm_capital_spending",
                                                     "talent_over_capital",
                                                     "firm_laid_off",
                                                     "capital_over_revenue",
                                                     "firm_fear",
                                                     "living_abroad",
                                                     "breakthroughs",
                                                     "pay_gini",
                                                     "state_hash",
                                                     "relative_deprivation",
                                                     "firm_retention_owed",
                                                     "firm_drive_team",
                                                     "firm_acquired",
                                                     "acquisitions_refused",
                                                     "founders"};
    return std::find(later.begin(), later.end(), name) != later.end();
}

std::vector<Variable> catalogue() {
    std::vector<Dimension> const by_tier{D::country, D::tier};
    std::vector<Variable> all{
        count("headcount", by_tier, "resident researchers, with and without a job, at month end"),
        count("employed", by_tier, "researchers with an employer at month end"),
        count("entries", by_tier, "graduates who started in the month, by country of study"),
        count("exits", by_tier, "researchers who left the world of work in the month"),
        count("separations", by_tier, "researchers who lost or quit a job in the month"),
        count("flow", {D::origin, D::destination, D::tier},
              "researchers who changed country in the month"),
        count("moves", {}, "moves from job to job in the month"),
        count("raises", {}, "raises without a move in the month"),
        count("contacts", {}, "contacts of employed researchers with firms, own firm included",
              "contacts"),
        count("offers", {}, "offers in the contests decided in the month", "offers"),
        count("counteroffers", {}, "counteroffers in the contests decided in the month", "offers"),
        count("escalations", {},
              "offers and counteroffers raised after a refusal, in the contests decided in the "
              "month; only where offers.protocol is rounds",
              "offers"),
        measure("pay_mean", by_tier, "mean pay of the employed at month end", "USD/year"),
        measure("pay_quantile", {D::country, D::tier, D::quantile},
                "quantiles of pay of the employed at month end", "USD/year"),
        count("firm_staff", {D::firm, D::tier}, "staff at month end"),
        measure("firm_payroll", {D::firm}, "sum of pay over staff at month end", "USD/year"),
        measure("firm_gpus", {D::firm}, "compute at the firm's disposal in the month", "H100e"),
        measure("firm_output", {D::firm}, "value of output in the month, per year", "USD/year"),
        measure("firm_vacancies", {D::firm}, "open seats at month start", "seats"),
        {"firm_productivity",
         Measure::value,
         Cadence::once,
         {D::firm},
         "pay premium times productivity at start, as a share of the country's",
         "1"},
        {"firm_moves",
         Measure::count,
         Cadence::once,
         {D::origin_firm, D::destination_firm},
         "moves from job to job over the whole run",
         "persons"},
        measure("firm_retention_24", {D::firm}, "share of the staff of 24 months ago still there",
                "1"),
        count("visas_registered", {D::country},
              "people who joined a visa programme of the country in the month"),
        count("visas_selected", {D::country}, "people granted a visa in the month"),
        count("visas_issued", {D::country}, "people who came on a visa in the month"),
        count("visas_waiting", {D::country},
              "people waiting for a visa, or to come on one, at month end"),
        measure("net_flow_per_10k", {D::country},
                "net inflow of the last 12 months per 10,000 residents 12 months ago", "1e-4"),
        {"living_abroad",
         Measure::value,
         Cadence::once,
         {D::origin},
         "share of the people from a country who live in another one at the end",
         "1"},
        count("regime", {}, "regime of the market for firms: 0 boom, 1 bust", "1"),
        measure("firm_market_value", {D::firm}, "multiple of the regime times value of output",
                "USD"),
        measure("firm_capital_spending", {D::firm}, "spending on the firm's own compute, per year",
                "USD/year"),
        measure("talent_over_capital", {}, "pay of all over capital spending of all", "1"),
        measure("capital_over_revenue", {}, "capital spending of all over value of output of all",
                "1"),
        count("firm_laid_off", {D::firm},
              "staff laid off in the month, those whose work was automated included"),
        measure("firm_fear", {D::firm},
                "fear of being left out: by which talent is valued above what it adds", "1"),
        {"breakthroughs",
         Measure::count,
         Cadence::monthly,
         {D::firm},
         "breakthroughs of simulated firms in the month",
         "breakthroughs"},
        measure("pay_gini", {D::country}, "Gini coefficient of pay among the employed", "1"),
        count("state_hash", {},
              "hash of everything known of every researcher and firm at the end of every twelfth "
              "month; 0 in the others",
              "1"),
    };
    all.push_back(measure("relative_deprivation", by_tier,
                          "mean relative deprivation of the twelfth of the employed asked in the "
                          "month; zero where mechanisms.ties is off",
                          "1"));
    all.push_back(measure("firm_retention_owed", {D::firm},
                          "what is still unvested, at month end, of equity granted to whole staffs",
                          "USD"));
    all.push_back(count("firm_drive_team", {D::firm},
                        "people whom the firm's drive has won: on the staff, or waiting to begin"));
    all.push_back(count("firm_acquired", {D::firm},
                        "people who came in the month with the core team of a start-up"));
    all.push_back(count("acquisitions_refused", {},
                        "core teams that declined in the month to be taken over", "teams"));
    all.push_back(count("founders", {D::country},
                        "residents who build a start-up of their own at month end, counted among "
                        "those without an employer"));
    for (Variable& variable : all) {
        variable.in_digest = !is_in_no_digest(variable.name);
    }
    return all;
}

} // namespace

std::string dimension_name(Dimension dimension) {
    switch (dimension) {
    case D::country:
        return "country";
    case D::origin:
        return "origin";
    case D::destination:
        return "destination";
    case D::firm:
        return "firm";
    case D::origin_firm:
        return "origin_firm";
    case D::destination_firm:
        return "destination_firm";
    case D::tier:
        return "tier";
    case D::quantile:
        return "quantile";
    }
    return "";
}

std::vector<Variable> const& variables() {
    static std::vector<Variable> const all = catalogue();
    return all;
}

std::size_t variable_index(std::string const& name) {
    auto const& all = variables();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](Variable const& one) { return one.name == name; });
    expects(found != all.end(), "variable_index: a variable of this name exists");
    return static_cast<std::size_t>(found - all.begin());
}

std::size_t Coordinates::size_of(Dimension dimension) const {
    switch (dimension) {
    case D::country:
    case D::origin:
    case D::destination:
        return countries.size();
    case D::firm:
    case D::origin_firm:
    case D::destination_firm:
        return firms.size();
    case D::tier:
        return tier_names.size();
    case D::quantile:
        return quantile_levels.size();
    }
    return 0;
}

std::size_t Coordinates::cells_of(Variable const& variable) const {
    std::size_t cells = 1;
    for (Dimension const dimension : variable.dimensions) {
        cells *= size_of(dimension);
    }
    return cells;
}

Values empty_values(Variable const& variable, std::size_t cells) {
    if (variable.measure == Measure::count) {
        return std::vector<std::int64_t>(cells, 0);
    }
    return std::vector<double>(cells, std::numeric_limits<double>::quiet_NaN());
}

} // namespace talentsim
