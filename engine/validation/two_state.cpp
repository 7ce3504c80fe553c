#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "engine/core/math.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

constexpr CountryRow home{0};
constexpr CountryRow abroad{1};

/// A month's probability of moving one way and the other.
struct Rates {
    double out = 0.0;
    double back = 0.0;

    /// At what rate a beginning is forgotten, of where people are and of who has no job yet.
    [[nodiscard]] double forgetting(double contacts_of_the_jobless) const {
        return std::min(out + back, contacts_of_the_jobless);
    }
};

CountryParameters const& country_of(Parameters const& parameters, CountryRow country) {
    return std::next(parameters.countries.begin(), country == home ? 0 : 1)->second;
}

/// Of a job in its country, to somebody born at home [log points of pay].
double utility_in(Parameters const& parameters, CountryRow country) {
    FirmParameters const& firm =
        std::next(parameters.firms.begin(), country == home ? 0 : 1)->second;
    CountryParameters const& there = country_of(parameters, country);
    double const pay = firm.posted_pay.value_or(0.0) * (1.0 - there.tax_rate) / there.price_level;
    double const home_bias =
        country_of(parameters, home).home_bias.value_or(parameters.utility.home.mean);
    return parameters.utility.pay * log(pay) - (country == abroad ? home_bias : 0.0);
}

double moving_cost(Parameters const& parameters, CountryRow from) {
    auto const& costs = country_of(parameters, from).moving_cost_to;
    auto const to = std::next(parameters.countries.begin(), from == home ? 1 : 0);
    auto const own = costs.find(to->first);
    return own == costs.end() ? parameters.utility.moving_cost : own->second;
}

/// P(U_new > U_old) with Gumbel tastes of scale s on both sides.
double logit(double gain, double s) { return 1.0 / (1.0 + exp(-gain / s)); }

/// Contacts come from one's own country with the home share, else for those abroad with 1/2 from
/// the country of origin, else from either firm of the world.
Rates rates_of(Parameters const& parameters) {
    double const elsewhere = 1.0 - parameters.search.home_share;
    double const contacts = parameters.search.contact_rate_employed;
    double const gain = utility_in(parameters, abroad) - utility_in(parameters, home);
    double const s = parameters.utility.transitory_taste;
    return {.out = contacts * elsewhere * 0.5 * logit(gain - moving_cost(parameters, home), s),
            .back =
                contacts * elsewhere * 0.75 * logit(-gain - moving_cost(parameters, abroad), s)};
}

} // namespace

std::vector<Law> check_two_state(Parameters const& parameters) {
    constexpr Month months = 120;
    Simulation world = found_world(parameters);
    Rates const rates = rates_of(parameters);
    Month const burn_in =
        months_to_forget(rates.forgetting(parameters.search.contact_rate_unemployed));
    for (Month month = 0; month != burn_in; ++month) {
        world.step();
    }
    ResearcherTable const& people = world.market().researchers;
    RatioOverPeople time_abroad{people.size()};
    RatioOverPeople out{people.size()};
    RatioOverPeople back{people.size()};
    for (Month month = 0; month != months; ++month) {
        auto const before = people.location;
        world.step();
        for (std::size_t i = 0; i != people.size(); ++i) {
            ResearcherRow const row{i};
            bool const was_abroad = before[row] == abroad;
            bool const moved = people.location[row] != before[row];
            time_abroad.add(i, was_abroad ? 1.0 : 0.0, 1.0);
            (was_abroad ? back : out).add(i, moved ? 1.0 : 0.0, 1.0);
        }
    }
    return {
        expected("moves abroad, per month at home: m", rates.out, out.estimate()),
        expected("moves back, per month abroad: r", rates.back, back.estimate()),
        expected("share abroad, m/(m + r)", rates.out / (rates.out + rates.back),
                 time_abroad.estimate()),
    };
}

std::vector<ParameterProblem> two_state_problems(Parameters const& parameters) {
    auto problems = together(
        unmet(parameters,
              together(needs_of_plain_search(),
                       {{.path = "mechanisms.separation", .words = {"false"}},
                        {.path = "search.contact_rate_employed", .numbers = Domain::above(0.0)},
                        {.path = "search.contacts_per_search", .numbers = Domain::only(1.0)},
                        {.path = "search.home_share", .numbers = Domain::below(1.0)},
                        {.path = "search.draw", .words = {"uniform"}},
                        {.path = "offers.protocol", .words = {"posted"}},
                        {.path = "utility.form", .words = {"logarithmic"}},
                        {.path = "utility.outside", .words = {"none"}},
                        {.path = "utility.home_spread", .numbers = Domain::only(0.0)},
                        {.path = "utility.persistent_taste.distribution", .words = {"none"}},
                        {.path = "utility.transitory_taste", .numbers = Domain::above(0.0)},
                        {.path = "countries.USA.researchers", .numbers = Domain::only(0.0)},
                        {.path = "firms.home_firm.country", .words = {"KOR"}},
                        {.path = "firms.other_firm.country", .words = {"USA"}}})),
        origin_problems(parameters));
    if (!problems.empty()) {
        return problems;
    }
    double const forgetting =
        rates_of(parameters).forgetting(parameters.search.contact_rate_unemployed);
    if (months_to_forget(forgetting) == longest_burn_in) {
        problems.push_back(without_theory(
            "utility.transitory_taste", fmt::format("{}", parameters.utility.transitory_taste),
            fmt::format("so many moves that where people began is forgotten in {} months; or more "
                        "contacts, or lower costs of moving",
                        longest_burn_in)));
    }
    return problems;
}

} // namespace talentsim
