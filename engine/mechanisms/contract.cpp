#include "engine/mechanisms/contract.hpp"

#include <algorithm>

namespace talentsim {

namespace {

/// Present value of one USD promised in these shares.
double value_of_promise(Contract const& shares, double rate) {
    double const later = (1.0 - shares.sign_on) * (1.0 - shares.equity * shares.risk);
    return shares.sign_on + later * annuity(rate) / contract_years;
}

} // namespace

double annuity(double rate) noexcept {
    double const next_year = 1.0 / (1.0 + rate);
    double sum = 0.0;
    double discount = 1.0;
    for (int year = 0; year != contract_years; ++year) {
        sum += discount;
        discount *= next_year;
    }
    return sum;
}

double present_value(Contract const& contract, double rate) noexcept {
    return contract.total * value_of_promise(contract, rate);
}

double value_per_year(Contract const& contract, double rate) noexcept {
    return present_value(contract, rate) / annuity(rate);
}

Contract contract_worth(double value, Contract const& shares, double rate) noexcept {
    Contract contract = shares;
    contract.total = value * annuity(rate) / value_of_promise(shares, rate);
    return contract;
}

double sign_on_of_first_year(double first_year_share) noexcept {
    return std::max((contract_years * first_year_share - 1.0) / (contract_years - 1.0), 0.0);
}

double equity_of(Contract const& contract) noexcept {
    return contract.equity * (1.0 - contract.sign_on) * contract.total;
}

double unvested_share(double months, double vesting) noexcept {
    return std::clamp(1.0 - months / vesting, 0.0, 1.0);
}

} // namespace talentsim
