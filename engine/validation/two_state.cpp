#include "engine/core/math.hpp"
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
};

/// P(U_new > U_old) with Gumbel tastes of scale s on both sides.
double logit(double gain, double s) { return 1.0 / (1.0 + exp(-gain / s)); }

/// Contacts come from one's own country with the home share, else for those abroad with 1/2 from
/// the country of origin, else from either firm of the world.
Rates rates_of(Market const& market, Parameters const& parameters) {
    double const elsewhere = 1.0 - parameters.search.home_share;
    double const contacts = parameters.search.contact_rate_employed;
    auto const utility_in = [&](CountryRow country) { // the firms stand as their countries
        FirmRow const firm{country.at()};
        double const pay = market.firms.posted_pay[firm] * market.countries.pay_to_value[country];
        return parameters.utility.pay * log(pay) -
               (country == abroad ? market.countries.home_bias[home] : 0.0);
    };
    double const gain = utility_in(abroad) - utility_in(home);
    double const s = parameters.utility.transitory_taste;
    return {.out = contacts * elsewhere * 0.5 * logit(gain - market.countries.moving_cost(0, 1), s),
            .back =
                contacts * elsewhere * 0.75 * logit(-gain - market.countries.moving_cost(1, 0), s)};
}

} // namespace

std::vector<Law> check_two_state(Parameters const& parameters) {
    constexpr Month burn_in = 400;
    constexpr Month months = 400;
    Simulation world = found_world(parameters);
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
    Rates const rates = rates_of(world.market(), parameters);
    return {
        expected("moves abroad, per month at home: m", rates.out, out.estimate()),
        expected("moves back, per month abroad: r", rates.back, back.estimate()),
        expected("share abroad, m/(m + r)", rates.out / (rates.out + rates.back),
                 time_abroad.estimate()),
    };
}

} // namespace talentsim
