#include "tests/second_engine/random_compute.hpp"

#include <initializer_list>
#include <iterator>
#include <string>

#include "tests/second_engine/dice.hpp"
#include "tests/second_engine/random_change.hpp"

namespace talentsim::test {

namespace {

constexpr std::uint64_t own_dice = 0xc0371b17e5;

class ComputeMaker {
  public:
    ComputeMaker(Parameters& world, std::uint64_t seed) : p_{world}, dice_{seed ^ own_dice} {}

    void draw() {
        for (bool* const is_on :
             {&p_.mechanisms.gpu_orders, &p_.mechanisms.purchases, &p_.mechanisms.public_allocation,
              &p_.mechanisms.export_controls, &p_.mechanisms.regulation, &p_.mechanisms.star_loss,
              &p_.mechanisms.blocs}) {
            *is_on = dice_.one_in(2);
        }
        draw_breakthroughs();
        ProductionParameters& production = p_.production;
        production.delivery_lag_months = dice_.whole(0, 9);
        production.star_loss = dice_.share();
        production.star_collaborators = dice_.amount(0.5, 500.0);
        production.star_recovery_months = dice_.of_magnitude(1.0, 100.0);
        draw_countries();
        draw_controls();
        draw_accelerators();
        for (auto const* const name : {"first", "second", "third"}) {
            if (dice_.one_in(2)) {
                draw_purchase(p_.purchases[name]);
            }
        }
        for (auto& [code, fringe] : p_.fringe) {
            fringe.university_share = dice_.share();
        }
    }

  private:
    /// With returns and difficulty such that no firm swallows the world.
    void draw_breakthroughs() {
        ProductionParameters& production = p_.production;
        production.breakthrough_rate = dice_.amount(1e-7, 0.1);
        production.breakthrough_size = dice_.amount(0.001, 0.5);
        production.breakthrough_compute_exponent = dice_.amount(0.05, 1.5);
        bool const is_possible = production.returns < 1.0;
        double const least = is_possible ? 1.0 / (1.0 - production.returns) : 1.0;
        production.breakthrough_difficulty = least * dice_.of_magnitude(1.01, 20.0);
        p_.mechanisms.breakthroughs = is_possible && dice_.one_in(2);
    }

    /// Shares that sum to 1.
    SectorShares shares() {
        double const firms = dice_.share();
        double const universities = (1.0 - firms) * dice_.share();
        return {firms, universities, 1.0 - firms - universities};
    }

    void draw_countries() {
        for (auto& [code, country] : p_.countries) {
            if (dice_.one_in(2)) {
                country.public_gpu_shares = shares();
            }
            country.export_tier = dice_.whole(1, 3);
            country.regulation_drag = dice_.amount(0.01, 0.6);
            country.bloc = dice_.pick<std::string>({"", "", "east", "west"});
        }
    }

    void draw_controls() {
        p_.export_controls = {.tier2_cap = dice_.amount(1.0, 1e4),
                              .tier3_cap = dice_.amount(1.0, 1e4),
                              .tier2_software = dice_.between(0.3, 1.0),
                              .tier3_software = dice_.between(0.3, 1.0)};
    }

    void draw_accelerators() {
        p_.accelerators["npu"] = {.weight = dice_.amount(0.1, 2.0), .controlled = false};
        p_.accelerators["tpu"] = {.weight = dice_.amount(0.1, 2.0), .controlled = dice_.one_in(2)};
        p_.accelerators["gpu"] = {.weight = dice_.amount(0.5, 4.0),
                                  .substitute = dice_.one_in(2) ? "npu" : ""};
    }

    void draw_purchase(PurchaseParameters& purchase) {
        auto const& [code, country] = *std::next(
            p_.countries.begin(), dice_.whole(0, static_cast<int>(p_.countries.size()) - 1));
        purchase.country = code;
        purchase.accelerator = dice_.pick<std::string>({"", "gpu", "npu", "tpu"});
        purchase.factor = dice_.amount(0.5, 3.0);
        constexpr int months_ahead = 20;
        for (int n = dice_.whole(0, 3); n > 0; --n) {
            purchase.delivery[p_.simulation.start.plus(dice_.whole(0, months_ahead)).text()] =
                dice_.amount(1.0, 1e4);
        }
        for (auto const& [name, firm] : p_.firms) {
            if (firm.country == code && dice_.one_in(2)) {
                purchase.candidates[name] = {.units_per_money = dice_.amount(1.0, 100.0),
                                             .stability = dice_.share()};
            }
        }
        purchase.stability_weight = dice_.share();
        purchase.operator_share = dice_.share();
        if (dice_.one_in(2)) {
            SectorShares const drawn = shares();
            double const set_aside = dice_.share();
            purchase.shares = {set_aside * drawn.firms, set_aside * drawn.universities,
                               set_aside * drawn.public_labs};
        }
    }

    Parameters& p_;
    Dice dice_;
};

} // namespace

void draw_compute(Parameters& world, std::uint64_t seed) { ComputeMaker{world, seed}.draw(); }

std::vector<DatedChange> random_changes_of_compute(Parameters const& world, std::uint64_t seed,
                                                   int months) {
    Dice dice{~(seed ^ own_dice)};
    std::vector<DatedChange> changes;
    RandomChange const add{world, dice, months, changes};
    std::string const code = world.countries.begin()->first;
    for (char const* const name : {"gpu_orders", "purchases", "public_allocation",
                                   "export_controls", "regulation", "star_loss"}) {
        add(std::string{"mechanisms."} + name, {}, dice.one_in(2));
    }
    if (world.mechanisms.breakthroughs) {
        add("mechanisms.breakthroughs", {}, false);
    }
    add("production.breakthrough_rate", {}, dice.amount(1e-7, 0.1));
    add("production.delivery_lag_months", {}, static_cast<double>(dice.whole(0, 5)));
    add("countries.*.public_gpus", {code}, dice.amount(1.0, 1e4));
    add("countries.*.export_tier", {code}, static_cast<double>(dice.whole(1, 3)));
    add("countries.*.regulation_drag", {code}, dice.amount(0.01, 0.6));
    add("export_controls.tier2_cap", {}, dice.amount(1.0, 1e5));
    add("export_controls.tier3_cap", {}, dice.amount(1.0, 1e5));
    for (auto const& [name, purchase] : world.purchases) {
        add("purchases.*.factor", {name}, dice.amount(0.1, 5.0));
    }
    return changes;
}

} // namespace talentsim::test
