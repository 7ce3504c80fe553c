#include "engine/mechanisms/production.hpp"

#include <fmt/format.h>

#include <boost/math/tools/minima.hpp>

#include "engine/core/math.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

/// ln(G/L) of the cheapest way to produce the founding output, where a unit of talent costs
/// exp(log_price_ratio) times one of compute.
double cheapest_input_ratio(Technology const& technology, double log_price_ratio) {
    // Output is homogeneous of degree nu, so the cost of one unit of it at a given input ratio x is
    // (x + price) / Y(x, 1)^(1/nu).
    auto const log_cost = [&](double log_ratio) {
        double const x = exp(log_ratio);
        double const output = output_ratio(technology, x, 1.0);
        return log(x + exp(log_price_ratio)) - log(output) / technology.returns;
    };
    constexpr int bits = 40; // the minimum is flat: its place is known to half the bits of a double
    return boost::math::tools::brent_find_minima(log_cost, -12.0, 12.0, bits).first;
}

} // namespace

std::vector<Law> check_production(Parameters const& parameters) {
    constexpr double step = 0.5;
    // The minimum is found to about 1e-8, its difference over `step` to a few 1e-8.
    constexpr double tolerance = 1e-6;
    std::vector<Law> laws;
    for (double const sigma : {0.25, parameters.production.elasticity, 2.5}) {
        Technology const technology{.elasticity = sigma,
                                    .compute_share =
                                        parameters.production.compute_share.value_or(0.4),
                                    .returns = parameters.production.returns};
        double const slope =
            (cheapest_input_ratio(technology, step) - cheapest_input_ratio(technology, -step)) /
            (2.0 * step);
        laws.push_back(exact(fmt::format("d ln(G/L)/d ln(w/r) at least cost, sigma {}", sigma),
                             sigma, slope, tolerance));
    }
    return laws;
}

std::vector<ParameterProblem> production_problems(Parameters const& parameters) {
    // Beyond these the place of the minimum is not found so exactly.
    return unmet(parameters,
                 {{.path = "production.compute_share", .numbers = Domain::between(0.01, 0.99)},
                  {.path = "production.elasticity", .numbers = Domain::between(0.1, 10.0)},
                  {.path = "production.returns", .numbers = Domain::at_least(0.1)}});
}

} // namespace talentsim
