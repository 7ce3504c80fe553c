#include "engine/phases/founding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "engine/core/math.hpp"
#include "engine/mechanisms/apportionment.hpp"
#include "engine/phases/census.hpp"
#include "engine/phases/drives.hpp"
#include "engine/phases/firm_plans.hpp"
#include "engine/phases/founding_firms.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/rumours.hpp"
#include "engine/phases/terms.hpp"
#include "engine/phases/tie_making.hpp"
#include "engine/phases/vesting.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

namespace {

/// Founding residents are this old at most. Assumed.
constexpr Month oldest_at_founding = 62 * months_per_year;

/// The rows of a country's founding residents: consecutive, countries in order.
struct Residents {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t employed = 0;
};

class PopulationFounder {
  public:
    PopulationFounder(Market& market, Parameters const& parameters, RandomKey const& key,
                      Visit order)
        : market_{market}, parameters_{parameters}, key_{key}, order_{order} {}

    void found() {
        count_residents();
        bring_residents_to_life();
        draw_tiers();
        for_each_task(order_, residents_.size(),
                      [&](std::size_t c) { deal_to_firms(CountryRow{c}); });
    }

  private:
    void count_residents() {
        std::size_t rows = 0;
        for (std::string const& code : market_.countries.code) {
            double const real = founding_residents(parameters_, code);
            auto const here =
                static_cast<std::size_t>(scaled(real, market_.scale, "residents." + code, key_));
            auto const jobless = static_cast<std::size_t>(
                scaled(static_cast<double>(here), parameters_.population.unemployed_at_start,
                       "unemployed." + code, key_));
            residents_.push_back({.begin = rows, .end = rows + here, .employed = here - jobless});
            rows += here;
        }
        market_.researchers.resize(rows);
    }

    CountryRow origin_of(Identity identity, CountryRow location) const {
        auto const& origins = parameters_.countries.at(market_.countries.code[location]).origins;
        if (origins.empty()) {
            return location;
        }
        double left = uniform(key_.words({.who = identity, .why = Draw::origin})[0]);
        for (auto const& [code, share] : origins) {
            left -= share;
            if (left < 0.0) {
                return row_of(market_.countries, code);
            }
        }
        return location;
    }

    void bring_residents_to_life() {
        for (std::size_t c = 0; c != residents_.size(); ++c) {
            CountryRow const here{c};
            std::size_t const begin = residents_[c].begin;
            for_each_index(order_, residents_[c].end - begin, [&](std::size_t ordinal) {
                Identity const identity = identity_of(market_.countries.number[here], 0, ordinal);
                ResearcherRow const row{begin + ordinal};
                bring_to_life(market_, row, identity, origin_of(identity, here), here, -1,
                              parameters_, key_);
                double const age = uniform(key_.words({.who = identity, .why = Draw::age})[0]);
                Month const youngest = -market_.researchers.born[row];
                market_.researchers.born[row] =
                    -youngest - static_cast<Month>(age * (oldest_at_founding - youngest));
            });
        }
    }

    /// Thresholds such that exactly the shares of the scenario stand above them.
    void draw_tiers() {
        ResearcherTable& people = market_.researchers;
        if (people.size() == 0) {
            return;
        }
        PopulationParameters const& population = parameters_.population;
        std::vector<double> talents(people.log_talent.begin(), people.log_talent.end());
        double share = 0.0;
        std::size_t tier = 0;
        for (double const of_tier :
             {population.tier_s_share, population.tier_a_share, population.tier_b_share}) {
            share += of_tier;
            auto const above = static_cast<std::size_t>(
                std::floor(share * static_cast<double>(talents.size()) + 0.5));
            if (above >= talents.size()) { // everybody
                market_.tier_thresholds.at(tier++) = -std::numeric_limits<double>::infinity();
                continue;
            }
            auto const nth = talents.begin() + static_cast<std::ptrdiff_t>(above);
            std::nth_element(talents.begin(), nth, talents.end(), std::greater<>{});
            market_.tier_thresholds.at(tier++) = *nth;
        }
        for_each_index(order_, people.size(), [&](std::size_t i) {
            ResearcherRow const row{i};
            people.tier[row] = tier_of(people.log_talent[row], market_);
        });
    }

