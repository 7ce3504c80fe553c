#include "tests/second_engine/plain_contracts.hpp"

#include <algorithm>
#include <map>

#include "tests/second_engine/plain_bargaining.hpp"
#include "tests/second_engine/plain_utility.hpp"

// docs/model.md, "Contracts that vest".

namespace talentsim::plain {

namespace {

constexpr double years = 4;
constexpr double most_in_the_books = 1e38; // [USD]

/// What equity is worth, a boom being 1.
double level_of_equity(PlainWorld const& world, Now const& now) {
    return compared_with_a_boom(1.0, world, now);
}

/// The share of a grant that has not vested yet.
double share_left(Month granted, Now const& now) {
    double const vested =
        static_cast<double>(now.month - granted) / now.parameters.contracts.vesting_months;
    return std::clamp(1.0 - vested, 0.0, 1.0);
}

double unvested(Person const& person, PlainWorld const& world, Now const& now) {
    return static_cast<double>(person.equity) * level_of_equity(world, now) *
           share_left(person.granted, now);
}

/// The person now holds this much [USD], none of it vested.
void hold(Person& person, double worth, PlainWorld const& world, Now const& now) {
    double const in_a_boom = worth > 0.0 ? worth / level_of_equity(world, now) : 0.0;
    person.equity = static_cast<float>(std::min(in_a_boom, most_in_the_books));
    person.granted = now.month;
}

/// k: equity for every USD of yearly pay.
double equity_per_pay(Firm const& firm, bool is_front_loaded, Now const& now) {
    ContractParameters const& terms = now.parameters.contracts;
    double s = terms.sign_on_share;
    if (is_front_loaded) {
        s = std::max(s, (years * terms.chief_executive_first_year_share - 1.0) / (years - 1.0));
    }
    double const q = firm.equity_share;
    double const next = 1.0 / (1.0 + terms.discount_rate);
    double const annuity = 1.0 + next + next * next + next * next * next;
    double const worth_of_promise = s + (1.0 - s) * (1.0 - q * firm.equity_risk) * annuity / years;
    return q * (1.0 - s) * (annuity / worth_of_promise);
}

} // namespace

double forfeit_of(Person const& person, PlainWorld const& world, Now const& now) {
    if (!now.parameters.mechanisms.contracts || person.employer == nullptr) {
        return 0.0;
    }
    return unvested(person, world, now) * (1.0 - person.employer->equity_risk) / years;
}

double pay_of_poacher(Person const& person, double price, Bid const& bid, PlainWorld const& world,
                      Now const& now) {
    double pay = price;
    double const forfeit = forfeit_of(person, world, now);
    if (now.parameters.contracts.buy_out == BuyOut::on_signing && forfeit > 0.0) {
        pay -= forfeit * value_of_pay(person, *person.employer->country, nullptr, now) /
               value_of_pay(person, *bid.firm->country, bid.programme, now);
    }
    return std::max({pay, now.parameters.offers.pay_floor * bid.cap, bid.least_pay});
}

double pay_of_employer(Person const& person, double most, double worth, double to_match,
                       PlainWorld const& world, Now const& now) {
    double const forfeit = forfeit_of(person, world, now);
    double const with_equity =
        auction_pay(person, most + forfeit, worth, to_match, *person.employer->country, now);
    return std::max(person.pay, with_equity - forfeit);
}

void sign(Person& person, bool is_front_loaded, PlainWorld const& world, Now const& now) {
    if (now.parameters.mechanisms.contracts) {
        hold(person, person.pay * equity_per_pay(*person.employer, is_front_loaded, now), world,
             now);
    }
}

void sign_raise(Person& person, double pay_before, PlainWorld const& world, Now const& now) {
    double const raise = person.pay - pay_before;
    if (now.parameters.mechanisms.contracts && raise > 0.0) {
        double const granted = raise * equity_per_pay(*person.employer, false, now);
        hold(person, unvested(person, world, now) + granted, world, now);
    }
}

double retention_cost(Firm const& firm, Now const& now) {
    return firm.retention_owed * share_left(firm.retention_month, now) / years;
}

void grant_to_all_staff(Now const& now, PlainWorld& world) {
    ContractParameters const& terms = now.parameters.contracts;
    if (!now.parameters.mechanisms.contracts || !now.parameters.mechanisms.retention_grants) {
        return;
    }
    std::map<Firm*, double> granted; // in years of pay
    for (Firm& firm : world.firms) {
        std::int64_t taken = 0;
        for (std::int64_t const month : firm.taken_by_others) {
            taken += month;
        }
        double const staff_before = static_cast<double>(taken) + static_cast<double>(firm.staff);
        bool const is_wave = static_cast<double>(taken) > terms.retention_trigger * staff_before;
        bool const is_too_soon =
            firm.retention_month != never && now.month < firm.retention_month + 12;
        double const payroll = firm.payroll.value() / firm.scale;
        if (!is_wave || is_too_soon || payroll <= 0.0 || firm.free_money <= 0.0) {
            continue;
        }
        double const affordable = years * firm.free_money / payroll;
        double const grant = std::min(terms.retention_share, affordable);
        if (grant > 0.0) {
            granted[&firm] = grant;
            firm.retention_owed =
                firm.retention_owed * share_left(firm.retention_month, now) + grant * payroll;
            firm.retention_month = now.month;
            firm.free_money = std::max(0.0, firm.free_money - grant * payroll / years);
        }
    }
    for (auto& [identity, person] : world.people) {
        auto const found = granted.find(person.employer);
        if (found != granted.end()) {
            hold(person, unvested(person, world, now) + found->second * person.pay, world, now);
        }
    }
}

void count_the_taken(PlainWorld& world, Events const& events) {
    for (Firm& firm : world.firms) {
        std::int64_t this_month = 0;
        for (auto const& [from, to] : events.job_moves) {
            auto const winner = std::find_if(world.firms.begin(), world.firms.end(),
                                             [&](Firm const& other) { return other.name == to; });
            this_month += from == firm.name && !are_one_group(&firm, &*winner) ? 1 : 0;
        }
        firm.taken_by_others.push_back(this_month);
        if (firm.taken_by_others.size() > 3) {
            firm.taken_by_others.pop_front();
        }
    }
}

} // namespace talentsim::plain
