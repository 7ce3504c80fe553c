#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <boost/math/distributions/normal.hpp>

#include "engine/core/math.hpp"
#include "engine/phases/founding.hpp"
#include "engine/phases/job_utility.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

/// Log pay at home and abroad: ln w_j = mu_j + h_j ln(theta) + eps_j, a bivariate normal.
struct LogPay {
    double mean = 0.0;
    double sd = 0.0;
};

struct Selection {
    double share_moving;
    double home_pay_of_movers;
    double pay_of_movers;
};

/// @param cost  of all that speaks against going, in log points of pay: of moving, of leaving home,
///              and of taxes and prices that are higher abroad
///
/// Source: Borjas (1987), "Self-selection and the earnings of immigrants", AER 77(4), eq. 5-7.
Selection self_selection(LogPay const& home, LogPay const& abroad, double covariance, double cost) {
    double const sd_of_difference =
        std::sqrt(home.sd * home.sd + abroad.sd * abroad.sd - 2.0 * covariance);
    double const z = (home.mean - abroad.mean + cost) / sd_of_difference;
    boost::math::normal const standard;
    double const share = cdf(complement(standard, z));
    double const hazard = pdf(standard, z) / share;
    return {.share_moving = share,
            .home_pay_of_movers =
                home.mean + (covariance - home.sd * home.sd) / sd_of_difference * hazard,
            .pay_of_movers =
                abroad.mean + (abroad.sd * abroad.sd - covariance) / sd_of_difference * hazard};
}

// Firms stand by key.
constexpr FirmRow abroad{0};
constexpr FirmRow home{1};

/// What speaks against going, in log points of pay.
double cost_of_going(Market const& market, Parameters const& parameters) {
    CountryRow const here = market.firms.country[home];
    CountryRow const there = market.firms.country[abroad];
    double const nuisance = market.countries.moving_cost(static_cast<Eigen::Index>(here.at()),
                                                         static_cast<Eigen::Index>(there.at())) +
                            market.countries.home_bias[here];
    return nuisance / parameters.utility.pay +
           log(market.countries.pay_to_value[here] / market.countries.pay_to_value[there]);
}

Selection selection_in(Market const& market, Parameters const& parameters) {
    TalentParameters const& talent = parameters.population.talent;
    double const match_sd = parameters.utility.persistent_taste.scale;
    auto const log_pay_at = [&](FirmRow firm) {
        double const h = market.firms.talent_exponent[firm];
        return LogPay{.mean = log(market.firms.unit_value[firm] * parameters.offers.posted_share) +
                              h * talent.log_mean,
                      .sd = std::sqrt(h * h * talent.log_sd * talent.log_sd + match_sd * match_sd)};
    };
    double const covariance = market.firms.talent_exponent[home] *
                              market.firms.talent_exponent[abroad] * talent.log_sd * talent.log_sd;
    return self_selection(log_pay_at(home), log_pay_at(abroad), covariance,
                          cost_of_going(market, parameters));
}

/// Means of so few are not normal, and their errors unknown.
constexpr double fewest_movers = 50.0;

} // namespace

std::vector<ParameterProblem> roy_problems(Parameters const& parameters) {
    auto problems = together(
        unmet(parameters,
              together(needs_of_plain_search(),
                       {{.path = "population.unemployed_at_start", .numbers = Domain::only(1.0)},
                        {.path = "population.talent.distribution", .words = {"lognormal"}},
                        {.path = "search.contacts_per_search",
                         .numbers = Domain::at_least(2.0),
                         .words = {"all"}},
                        {.path = "offers.protocol", .words = {"posted"}},
                        {.path = "offers.posting", .words = {"share_of_cap"}},
                        {.path = "offers.posted_share", .numbers = Domain::above(0.0)},
                        {.path = "utility.form", .words = {"logarithmic"}},
                        {.path = "utility.outside", .words = {"none"}},
                        {.path = "utility.home_spread", .numbers = Domain::only(0.0)},
                        {.path = "utility.persistent_taste.distribution", .words = {"normal"}},
                        {.path = "utility.persistent_taste.scale", .numbers = Domain::above(0.0)},
                        {.path = "utility.persistent_taste.enters", .words = {"productivity"}},
                        {.path = "utility.transitory_taste", .numbers = Domain::only(0.0)},
                        {.path = "countries.USA.researchers", .numbers = Domain::only(0.0)},
                        {.path = "firms.home.country", .words = {"KOR"}},
                        {.path = "firms.abroad.country", .words = {"USA"}},
                        {.path = "firms.*.posted_pay"}})),
        origin_problems(parameters));
    if (!problems.empty()) {
        return problems;
    }
    auto const theory =
        selection_in(found_economy(parameters, RandomKey{world_of(parameters)}), parameters);
    double const choosers =
        *parameters.population.researchers * parameters.search.contact_rate_unemployed;
    double const movers = theory.share_moving * choosers;
    if (!(std::min(movers, choosers - movers) >= fewest_movers)) {
        problems.push_back(without_theory(
            "utility.moving_cost", fmt::format("{}", parameters.utility.moving_cost),
            fmt::format("with the rest such that of {:.0f} people {} at least move and as many "
                        "stay, not {:.3g}",
                        choosers, fewest_movers, movers)));
    }
    return problems;
}

std::vector<Law> check_roy(Parameters const& parameters) {
    Simulation world = found_world(parameters);
    world.step();
    Market const& market = world.market();
    ResearcherTable const& people = market.researchers;
    auto const theory = selection_in(market, parameters);

    RandomKey const key{world_of(parameters)};
    Step const step{.key = key, .month = 0};
    double choosers = 0.0;
    double movers = 0.0;
    Mean home_pay;
    Mean pay;
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        choosers += people.is_employed(row) ? 1.0 : 0.0; // who have searched: any job is taken
        if (people.employer[row] == abroad) {
            movers += 1.0;
            pay.add(log(people.pay[row]));
            JobUtility const utility{market, parameters, step, row};
            home_pay.add(log(market.firms.unit_value[home] * parameters.offers.posted_share) +
                         market.firms.talent_exponent[home] * people.log_talent[row] +
                         utility.persistent_match(workplace_of(market.firms, home)));
        }
    }
    return {
        expected("share moving abroad", theory.share_moving, share_of(movers, choosers)),
        expected("mean log pay at home of those who move", theory.home_pay_of_movers,
                 home_pay.estimate()),
        expected("mean log pay abroad of those who move", theory.pay_of_movers, pay.estimate()),
    };
}

} // namespace talentsim
