#include <algorithm>
#include <array>

#include "engine/core/hash.hpp"

#include "tests/second_engine/plain_month.hpp"

// docs/model.md, "Orders, purchases and export controls".

namespace talentsim::plain {

namespace {

void place_orders(Now const& now, PlainWorld& world) {
    Month const wait = now.parameters.mechanisms.gpu_orders
                           ? static_cast<Month>(now.parameters.production.delivery_lag_months)
                           : 0;
    for (Firm& firm : world.firms) {
        if (firm.ordered > 0.0) {
            world.orders.push_back({.due = now.month + wait,
                                    .country = firm.country,
                                    .firm = &firm,
                                    .amount = firm.ordered});
            firm.ordered = 0.0;
        }
    }
    for (Country& country : world.countries) {
        if (country.ordered > 0.0) {
            world.orders.push_back(
                {.due = now.month + wait, .country = &country, .amount = country.ordered});
            country.ordered = 0.0;
        }
    }
}

/// The candidate with the most units for the money and the surest operation, each measured by the
/// best of all and weighed.
Firm* operator_of(PurchaseParameters const& purchase, PlainWorld& world) {
    double most_units = 0.0;
    double most_stable = 0.0;
    for (auto const& [name, bid] : purchase.candidates) {
        most_units = std::max(most_units, bid.units_per_money);
        most_stable = std::max(most_stable, bid.stability);
    }
    std::string best;
    double best_score = -1.0;
    for (auto const& [name, bid] : purchase.candidates) {
        double const units = most_units > 0.0 ? bid.units_per_money / most_units : 0.0;
        double const stability = most_stable > 0.0 ? bid.stability / most_stable : 0.0;
        double const score =
            (1.0 - purchase.stability_weight) * units + purchase.stability_weight * stability;
        if (score > best_score || (score == best_score && name_hash(name) < name_hash(best))) {
            best = name;
            best_score = score;
        }
    }
    for (Firm& firm : world.firms) {
        if (firm.name == best) {
            return &firm;
        }
    }
    return nullptr;
}

void buy(PurchaseParameters const& purchase, double units, Now const& now, PlainWorld& world) {
    Order order{.due = now.month, .country = &world.country(purchase.country)};
    double compute = units;
    if (!purchase.accelerator.empty()) {
        auto const& kinds = now.parameters.accelerators;
        AcceleratorParameters const& kind = kinds.at(purchase.accelerator);
        compute = units * kind.weight;
        order.is_controlled = kind.controlled;
        if (!kind.substitute.empty() && kind.weight > 0.0) {
            order.substitute = kinds.at(kind.substitute).weight / kind.weight;
        }
    }
    Firm* const chosen = operator_of(purchase, world);
    if (chosen != nullptr) {
        order.firm = chosen;
        order.amount = compute * purchase.operator_share;
        world.orders.push_back(order);
        compute -= compute * purchase.operator_share;
        order.firm = nullptr;
    }
    std::array<double, n_sectors> const shares{purchase.shares.firms, purchase.shares.universities,
                                               purchase.shares.public_labs};
    for (std::size_t s = 0; s != n_sectors; ++s) {
        order.sector = static_cast<Sector>(s);
        order.amount = compute * shares[s];
        world.orders.push_back(order);
    }
    order.sector = std::nullopt;
    order.amount = compute * std::max(1.0 - (shares[0] + shares[1] + shares[2]), 0.0);
    world.orders.push_back(order);
}

/// What goes to a country of this tier before the cap stops it is no more than the room left.
double licensed_of(double due, Country const& country, Now const& now) {
    auto const tier = now.parameters.countries.at(country.code).export_tier;
    if (!now.parameters.mechanisms.export_controls || tier == 1) {
        return 1.0;
    }
    ExportControlParameters const& controls = now.parameters.export_controls;
    double const cap = tier == 2 ? controls.tier2_cap : controls.tier3_cap;
    double const room = std::max(cap - country.delivered_under_control, 0.0);
    return due > room ? room / due : 1.0;
}

void put(Order const& order, double amount) {
    double& pool = order.firm != nullptr ? order.firm->own_gpus
                   : order.sector
                       ? order.country->set_aside.at(static_cast<std::size_t>(*order.sector))
                       : order.country->public_gpus;
    pool += amount;
}

void deliver_to(Country& country, Now const& now, PlainWorld& world) {
    double due = 0.0;
    for (Order const& order : world.orders) {
        if (order.country == &country && order.due <= now.month && order.is_controlled) {
            due += order.amount;
        }
    }
    double const licensed = licensed_of(due, country, now);
    for (Order& order : world.orders) {
        if (order.country != &country || order.due > now.month) {
            continue;
        }
        double const arrives = order.is_controlled ? order.amount * licensed : order.amount;
        double const rest = order.amount - arrives;
        if (order.is_controlled && now.parameters.mechanisms.export_controls) {
            country.delivered_under_control += arrives;
        }
        if (order.substitute > 0.0) {
            put(order, arrives + rest * order.substitute);
            order.amount = 0.0;
        } else {
            put(order, arrives);
            order.amount = rest;
        }
    }
}

} // namespace

void deliver_compute(Now const& now, PlainWorld& world) {
    place_orders(now, world);
    SimulationParameters const& run = now.parameters.simulation;
    CalendarMonth const today = run.start.plus(now.month - static_cast<int>(run.burn_in_months));
    for (auto const& [name, purchase] : now.parameters.purchases) {
        for (auto const& [month, units] : purchase.delivery) {
            if (now.parameters.mechanisms.purchases && month == today.text()) {
                buy(purchase, units * purchase.factor, now, world);
            }
        }
    }
    for (Country& country : world.countries) {
        deliver_to(country, now, world);
    }
    std::erase_if(world.orders, [](Order const& order) { return order.amount <= 0.0; });
}

} // namespace talentsim::plain
