#pragma once

namespace talentsim {

/// Years over which contracts are compared.
inline constexpr int contract_years = 4;

/// What is promised for four years: a sum on signing, and the rest in equal parts at the start of
/// each year, a share of them in equity.
struct Contract {
    double total = 0.0;   ///< promised over the four years [USD]
    double sign_on = 0.0; ///< share of the total that is paid on signing [-], in [0, 1]
    double equity = 0.0;  ///< share of the rest that is equity [-], in [0, 1]
    double risk = 0.0;    ///< share of its value that equity is expected to lose [-], in [0, 1]
};

/// Present value of 1 at the start of each of the four years.
///
///     A = sum over y = 0 ... 3 of (1 + rate)^-y
///
/// @param rate  of discount [1/year], > -1
[[nodiscard]] double annuity(double rate) noexcept;

/// Value today:  T [s + (1-s) (1 - q risk) A/4].
///
/// By hand: 125 M USD in equal parts at 10 % are 109 M, and 250 M with 100 M in the first year
/// (a sign-on of one fifth) 224 M.
///
/// @returns [USD]
[[nodiscard]] double present_value(Contract const& contract, double rate) noexcept;

/// The equal and certain yearly pay that is worth as much: present value over the annuity
/// [USD/year].
[[nodiscard]] double value_per_year(Contract const& contract, double rate) noexcept;

/// The contract of these shares that is worth so much a year.
///
/// @param value   of pay [USD/year], >= 0
/// @param shares  whose total is ignored; not all of it worthless equity
[[nodiscard]] Contract contract_worth(double value, Contract const& shares, double rate) noexcept;

/// The sign-on share of a contract that pays this share of its total in the first year, the other
/// years being equal:  s = (4 first - 1)/3, at least 0.
[[nodiscard]] double sign_on_of_first_year(double first_year_share) noexcept;

/// Equity promised, at its nominal value:  q (1-s) T [USD].
[[nodiscard]] double equity_of(Contract const& contract) noexcept;

/// Share of a grant that has not vested: 1 at the start, 0 from the last month on, a straight line
/// in between.
///
/// @param months   since the grant, >= 0
/// @param vesting  months until all is vested, > 0
[[nodiscard]] double unvested_share(double months, double vesting) noexcept;

} // namespace talentsim
