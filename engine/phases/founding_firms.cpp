#include "engine/phases/founding_firms.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "engine/core/hash.hpp"
#include "engine/core/math.hpp"
#include "engine/mechanisms/firm_productivity.hpp"
#include "engine/mechanisms/production.hpp"
#include "engine/mechanisms/talent_distribution.hpp"
#include "engine/phases/breakthroughs.hpp"
#include "engine/phases/compute_pools.hpp"

namespace talentsim {

namespace {

/// Compute never takes the whole cost: a firm without a wage bill could hire nobody.
constexpr double largest_compute_share = 0.95;

/// Rounds the number of unnamed firms: the same for every seed and replicate, whose outputs then
/// stand along the same firms.
RandomKey const of_every_world{World{}};

/// What all firms need, named or not.
struct NewFirm {
    std::string name;
    CountryRow country;
    FirmKind kind = FirmKind::fringe;
    double staff = 0.0;
    double scale = 1.0;
    double gpus = 0.0;
    double premium = 1.0;
    double talent_exponent = 1.0;
    Sector sector = Sector::firms;
};

Sector sector_of(FirmKind kind) {
    return kind == FirmKind::university   ? Sector::universities
           : kind == FirmKind::public_lab ? Sector::public_labs
                                          : Sector::firms;
}

/// Whether the j-th unnamed firm is a university: every so many of them, whatever their size.
bool is_university(std::int64_t j, double share) {
    return std::floor(static_cast<double>(j + 1) * share) >
           std::floor(static_cast<double>(j) * share);
}

/// What a talent unit adds at founding at a firm without a premium [USD/year].
double founding_value(Parameters const& parameters, CountryParameters const& country,
                      double talent_exponent) {
    ProductionParameters const& production = parameters.production;
    return production.unit_value * pow(production.reference_talent, 1.0 - talent_exponent) *
           country.pay_level;
}

class FirmFounder {
  public:
    FirmFounder(Market& market, Parameters const& parameters, RandomKey const& key)
        : market_{market},
          parameters_{parameters},
          key_{key},
          named_staff_(market.countries.size(), 0.0) {}

    void found_named() {
        for (auto const& [name, given] : parameters_.firms) {
            CountryRow const country = row_of(market_.countries, given.country);
            named_staff_[country.at()] += given.staff;
            firms_.push_back({.name = name,
                              .country = country,
                              .kind = given.kind,
                              .staff = given.staff,
                              .scale = market_.scale,
                              .gpus = given.gpus,
                              .premium = given.pay_premium,
                              .talent_exponent = given.talent_exponent.value_or(
                                  market_.countries.talent_exponent[country]),
                              .sector = sector_of(given.kind)});
        }
    }

    /// The unnamed firms share out what the named leave, by Zipf's law. A simulated one keeps the
    /// size of a real one, taken at an even spacing of ranks.
    void found_fringe(std::string const& code, FringeParameters const& fringe) {
        CountryRow const country = row_of(market_.countries, code);
        double const employed = founding_residents(parameters_, code) *
                                (1.0 - parameters_.population.unemployed_at_start);
        double const staff = std::max(employed - named_staff_[country.at()], fringe.firms);
        auto const simulated = std::max<std::int64_t>(
            1, scaled(fringe.firms, market_.scale, "fringe." + code, of_every_world));
        double const share_simulated = static_cast<double>(simulated) / fringe.firms;

        std::vector<double> sizes;
        double total = 0.0;
        for (std::int64_t j = 0; j != simulated; ++j) {
            double const rank = (static_cast<double>(j) + 0.5) / share_simulated + 0.5;
            sizes.push_back(pow(rank, -fringe.zipf_exponent));
            total += sizes.back();
        }
        for (std::int64_t j = 0; j != simulated; ++j) {
            auto const size = sizes[static_cast<std::size_t>(j)] / total * staff * share_simulated;
            std::string name = fmt::format("{}-fringe-{:06}", code, j + 1);
            auto const words = key_.words({.who = name_hash(name), .why = Draw::fringe_premium});
            double const quantile = (static_cast<double>(j) + 0.5) / static_cast<double>(simulated);
            firms_.push_back(
                {.name = name,
                 .country = country,
                 .staff = size,
                 .scale = market_.scale / share_simulated,
                 .gpus = size * fringe.gpus_per_head,
                 .premium = fringe.pay_premium * productivity_at(fringe.productivity, quantile) *
                            exp(fringe.premium_spread * standard_normal(words[0], words[1])),
                 .talent_exponent = market_.countries.talent_exponent[country],
                 .sector = is_university(j, fringe.university_share) ? Sector::universities
                                                                     : Sector::firms});
        }
    }

