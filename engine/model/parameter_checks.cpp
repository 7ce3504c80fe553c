#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>

#include "engine/model/compute_checks.hpp"
#include "engine/model/parameter_checks_deals.hpp"
#include "engine/model/parameter_checks_drives.hpp"
#include "engine/model/parameter_checks_sites.hpp"
#include "engine/model/parameter_checks_visas.hpp"
#include "engine/model/parameter_table.hpp"

namespace talentsim {

namespace {

using Problems = std::vector<ParameterProblem>;
using Shares = std::map<std::string, double>;

bool is_country_code(std::string const& key) {
    return key.size() == 3 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

double sum_of(Shares const& shares) {
    double total = 0.0;
    for (auto const& [country, share] : shares) {
        total += share;
    }
    return total;
}

class Checker {
  public:
    explicit Checker(Parameters const& parameters) : parameters_{parameters} {}

    Problems problems() && {
        check_exchange_rates();
        check_population();
        check_countries();
        check_firms();
        check_posting();
        check_finance();
        check_ties();
        check_contracts();
        check_visas(parameters_, problems_);
        check_drives(parameters_, problems_);
        check_sites(parameters_, problems_);
        check_deals(parameters_, problems_);
        return std::move(problems_);
    }

  private:
    template <class... Facts>
    void complain(std::string path, fmt::format_string<Facts...> what, Facts&&... facts) {
        problems_.push_back({std::move(path), fmt::format(what, std::forward<Facts>(facts)...)});
    }

    void must_be_country(std::string const& path, std::string const& country) {
        if (!parameters_.countries.contains(country)) {
            complain(path, "'{}' is not in this scenario (one of the countries {})", country,
                     known_countries());
        }
    }

    /// As many as there may be, in the order of their codes.
    std::string const& known_countries() {
        if (known_countries_.empty()) {
            std::vector<std::string_view> known;
            for (auto const& [key, rest] : parameters_.countries) {
                if (known.size() == max_countries) {
                    break;
                }
                known.push_back(key);
            }
            known_countries_ = fmt::format("{}", fmt::join(known, ", "));
        }
        return known_countries_;
    }

    void check_exchange_rates() {
        auto const& rates = parameters_.simulation.exchange_rates;
        auto const own = rates.find("USD");
        if (own != rates.end() && own->second != 1.0) {
            complain("simulation.exchange_rates.USD", "{} is no rate of the USD to itself (1)",
                     own->second);
        }
    }

    void check_shares(std::string const& path, std::string const& own, Shares const& shares) {
        for (auto const& [country, share] : shares) {
            must_be_country(fmt::format("{}.{}", path, country), country);
            if (country == own) {
                complain(fmt::format("{}.{}", path, country),
                         "is the country itself (another country)");
            }
        }
        if (sum_of(shares) > 1.0 + 1e-9) {
            complain(path, "shares sum to {} (at most 1)", sum_of(shares));
        }
    }

    void check_population() {
        auto const& population = parameters_.population;
        double const above_c =
            population.tier_s_share + population.tier_a_share + population.tier_b_share;
        if (above_c > 1.0) {
            complain("population.tier_b_share",
                     "the shares of tiers S, A and B sum to {} (at most 1)", above_c);
        }
        auto const& talent = population.talent;
        if (talent.distribution == TalentDistribution::uniform && talent.low > talent.high) {
            complain("population.talent.low",
                     "{} exceeds population.talent.high, {} (at most that)", talent.low,
                     talent.high);
        }
        must_have_finite_talent("production.talent_exponent",
                                parameters_.production.talent_exponent);
        if (parameters_.production.returns >= 1.0 && parameters_.budgets.talent == Limit::limited &&
            parameters_.mechanisms.budget_adjustment) {
            complain("production.returns",
                     "{} lets one firm swallow the world where budgets follow output (below 1, or "
                     "budgets.talent: unlimited, or mechanisms.budget_adjustment: false)",
                     parameters_.production.returns);
        }
    }

    /// The mean of theta^h is infinite for Pareto talent with a tail exponent of h or less.
    void must_have_finite_talent(std::string const& path, double exponent) {
        auto const& talent = parameters_.population.talent;
        if (talent.distribution == TalentDistribution::pareto && talent.exponent <= exponent) {
            complain(path, "{} makes mean talent infinite (below population.talent.exponent, {})",
                     exponent, talent.exponent);
        }
    }

    void check_countries() {
        if (parameters_.countries.empty()) {
            complain("countries", "none given (at least one country)");
        }
        if (parameters_.countries.size() > max_countries) {
            complain("countries", "{} given (at most {})", parameters_.countries.size(),
                     max_countries);
        }
        double residents = 0.0;
        for (auto const& [key, country] : parameters_.countries) {
            std::string const path = "countries." + key;
            if (!is_country_code(key)) {
                complain(path, "'{}' is no country code (three capitals as in ISO 3166-1: KOR)",
                         key);
            }
            residents += country.researchers;
            check_shares(path + ".origins", key, country.origins);
            check_shares(path + ".study_abroad", key, country.study_abroad);
            for (auto const& [other, cost] : country.moving_cost_to) {
                must_be_country(fmt::format("{}.moving_cost_to.{}", path, other), other);
            }
            if (country.talent_exponent) {
                must_have_finite_talent(path + ".talent_exponent", *country.talent_exponent);
            }
        }
        if (residents <= 0.0 && !parameters_.countries.empty()) {
            complain("countries", "no country has researchers (countries.*.researchers above 0 in "
                                  "at least one)");
        }
    }

    void check_posting() {
        if (parameters_.offers.posting == PayPosting::equal_profit &&
            parameters_.utility.outside != OutsideOption::home_production) {
            complain("offers.posting", "'equal_profit' needs a fixed value of no employer "
                                       "(utility.outside: home_production)");
        }
        if (parameters_.offers.posting == PayPosting::equal_profit &&
            parameters_.search.separation_rate <= 0.0) {
            complain("offers.posting", "'equal_profit' needs jobs that end "
                                       "(search.separation_rate above 0)");
        }
    }

    void check_finance() {
        FinanceParameters const& finance = parameters_.finance;
        if (finance.bust_multiple > finance.boom_multiple) {
            complain("finance.bust_multiple", "{} exceeds finance.boom_multiple, {} (at most that)",
                     finance.bust_multiple, finance.boom_multiple);
        }
    }

    void check_ties() {
        auto const& on = parameters_.mechanisms;
        auto const needs_ties = [&](bool is_on, char const* name) {
            if (is_on && !on.ties) {
                complain(fmt::format("mechanisms.{}", name),
                         "is true, and there are no ties to go by (mechanisms.ties: true)");
            }
        };
        needs_ties(on.relative_deprivation, "relative_deprivation");
        needs_ties(on.referrals, "referrals");
        needs_ties(on.rumours, "rumours");
        if (parameters_.social.ties_per_hire > parameters_.social.ties) {
            complain("social.ties_per_hire", "{} exceeds social.ties, {} (at most that)",
                     parameters_.social.ties_per_hire, parameters_.social.ties);
        }
    }

    void check_contracts() {
        if (parameters_.mechanisms.retention_grants && !parameters_.mechanisms.contracts) {
            complain("mechanisms.retention_grants",
                     "is true, and nothing vests (mechanisms.contracts: true)");
        }
    }

    void check_firms() {
        std::map<std::string, double> staff;
        for (auto const& [key, firm] : parameters_.firms) {
            std::string const path = "firms." + key;
            if (key.find("-fringe") != std::string::npos) {
                complain(path, "is named like the unnamed firms (a key without '-fringe')");
            }
            if (firm.country.empty()) {
                complain(path + ".country", "is missing (the key of a country)");
            } else {
                must_be_country(path + ".country", firm.country);
            }
            if (firm.kind == FirmKind::fringe) {
                complain(path + ".kind", "is 'fringe', which unnamed firms are (another kind)");
            }
            if (firm.talent_exponent) {
                must_have_finite_talent(path + ".talent_exponent", *firm.talent_exponent);
            }
            staff[firm.country] += firm.staff;
        }
        for (auto const& [key, fringe] : parameters_.fringe) {
            must_be_country("fringe." + key, key);
            auto const& productivity = fringe.productivity;
            if (productivity.distribution == ProductivityDistribution::uniform &&
                productivity.low > productivity.high) {
                complain(fmt::format("fringe.{}.productivity.low", key),
                         "{} exceeds fringe.{}.productivity.high, {} (at most that)",
                         productivity.low, key, productivity.high);
            }
        }
        if (parameters_.firms.empty() && parameters_.fringe.empty()) {
            complain("firms", "none given (firms, or a fringe, in at least one country)");
        }
        check_staff(staff);
    }

    /// Founding staff must be found among the residents.
    void check_staff(std::map<std::string, double> const& staff) {
        for (auto const& [country, heads] : staff) {
            if (!parameters_.countries.contains(country)) {
                continue;
            }
            double const residents = founding_residents(parameters_, country);
            if (heads > residents) {
                complain("countries." + country + ".researchers",
                         "makes {:.0f} residents, fewer than the staff of the named firms there, "
                         "{:.0f} (at least that)",
                         residents, heads);
            }
        }
    }

    static constexpr std::size_t max_countries = 60;

    Parameters const& parameters_;
    Problems problems_;
    std::string known_countries_; ///< once they were asked for
};

} // namespace

std::vector<ParameterProblem> problems_in(Parameters const& parameters) {
    Problems problems = Checker{parameters}.problems();
    Problems const of_compute = compute_problems_in(parameters);
    problems.insert(problems.end(), of_compute.begin(), of_compute.end());
    return problems;
}

} // namespace talentsim
