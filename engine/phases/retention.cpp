#include "engine/phases/retention.hpp"

#include <algorithm>
#include <numeric>

#include "engine/mechanisms/contract.hpp"
#include "engine/phases/vesting.hpp"

namespace talentsim {

namespace {

/// Months until a firm may grant to its whole staff again. Assumed.
constexpr Month months_between_grants = months_per_year;

bool is_in_a_wave(FirmTable const& firms, FirmRow firm, double trigger) {
    auto const& months = firms.poached[firm];
    auto const lost =
        static_cast<double>(std::accumulate(months.begin(), months.end(), std::int64_t{0}));
    return lost > trigger * (lost + static_cast<double>(firms.staff[firm]));
}

bool had_one_lately(FirmTable const& firms, FirmRow firm, Month month) {
    Month const last = firms.retention_month[firm];
    return last != never && month - last < months_between_grants;
}

/// What has not vested of all grants that the firm made to its whole staff [USD].
double owed(Market const& market, FirmRow firm, Month month) {
    FirmTable const& firms = market.firms;
    auto const months = static_cast<double>(month - firms.retention_month[firm]);
    return firms.retention_owed[firm] * unvested_share(months, market.contracts.vesting_months);
}

/// Equity that everybody on the staff is granted, in years of pay; 0: no grant.
double granted_by(FirmTable const& firms, FirmRow firm, ContractParameters const& terms,
                  Month month) {
    double const payroll = firms.payroll[firm].value() / firms.scale[firm];
    if (!(payroll > 0.0) || !(firms.free_money[firm] > 0.0) || had_one_lately(firms, firm, month) ||
        !is_in_a_wave(firms, firm, terms.retention_trigger)) {
        return 0.0;
    }
    return std::min(terms.retention_share, contract_years * firms.free_money[firm] / payroll);
}

} // namespace

double retention_cost(Market const& market, FirmRow firm, Month month) {
    return owed(market, firm, month) / contract_years;
}

void grant_retention(Market& market, Parameters const& parameters, Step const& step) {
    if (!market.contracts.is_kept || !parameters.mechanisms.retention_grants) {
        return;
    }
    FirmTable& firms = market.firms;
    FirmColumn<double> years_of_pay(firms.size(), 0.0);
    bool any = false;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const years = granted_by(firms, row, parameters.contracts, step.month);
        if (years > 0.0) {
            double const granted = years * (firms.payroll[row].value() / firms.scale[row]);
            firms.retention_owed[row] = owed(market, row, step.month) + granted;
            firms.retention_month[row] = step.month;
            firms.free_money[row] = std::max(firms.free_money[row] - granted / contract_years, 0.0);
            years_of_pay[row] = years;
            any = true;
        }
    }
    if (!any) {
        return;
    }
    ResearcherTable const& people = market.researchers;
    for_each_index(step.order, people.size(), [&](std::size_t i) {
        ResearcherRow const row{i};
        FirmRow const employer = people.employer[row];
        if (employer.exists() && years_of_pay[employer] > 0.0) {
            grant_equity(market, row,
                         unvested_equity(market, row, step.month) +
                             years_of_pay[employer] * people.pay[row],
                         step.month);
        }
    });
}

void count_poached(Market& market, MonthFlows const& flows, Month month) {
    if (!market.contracts.is_kept) {
        return;
    }
    FirmTable& firms = market.firms;
    auto const slot = static_cast<std::size_t>(month % 3);
    for (auto& months : firms.poached) {
        months.at(slot) = 0;
    }
    for (JobMove const& move : flows.job_moves) {
        firms.poached[move.from].at(slot) += firms.are_one_group(move.from, move.to) ? 0 : 1;
    }
}

} // namespace talentsim
