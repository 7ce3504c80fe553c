#include "engine/validation/panel.hpp"

#include <algorithm>
#include <cmath>

namespace talentsim {

namespace {

/// Months whose random numbers have an address; see Address::month.
constexpr Month last_month = 4000;
constexpr Month window = 120;
static_assert(longest_burn_in + window == last_month);

/// ln(20,000): how often a job must have ended before the beginning is forgotten.
constexpr double forgetting = 10.0;

} // namespace

Estimate RatioOverPeople::estimate() const {
    auto const n = static_cast<double>(parts_.size());
    double numerator = 0.0;
    double denominator = 0.0;
    for (Part const& part : parts_) {
        numerator += part.numerator;
        denominator += part.denominator;
    }
    double const ratio = numerator / denominator;
    double squares = 1.0; // one event more than were seen, so that none seen has an error, too
    for (Part const& part : parts_) {
        double const residual = part.numerator - ratio * part.denominator;
        squares += residual * residual;
    }
    return {.value = ratio, .standard_error = std::sqrt(squares * n / (n - 1.0)) / denominator};
}

Month months_to_forget(double rate) {
    // A rate of 0 leads to infinity, and that to the longest.
    return static_cast<Month>(
        std::min(std::ceil(forgetting / rate), static_cast<double>(longest_burn_in)));
}

Horizon stationary(Parameters const& parameters) {
    return {.burn_in = months_to_forget(parameters.search.separation_rate), .months = window};
}

World world_of(Parameters const& parameters) {
    return {.seed = static_cast<std::uint64_t>(parameters.simulation.seed)};
}

Simulation found_world(Parameters const& parameters, std::uint32_t replicate) {
    World world = world_of(parameters);
    world.replicate = replicate;
    return Simulation{parameters, {}, world};
}

LabourRates observe_rates(Simulation& world, Horizon const& horizon) {
    for (Month month = 0; month != horizon.burn_in; ++month) {
        world.step();
    }
    ResearcherTable const& people = world.market().researchers;
    RatioOverPeople unemployment{people.size()};
    RatioOverPeople moves{people.size()};
    RatioOverPeople raises{people.size()};
    RatioOverPeople changes{people.size()};
    LabourRates rates;
    for (Month month = 0; month != horizon.months; ++month) {
        auto const employer_before = people.employer;
        auto const pay_before = people.pay;
        world.step();
        for (std::size_t i = 0; i != people.size(); ++i) {
            ResearcherRow const row{i};
            bool const was_employed = employer_before[row].exists();
            unemployment.add(i, was_employed ? 0.0 : 1.0, 1.0);
            if (!was_employed) {
                continue;
            }
            bool const moved =
                people.is_employed(row) && people.employer[row] != employer_before[row];
            bool const raised =
                people.employer[row] == employer_before[row] && people.pay[row] > pay_before[row];
            moves.add(i, moved ? 1.0 : 0.0, 1.0);
            raises.add(i, raised ? 1.0 : 0.0, 1.0);
            changes.add(i, moved || raised ? 1.0 : 0.0, 1.0);
            rates.n_moves += moved ? 1 : 0;
            rates.n_raises += raised ? 1 : 0;
        }
    }
    rates.unemployment = unemployment.estimate();
    rates.moves = moves.estimate();
    rates.raises = raises.estimate();
    rates.changes = changes.estimate();
    return rates;
}

} // namespace talentsim