    /// Simulated staff of the firms of a country, as many as have a job.
    std::vector<std::int64_t> staff_of(std::vector<FirmRow> const& firms, std::size_t employed) {
        std::vector<double> wanted;
        wanted.reserve(firms.size());
        for (FirmRow const firm : firms) {
            wanted.push_back(market_.firms.draw_weight[firm]);
        }
        double const all = std::accumulate(wanted.begin(), wanted.end(), 0.0);
        auto const heads = std::min(static_cast<std::int64_t>(employed),
                                    static_cast<std::int64_t>(std::floor(all + 0.5)));
        return apportion(heads, wanted, [](std::size_t i) { return i; }); // firms stand by key
    }

    void deal_to_firms(CountryRow country) {
        std::vector<FirmRow> firms;
        for (std::size_t f = 0; f != market_.firms.size(); ++f) {
            if (market_.firms.country[FirmRow{f}] == country) {
                firms.emplace_back(f);
            }
        }
        Residents const& here = residents_[country.at()];

        struct Place {
            std::uint64_t priority;
            ResearcherRow row;
        };

        std::vector<Place> queue;
        queue.reserve(here.end - here.begin);
        for (std::size_t i = here.begin; i != here.end; ++i) {
            auto const words = key_.words({.who = market_.researchers.identity[ResearcherRow{i}],
                                           .why = Draw::first_employer});
            queue.push_back(
                {static_cast<std::uint64_t>(words[0]) << 32U | words[1], ResearcherRow{i}});
        }
        std::sort(queue.begin(), queue.end(), [](Place const& a, Place const& b) {
            return std::tuple{a.priority, a.row} < std::tuple{b.priority, b.row};
        });

        auto const staff = staff_of(firms, here.employed);
        auto next = queue.begin();
        for (std::size_t k = 0; k != firms.size(); ++k) {
            double const h = market_.firms.talent_exponent[firms[k]];
            for (std::int64_t seat = 0; seat != staff[k]; ++seat, ++next) {
                ResearcherTable& people = market_.researchers;
                people.employer[next->row] = firms[k];
                people.talent_units[next->row] = exp(h * people.log_talent[next->row]);
            }
        }
    }

    Market& market_;
    Parameters const& parameters_;
    RandomKey key_;
    Visit order_;
    std::vector<Residents> residents_; ///< by country
};

/// Founding contracts: a share of what the firm would pay at most.
void sign_founding_contracts(Market& market, Parameters const& parameters, Step const& step) {
    static_cast<void>(take_census(market, step.order));
    TalentValues values;
    plan_month(market, parameters, step, values);
    ResearcherTable& people = market.researchers;
    for_each_index(step.order, people.size(), [&](std::size_t i) {
        ResearcherRow const row{i};
        if (!people.is_employed(row)) {
            return;
        }
        FirmRow const firm = people.employer[row];
        double const units = people.talent_units[row];
        double const cap =
            std::min(values.of_keeping(firm, units), market.firms.price_of_talent[firm] * units);
        people.pay[row] = parameters.offers.founding_pay_share * cap;
    });
}

} // namespace

double expected_researchers(Parameters const& parameters) {
    double total = 0.0;
    for (auto const& [code, country] : parameters.countries) {
        total += founding_residents(parameters, code);
    }
    return total * parameters.simulation.scale;
}

Market found_economy(Parameters const& parameters, RandomKey const& key) {
    Market market;
    market.scale = parameters.simulation.scale;
    market.finance.regime = market.finance.regime_set = parameters.finance.regime;
    found_countries(market, parameters);
    found_visas(market, parameters);
    found_firms(market, parameters, key);
    found_drives(market, parameters);
    take_up_terms(market, parameters);
    found_books(market, parameters);
    return market;
}

Market found_market(Parameters const& parameters, RandomKey const& key, Visit order) {
    Market market = found_economy(parameters, key);
    PopulationFounder{market, parameters, key, order}.found();
    sign_founding_contracts(market, parameters, {.key = key, .month = 0, .order = order});
    static_cast<void>(take_census(market, order));
    found_ties(market, parameters, key, order);
    found_contracts(market, parameters, key, order);
    found_rumours(market, parameters);
    return market;
}

} // namespace talentsim
