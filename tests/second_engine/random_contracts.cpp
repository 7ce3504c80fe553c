#include "tests/second_engine/random_contracts.hpp"

#include <optional>
#include <string>

#include "tests/second_engine/dice.hpp"
#include "tests/second_engine/random_change.hpp"

namespace talentsim::test {

namespace {

constexpr std::uint64_t own_dice = 0x7e57ed5a1e;

void draw_firm(std::optional<double>& equity_share, std::optional<double>& equity_risk,
               Dice& dice) {
    if (dice.one_in(3)) {
        equity_share = dice.share();
    }
    if (dice.one_in(3)) {
        equity_risk = dice.between(0.0, 0.99);
    }
}

} // namespace

void draw_contracts(Parameters& world, std::uint64_t seed) {
    Dice dice{seed ^ own_dice};
    world.mechanisms.contracts = dice.one_in(2);
    world.mechanisms.retention_grants = world.mechanisms.contracts && !dice.one_in(3);
    ContractParameters& contracts = world.contracts;
    contracts.sign_on_share = dice.share();
    contracts.equity_share = dice.one_in(4) ? dice.share() : dice.between(0.2, 0.9);
    contracts.equity_risk = dice.amount(0.01, 0.99);
    contracts.vesting_months = dice.pick({1.0, 5.5, 24.0, 48.0, 240.0});
    contracts.discount_rate = dice.amount(0.01, 1.0);
    contracts.buy_out = dice.pick({BuyOut::in_pay, BuyOut::on_signing});
    contracts.chief_executive_first_year_share = dice.between(0.25, 1.0);
    contracts.retention_trigger = dice.amount(0.01, 0.5);
    contracts.retention_share = dice.amount(0.05, 10.0);
    for (auto& [key, firm] : world.firms) {
        draw_firm(firm.equity_share, firm.equity_risk, dice);
    }
    for (auto& [code, fringe] : world.fringe) {
        draw_firm(fringe.equity_share, fringe.equity_risk, dice);
    }
}

std::vector<DatedChange> random_changes_of_contracts(Parameters const& world, std::uint64_t seed,
                                                     int months) {
    Dice dice{~(seed ^ own_dice)};
    std::vector<DatedChange> changes;
    RandomChange const add{world, dice, months, changes};
    if (world.mechanisms.contracts) {
        add("mechanisms.retention_grants", {}, dice.one_in(2));
        add("mechanisms.retention_grants", {}, dice.one_in(2));
    }
    add("contracts.equity_share", {}, dice.share());
    add("contracts.sign_on_share", {}, dice.share());
    add("contracts.vesting_months", {}, dice.pick({1.0, 12.0, 48.0}));
    add("contracts.buy_out", {}, dice.pick<std::string>({"in_pay", "on_signing"}));
    add("contracts.retention_trigger", {}, dice.amount(0.01, 0.3));
    if (!world.firms.empty()) {
        add("firms.*.equity_share", {world.firms.begin()->first}, dice.share());
    }
    if (!world.fringe.empty()) {
        add("fringe.*.equity_risk", {world.fringe.begin()->first}, dice.between(0.0, 0.99));
    }
    return changes;
}

} // namespace talentsim::test
