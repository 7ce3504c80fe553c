#include "engine/phases/vesting.hpp"

#include <algorithm>
#include <cmath>

#include "engine/mechanisms/contract.hpp"
#include "engine/mechanisms/market_value.hpp"

namespace talentsim {

namespace {

/// The most that a grant is written down as [USD]: no world comes near it, and a column of floats
/// has no room for more.
constexpr double most_equity = 1e38;

/// The terms of a firm, its own or the more general ones.
template <class Firm>
Contract contract_of(Firm const& firm, ContractParameters const& terms) {
    return {.sign_on = terms.sign_on_share,
            .equity = firm.equity_share.value_or(terms.equity_share),
            .risk = firm.equity_risk.value_or(terms.equity_risk)};
}

} // namespace

double unvested_equity(Market const& market, ResearcherRow who, Month month) {
    ContractTable const& contracts = market.contracts;
    auto const months = static_cast<double>(month - contracts.granted[who]);
    return static_cast<double>(contracts.equity[who]) * contracts.equity_level *
           unvested_share(months, contracts.vesting_months);
}

double forfeit_of(Market const& market, ResearcherRow who, Month month) {
    FirmRow const employer = market.researchers.employer[who];
    if (!employer.exists()) {
        return 0.0;
    }
    return unvested_equity(market, who, month) * (1.0 - market.firms.equity_risk[employer]) /
           contract_years;
}

void grant_equity(Market& market, ResearcherRow who, double worth, Month month) {
    ContractTable& contracts = market.contracts;
    double const in_a_boom =
        worth > 0.0 ? std::min(worth / contracts.equity_level, most_equity) : 0.0;
    contracts.equity[who] = static_cast<float>(in_a_boom);
    contracts.granted[who] = static_cast<std::int16_t>(month);
}

void forget_equity(Market& market, ResearcherRow who) {
    market.contracts.equity[who] = 0.0F;
    market.contracts.granted[who] = 0;
}

void take_up_contracts(Market& market, Parameters const& parameters) {
    if (!parameters.mechanisms.contracts) {
        return;
    }
    ContractParameters const& terms = parameters.contracts;
    market.contracts.vesting_months = terms.vesting_months;
    FirmTable& firms = market.firms;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        Contract const even =
            firms.kind[row] == FirmKind::fringe
                ? contract_of(parameters.fringe.at(market.countries.code[firms.country[row]]),
                              terms)
                : contract_of(parameters.firms.at(firms.name[row]), terms);
        Contract front = even;
        front.sign_on =
            std::max(even.sign_on, sign_on_of_first_year(terms.chief_executive_first_year_share));
        firms.equity_risk[row] = even.risk;
        firms.equity_per_pay[row] = equity_of(contract_worth(1.0, even, terms.discount_rate));
        firms.front_equity_per_pay[row] =
            equity_of(contract_worth(1.0, front, terms.discount_rate));
    }
}

void value_equity(Market& market, Parameters const& parameters) {
    market.contracts.equity_level =
        parameters.mechanisms.market_value
            ? relative_to_boom(market.finance.regime, 1.0, parameters.finance)
            : 1.0;
}

void found_contracts(Market& market, Parameters const& parameters, RandomKey const& key,
                     Visit order) {
    if (!parameters.mechanisms.contracts) {
        return;
    }
    ResearcherTable const& people = market.researchers;
    market.contracts.is_kept = true;
    market.contracts.resize(people.size());
    value_equity(market, parameters);
    for_each_index(order, people.size(), [&](std::size_t i) {
        ResearcherRow const row{i};
        if (!people.is_employed(row)) {
            return;
        }
        auto const words = key.words({.who = people.identity[row], .why = Draw::founding_grant});
        double const months = std::floor(uniform(words[0]) * market.contracts.vesting_months);
        grant_equity(market, row,
                     equity_with(market.firms, people.employer[row], people.pay[row], false),
                     -static_cast<Month>(months));
    });
}

} // namespace talentsim
