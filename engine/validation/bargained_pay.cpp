#include "engine/validation/bargained_pay.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace talentsim {

namespace {

/// Pay is worked out by other steps than here.
constexpr double rounding = 1e-9;

} // namespace

BargainedPay::BargainedPay(Simulation const& world, double bargaining_power)
    : unit_{world.parameters().production.unit_value}, power_{bargaining_power} {
    FirmTable const& firms = world.market().firms;
    std::vector<FirmRow> order;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        order.emplace_back(f);
    }
    std::sort(order.begin(), order.end(),
              [&](FirmRow a, FirmRow b) { return firms.unit_value[a] < firms.unit_value[b]; });
    values_.push_back(world.market().countries.outside_value[CountryRow{0}] / unit_);
    rung_ = FirmColumn<std::size_t>(firms.size());
    for (FirmRow const firm : order) {
        rung_[firm] = values_.size();
        values_.push_back(firms.unit_value[firm] / unit_);
    }
}

double BargainedPay::mean(JobLadder const& ladder) const {
    double sum = 0.0;
    for (std::size_t r = 1; r <= rungs(); ++r) {
        for (std::size_t q = 0; q != r; ++q) {
            sum += ladder.employed_at(r, q) * pay(r, q);
        }
    }
    return sum;
}

BargainedPay::Rungs BargainedPay::rungs_of(Simulation const& world, ResearcherRow who) const {
    ResearcherTable const& people = world.market().researchers;
    Rungs found{.job = rung_[people.employer[who]]};
    double const paid = people.pay[who] / unit_;
    while (found.outside + 1 < found.job &&
           pay(found.job, found.outside) < paid * (1.0 - rounding)) {
        ++found.outside;
    }
    found.is_found = std::abs(pay(found.job, found.outside) - paid) <= rounding * paid;
    return found;
}

PayFound pay_found(Simulation const& world, BargainedPay const& theory) {
    ResearcherTable const& people = world.market().researchers;
    PayFound found;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (!people.is_employed(row)) {
            continue;
        }
        auto const rungs = theory.rungs_of(world, row);
        found.mean.add(people.pay[row] / world.parameters().production.unit_value);
        found.unexplained += rungs.is_found ? 0.0 : 1.0;
        if (rungs.job == theory.rungs()) {
            found.on_top += 1.0;
            found.on_top_from_below += rungs.outside <= theory.rungs() / 2 ? 1.0 : 0.0;
        }
    }
    return found;
}

ContractsFound contracts_found(Simulation& world, BargainedPay const& theory) {
    constexpr Month months = 12;
    ResearcherTable const& people = world.market().researchers;
    double const unit = world.parameters().production.unit_value;
    ContractsFound found;
    for (Month month = 0; month != months; ++month) {
        auto const employer_before = people.employer;
        auto const pay_before = people.pay;
        world.step();
        for (std::size_t i = 0; i != people.size(); ++i) {
            ResearcherRow const row{i};
            FirmRow const before = employer_before[row];
            FirmRow const now = people.employer[row];
            if (now.exists() && now == before) {
                found.falls += people.pay[row] < pay_before[row] ? 1.0 : 0.0;
            } else if (now.exists()) {
                double const expected_pay =
                    unit *
                    theory.pay(theory.rung_of(now), before.exists() ? theory.rung_of(before) : 0);
                found.unexplained +=
                    std::abs(people.pay[row] - expected_pay) > rounding * expected_pay ? 1.0 : 0.0;
            }
        }
    }
    return found;
}

} // namespace talentsim