    void write() {
        FirmTable& firms = market_.firms;
        firms.resize(firms_.size());
        for (std::size_t f = 0; f != firms_.size(); ++f) {
            FirmRow const row{f};
            NewFirm const& firm = firms_[f];
            auto const& country = parameters_.countries.at(market_.countries.code[firm.country]);
            firms.name[row] = firm.name;
            firms.key[row] = name_hash(firm.name);
            firms.country[row] = firm.country;
            firms.kind[row] = firm.kind;
            firms.scale[row] = firm.scale;
            firms.talent_exponent[row] = firm.talent_exponent;
            firms.founding_staff[row] = firm.staff;
            firms.draw_weight[row] = firm.staff * firm.scale;
            firms.own_gpus[row] = firm.gpus;
            firms.gpus_set[row] = firm.gpus;
            firms.productivity[row] = 1.0;
            firms.output_left_by_stars[row] = 1.0;
            firms.retention_month[row] = never;
            firms.sector[row] = firm.sector;
            firms.unit_value[row] =
                founding_value(parameters_, country, firm.talent_exponent) * firm.premium;
        }
        if (parameters_.mechanisms.foreign_sites) {
            join_sites();
        }
    }

  private:
    /// The named firms stand first, in the order of their keys.
    void join_sites() {
        FirmTable& firms = market_.firms;
        std::size_t f = 0;
        for (auto const& [name, given] : parameters_.firms) {
            FirmRow const site{f++};
            if (!given.parent.empty()) {
                FirmRow const parent{
                    std::distance(parameters_.firms.begin(), parameters_.firms.find(given.parent))};
                firms.parent[site] = parent;
                firms.sites[parent].push_back(site);
            }
        }
    }

    Market& market_;
    Parameters const& parameters_;
    RandomKey key_;
    std::vector<double> named_staff_; ///< by country
    std::vector<NewFirm> firms_;
};

} // namespace

CountryRow row_of(CountryTable const& countries, std::string const& code) {
    auto const found = std::lower_bound(countries.code.begin(), countries.code.end(), code);
    return CountryRow{found - countries.code.begin()};
}

std::int64_t scaled(double amount, double scale, std::string const& name, RandomKey const& key) {
    auto const words = key.words({.who = name_hash(name), .why = Draw::rounding});
    return rounded_by_chance(amount * scale, words[0]);
}

void found_countries(Market& market, Parameters const& parameters) {
    CountryTable& countries = market.countries;
    countries.resize(parameters.countries.size());
    std::size_t c = 0;
    for (auto const& [code, given] : parameters.countries) {
        CountryRow const row{c++};
        countries.code[row] = code;
        countries.number[row] = country_number(code);
        countries.talent_exponent[row] =
            given.talent_exponent.value_or(parameters.production.talent_exponent);
        countries.home_value[row] =
            founding_value(parameters, given, countries.talent_exponent[row]);
        countries.public_gpus[row] = given.public_gpus;
        countries.public_gpus_set[row] = given.public_gpus;
    }
}

void found_firms(Market& market, Parameters const& parameters, RandomKey const& key) {
    FirmFounder founder{market, parameters, key};
    founder.found_named();
    for (auto const& [code, fringe] : parameters.fringe) {
        founder.found_fringe(code, fringe);
    }
    founder.write();
}

void found_books(Market& market, Parameters const& parameters) {
    FirmTable& firms = market.firms;
    ProductionParameters const& production = parameters.production;
    PublicPools pools{market};
    OwnPools own{firms};
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f}; // of whom firms.scale / market.scale firms are real
        pools.count(row, firms.founding_staff[row] * firms.scale[row] / market.scale);
        own.count(row, firms.founding_staff[row]);
    }
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        double const heads = firms.founding_staff[row];
        double const talent = std::max(heads, 1.0) * mean_talent_units(parameters.population.talent,
                                                                       firms.talent_exponent[row]);
        double const compute = own.part_of(row, heads) + pools.share_of(row, heads);
        double const budget =
            firms.unit_value[row] * talent * (1.0 + parameters.budgets.seat_slack);
        double const compute_cost = production.gpu_price * compute;
        double const cost_share =
            compute_cost / (compute_cost + budget) * production.compute_share_factor;

        firms.founding_talent[row] = talent;
        firms.founding_compute[row] = compute;
        firms.compute_share[row] =
            std::min(production.compute_share.value_or(cost_share), largest_compute_share);
        firms.founding_budget[row] = budget;
        firms.budget[row] = budget;
        firms.founding_revenue[row] = founding_revenue({.elasticity = production.elasticity,
                                                        .compute_share = firms.compute_share[row],
                                                        .returns = production.returns},
                                                       talent, firms.unit_value[row]);
        firms.founding_breakthroughs[row] =
            founding_breakthroughs(talent, compute, heads, parameters);
    }
}

} // namespace talentsim
