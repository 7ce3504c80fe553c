#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/core/math.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

constexpr Month months = 36;

/// Rounding of money: budgets and payrolls are sums in steps of 2^-16 USD.
constexpr double rounding = 1e-9;

Simulation after_months(Parameters const& parameters) {
    Simulation world = found_world(parameters);
    for (Month month = 0; month != months; ++month) {
        world.step();
    }
    return world;
}

} // namespace

/// V = C S^gamma theta with Pareto values of exponent 1/gamma, so that sizes S are Zipf's: doubling
/// every S multiplies every V by 2^gamma.
std::vector<Law> check_assignment(Parameters const& parameters) {
    Parameters doubled = parameters;
    double gamma = 0.0;
    for (auto& [country, fringe] : doubled.fringe) {
        gamma = 1.0 / fringe.productivity.exponent;
        fringe.productivity.low *= pow(2.0, gamma);
    }
    Simulation const one = after_months(parameters);
    Simulation const two = after_months(doubled);
    ResearcherTable const& before = one.market().researchers;
    ResearcherTable const& after = two.market().researchers;
    double elsewhere = 0.0;
    double moved_since_founding = 0.0;
    double lowest = pow(2.0, gamma);
    double highest = lowest;
    for (std::size_t i = 0; i != before.size(); ++i) {
        ResearcherRow const row{i};
        elsewhere += before.employer[row] == after.employer[row] ? 0.0 : 1.0;
        if (before.is_employed(row) && after.is_employed(row)) {
            moved_since_founding += before.since[row] > 0 ? 1.0 : 0.0;
            double const ratio = after.pay[row] / before.pay[row];
            lowest = std::min(lowest, ratio);
            highest = std::max(highest, ratio);
        }
    }
    return {
        larger("employed who have changed jobs in the meantime", 0.0,
               {.value = moved_since_founding}),
        exact("researchers who work elsewhere when all firms are twice as large", 0.0, elsewhere),
        exact(fmt::format("lowest ratio of pay, 2^gamma with gamma {:.4g}", gamma), pow(2.0, gamma),
              lowest, rounding),
        exact("highest ratio of pay", pow(2.0, gamma), highest, rounding),
    };
}

std::vector<ParameterProblem> assignment_problems(Parameters const& parameters) {
    return unmet(
        parameters,
        together(needs_of_plain_world(),
                 {{.path = "mechanisms.own_search", .words = {"true"}},
                  {.path = "search.contact_rate_unemployed", .numbers = Domain::above(0.0)},
                  {.path = "utility.form", .words = {"logarithmic"}},
                  {.path = "utility.outside", .words = {"pay", "none"}},
                  {.path = "fringe.*.productivity.distribution", .words = {"pareto"}}}));
}

} // namespace talentsim
