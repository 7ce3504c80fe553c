#include "engine/phases/compute_deliveries.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "engine/core/hash.hpp"
#include "engine/mechanisms/procurement.hpp"
#include "engine/phases/founding_firms.hpp"

namespace talentsim {

namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

class Deliveries {
  public:
    Deliveries(Market& market, Parameters const& parameters, Month month)
        : market_{market}, parameters_{parameters}, month_{month} {}

    /// What dated changes have added since last month.
    void take_orders() {
        Month const lag = parameters_.mechanisms.gpu_orders
                              ? static_cast<Month>(parameters_.production.delivery_lag_months)
                              : 0;
        auto const place = [&](double& ordered, CountryRow country, FirmRow firm) {
            if (ordered > 0.0) {
                order({.due = month_ + lag, .country = country, .firm = firm, .amount = ordered});
                ordered = 0.0;
            }
        };
        for (std::size_t f = 0; f != market_.firms.size(); ++f) {
            FirmRow const row{f};
            place(market_.firms.gpus_ordered[row], market_.firms.country[row], row);
        }
        for (std::size_t c = 0; c != market_.countries.size(); ++c) {
            CountryRow const row{c};
            place(market_.countries.gpus_ordered[row], row, FirmRow{});
        }
    }

    /// What governments have bought for this month.
    void buy() {
        if (!parameters_.mechanisms.purchases || parameters_.purchases.empty()) {
            return;
        }
        std::string const now = parameters_.simulation.in_calendar(month_).text();
        for (auto const& [name, purchase] : parameters_.purchases) {
            auto const units = purchase.delivery.find(now);
            if (units != purchase.delivery.end()) {
                buy(purchase, units->second * purchase.factor);
            }
        }
    }

    /// What is due arrives, as far as it may.
    void deliver() {
        auto& orders = market_.gpu_orders;
        std::vector<double> due(market_.countries.size(), 0.0);
        for (GpuOrder const& one : orders) {
            due[one.country.at()] += is_due(one) && one.is_controlled ? one.amount : 0.0;
        }
        std::vector<double> licensed;
        for (std::size_t c = 0; c != due.size(); ++c) {
            CountryRow const row{c};
            licensed.push_back(licensed_share(
                cap_of(row), market_.countries.controlled_gpus_delivered[row], due[c]));
        }
        for (GpuOrder& one : orders) {
            if (is_due(one)) {
                deliver(one, licensed[one.country.at()]);
            }
        }
        std::erase_if(orders, [](GpuOrder const& one) { return one.amount <= 0.0; });
    }

  private:
    void order(GpuOrder const& one) {
        if (one.amount > 0.0) {
            market_.gpu_orders.push_back(one);
        }
    }

    void buy(PurchaseParameters const& purchase, double units) {
        GpuOrder bought{.due = month_, .country = row_of(market_.countries, purchase.country)};
        double weight = 1.0;
        if (!purchase.accelerator.empty()) {
            auto const& accelerator = parameters_.accelerators.at(purchase.accelerator);
            weight = accelerator.weight;
            bought.is_controlled = accelerator.controlled;
            if (!accelerator.substitute.empty() && weight > 0.0) {
                bought.substitute_ratio =
                    parameters_.accelerators.at(accelerator.substitute).weight / weight;
            }
        }
        auto const place = [&](double amount, FirmRow firm, std::optional<Sector> sector) {
            bought.amount = amount;
            bought.firm = firm;
            bought.sector = sector;
            order(bought);
        };
        double left = units * weight;
        if (FirmRow const firm = operator_of(purchase); firm.exists()) {
            place(left * purchase.operator_share, firm, std::nullopt);
            left -= left * purchase.operator_share;
        }
        SectorShares const& shares = purchase.shares;
        place(left * shares.firms, FirmRow{}, Sector::firms);
        place(left * shares.universities, FirmRow{}, Sector::universities);
        place(left * shares.public_labs, FirmRow{}, Sector::public_labs);
        double const apart = shares.firms + shares.universities + shares.public_labs;
        place(left * std::max(1.0 - apart, 0.0), FirmRow{}, std::nullopt);
    }

    [[nodiscard]] FirmRow operator_of(PurchaseParameters const& purchase) const {
        std::vector<OperatorOffer> offers;
        std::vector<std::string> names;
        for (auto const& [name, bid] : purchase.candidates) {
            offers.push_back({.units_per_money = bid.units_per_money,
                              .stability = bid.stability,
                              .priority = name_hash(name)});
            names.push_back(name);
        }
        auto const best = best_operator(offers, purchase.stability_weight);
        if (!best) {
            return FirmRow{};
        }
        auto const& all = market_.firms.name;
        return FirmRow{std::find(all.begin(), all.end(), names[*best]) - all.begin()};
    }

    [[nodiscard]] double cap_of(CountryRow row) const {
        auto const& country = parameters_.countries.at(market_.countries.code[row]);
        if (!parameters_.mechanisms.export_controls || country.export_tier == 1) {
            return no_limit;
        }
        return country.export_tier == 2 ? parameters_.export_controls.tier2_cap
                                        : parameters_.export_controls.tier3_cap;
    }

    [[nodiscard]] bool is_due(GpuOrder const& one) const { return one.due <= month_; }

    void deliver(GpuOrder& one, double licensed_share_of_it) {
        double const licensed = one.is_controlled ? one.amount * licensed_share_of_it : one.amount;
        if (one.is_controlled && parameters_.mechanisms.export_controls) {
            market_.countries.controlled_gpus_delivered[one.country] += licensed;
        }
        double const rest = one.amount - licensed;
        bool const is_substituted = one.substitute_ratio > 0.0;
        put(one, licensed + (is_substituted ? rest * one.substitute_ratio : 0.0));
        one.amount = is_substituted ? 0.0 : rest;
    }

    void put(GpuOrder const& one, double amount) {
        if (one.firm.exists()) {
            market_.firms.own_gpus[one.firm] += amount;
        } else if (one.sector) {
            market_.countries.sector_gpus[one.country].at(static_cast<std::size_t>(*one.sector)) +=
                amount;
        } else {
            market_.countries.public_gpus[one.country] += amount;
        }
    }

    Market& market_;
    Parameters const& parameters_;
    Month month_;
};

} // namespace

void deliver_compute(Market& market, Parameters const& parameters, Step const& step) {
    Deliveries deliveries{market, parameters, step.month};
    deliveries.take_orders();
    deliveries.buy();
    deliveries.deliver();
}

} // namespace talentsim
