#include "engine/model/compute_checks.hpp"

#include <fmt/format.h>

#include "engine/core/calendar.hpp"

namespace talentsim {

namespace {

class ComputeChecker {
  public:
    explicit ComputeChecker(Parameters const& parameters) : parameters_{parameters} {}

    std::vector<ParameterProblem> problems() && {
        check_breakthroughs();
        check_countries();
        for (auto const& [key, accelerator] : parameters_.accelerators) {
            check_substitute("accelerators." + key + ".substitute", key, accelerator);
        }
        for (auto const& [key, purchase] : parameters_.purchases) {
            check_purchase("purchases." + key, purchase);
        }
        return std::move(problems_);
    }

  private:
    template <class... Facts>
    void complain(std::string path, fmt::format_string<Facts...> what, Facts&&... facts) {
        problems_.push_back({std::move(path), fmt::format(what, std::forward<Facts>(facts)...)});
    }

    /// A firm whose output grows faster than breakthroughs get rarer swallows the world.
    void check_breakthroughs() {
        if (!parameters_.mechanisms.breakthroughs) {
            return;
        }
        double const returns = parameters_.production.returns;
        double const phi = parameters_.production.breakthrough_difficulty;
        if (returns + 1.0 / phi >= 1.0) {
            complain("production.breakthrough_difficulty",
                     "{} lets breakthroughs carry one firm past all others: production.returns, "
                     "{}, and 1/{} sum to {} (a sum below 1)",
                     phi, returns, phi, returns + 1.0 / phi);
        }
    }

    static double sum_of(SectorShares const& shares) {
        return shares.firms + shares.universities + shares.public_labs;
    }

    void check_countries() {
        for (auto const& [key, country] : parameters_.countries) {
            double const sum = sum_of(country.public_gpu_shares);
            if (sum > 0.0 && (sum < 1.0 - sloppiness || sum > 1.0 + sloppiness)) {
                complain("countries." + key + ".public_gpu_shares",
                         "shares sum to {} (1, or all 0)", sum);
            }
        }
    }

    void check_substitute(std::string const& path, std::string const& key,
                          AcceleratorParameters const& accelerator) {
        std::string const& other = accelerator.substitute;
        if (other.empty()) {
            return;
        }
        auto const found = parameters_.accelerators.find(other);
        if (found == parameters_.accelerators.end()) {
            complain(path, "'{}' is none of the accelerators (the key of one, or nothing)", other);
        } else if (other == key || found->second.controlled) {
            complain(path,
                     "'{}' is under export control itself (an accelerator with controlled: false)",
                     other);
        }
    }

    void check_purchase(std::string const& path, PurchaseParameters const& purchase) {
        if (purchase.country.empty()) {
            complain(path + ".country", "is missing (the key of a country)");
        } else if (!parameters_.countries.contains(purchase.country)) {
            complain(path + ".country", "'{}' is not in this scenario (one of the countries)",
                     purchase.country);
        }
        if (!purchase.accelerator.empty() &&
            !parameters_.accelerators.contains(purchase.accelerator)) {
            complain(path + ".accelerator",
                     "'{}' is none of the accelerators (the key of one, or nothing for H100e)",
                     purchase.accelerator);
        }
        if (sum_of(purchase.shares) > 1.0 + sloppiness) {
            complain(path + ".shares", "shares sum to {} (at most 1)", sum_of(purchase.shares));
        }
        for (auto const& [month, units] : purchase.delivery) {
            check_delivery(fmt::format("{}.delivery.{}", path, month), month);
        }
        for (auto const& [firm, bid] : purchase.candidates) {
            auto const found = parameters_.firms.find(firm);
            if (found == parameters_.firms.end()) {
                complain(fmt::format("{}.candidates.{}", path, firm),
                         "'{}' is none of the named firms (the key of a firm)", firm);
            } else if (found->second.country != purchase.country) {
                complain(fmt::format("{}.candidates.{}", path, firm),
                         "works in '{}' (a firm in the country that buys, '{}')",
                         found->second.country, purchase.country);
            }
        }
    }

    void check_delivery(std::string const& path, std::string const& key) {
        auto const month = calendar_month(key);
        if (!month) {
            complain(path, "'{}' is not a month (a month like 2024-01)", key);
            return;
        }
        auto const& run = parameters_.simulation;
        CalendarMonth const end = run.start.plus(static_cast<int>(run.months));
        if (*month < run.start || *month >= end) {
            complain(path, "{} is outside the simulated months ({} to {})", key, run.start.text(),
                     end.plus(-1).text());
        }
    }

    static constexpr double sloppiness = 1e-9; ///< of shares that should add up

    Parameters const& parameters_;
    std::vector<ParameterProblem> problems_;
};

} // namespace

std::vector<ParameterProblem> compute_problems_in(Parameters const& parameters) {
    return ComputeChecker{parameters}.problems();
}

} // namespace talentsim
