#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "engine/core/math.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/panel.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

constexpr Month months = 10;

/// Raises add up, and pay is worked out from U.
constexpr double rounding = 1e-9;

/// Two who raise by turns, the standing offer 1 being held by a fair draw.
///
/// A firm of cap r can go up to the level (1+e)^k <= r and no further. If one goes further than the
/// other, k levels, the contest ends at the level k where the former holds that offer, and at k+1
/// where it has to raise once more: each with 1/2. If both go as far, whoever holds the offer there
/// wins, and is the wrong one with 1/2.
class Duel {
  public:
    Duel(Simulation const& world, OfferParameters const& offers)
        : step_{offers.escalation_step}, rounds_{static_cast<double>(offers.rounds)} {
        FirmTable const& firms = world.market().firms;
        outside_ = world.market().countries.outside_value[CountryRow{0}];
        for (std::size_t f = 0; f != firms.size(); ++f) {
            double const level = level_of(firms.unit_value[FirmRow{f}] / outside_);
            ++firms_at_[std::min(level, rounds_)];
            highest_ = std::max(highest_, level);
        }
    }

    /// Probability that the lower cap of two different firms wins.
    [[nodiscard]] double wrong_winner() const {
        double pairs = 0.0;
        double same = 0.0;
        double above = 0.0;
        for (auto const& [level, n] : firms_at_) {
            same += 0.5 * n * (n - 1.0);
            pairs += 0.5 * n * (n - 1.0) + n * above;
            above += n;
        }
        return 0.5 * same / pairs;
    }

    /// Mean price, relative to no employer.
    [[nodiscard]] double mean_price() const {
        double pairs = 0.0;
        double sum = 0.0;
        double above = 0.0;
        for (auto const& [level, n] : firms_at_) {
            double const price = pow(1.0 + step_, level);
            double const same = 0.5 * n * (n - 1.0);
            pairs += same + n * above;
            sum += price * (same + n * above * 0.5 * (2.0 + step_));
            above += n;
        }
        return sum / pairs;
    }

    /// The probability of the wrong winner for many firms of uniform caps: half the sum of squares
    /// of the shares of caps between one level and the next.
    [[nodiscard]] double wrong_winner_of_many(double low, double high) const {
        double const range = high - low;
        double squares = 0.0;
        auto const last = static_cast<std::int64_t>(std::min(highest_, rounds_));
        for (std::int64_t level = 0; level <= last; ++level) {
            auto const k = static_cast<double>(level);
            double const from = std::max(pow(1.0 + step_, k), low);
            double const to = k == rounds_ ? high : std::min(pow(1.0 + step_, k + 1.0), high);
            squares += from < to ? (to - from) * (to - from) / (range * range) : 0.0;
        }
        return 0.5 * squares;
    }

    [[nodiscard]] double outside() const { return outside_; }

    [[nodiscard]] bool has_rounds_enough() const { return rounds_ > highest_; }

  private:
    [[nodiscard]] double level_of(double cap) const { return std::floor(log(cap) / log1p(step_)); }

    double step_;
    double rounds_;
    double outside_ = 1.0;
    double highest_ = 0.0;
    std::map<double, double, std::greater<>> firms_at_; ///< how many, by level, highest first
};

std::vector<Law> laws_of_step(Parameters parameters, double step) {
    parameters.offers.escalation_step = step;
    parameters.search.contacts_per_search = 2;
    Simulation const world = found_world(parameters);
    MonthPhases phases{world.market()};
    Ledger ledger{parameters.simulation.start};
    Market market = world.market(); // in which nobody ever takes up a job
    MonthFlows flows{market.countries.size()};
    Mean price;
    double contests = 0.0;
    double wrong = 0.0;
    double far = 0.0;
    for (Month month = 0; month != months; ++month) {
        phases.run_to_offers(market, parameters,
                             {.key = RandomKey{world_of(parameters)}, .month = month}, flows,
                             ledger);
        double const outside = market.countries.outside_value[CountryRow{0}];
        for (Contest const& contest : phases.contests().contests) {
            Bid const& winner = phases.contests().bids[contest.first];
            double const other = phases.contests().bids[contest.first + 1].cap;
            double const second = std::min(winner.cap, other);
            contests += 1.0;
            wrong += winner.cap < other ? 1.0 : 0.0;
            far += std::abs(log(winner.pay / second)) > log1p(step) + rounding ? 1.0 : 0.0;
            price.add(winner.pay / outside);
        }
    }
    Duel const duel{world, parameters.offers};
    ProductivityParameters const& caps = parameters.fringe.begin()->second.productivity;
    double const unit = parameters.production.unit_value / duel.outside();
    double const of_many = duel.wrong_winner_of_many(caps.low * unit, caps.high * unit);
    std::vector<Law> laws{
        expected(fmt::format("the lower cap wins, at steps of {:g}; in the continuum {:.6f}", step,
                             of_many),
                 duel.wrong_winner(), share_of(wrong, contests)),
        expected(fmt::format("mean price at steps of {:g}, over no employer", step),
                 duel.mean_price(), price.estimate()),
    };
    // A step that spans all caps says nothing about prices.
    if (duel.has_rounds_enough() && 1.0 + step < caps.high * unit) {
        laws.push_back(exact(
            fmt::format("prices more than a step of {:g} from the sequential auction's", step), 0.0,
            far));
    }
    return laws;
}

} // namespace

std::vector<ParameterProblem> rounds_problems(Parameters const& parameters) {
    return together(
        unmet(
            parameters,
            together(needs_of_plain_search(),
                     {{.path = "population.unemployed_at_start", .numbers = Domain::only(1.0)},
                      {.path = "population.talent.distribution", .words = {"constant"}},
                      {.path = "population.talent.value", .numbers = Domain::only(1.0)},
                      {.path = "search.draw", .words = {"uniform"}},
                      {.path = "offers.protocol", .words = {"rounds"}},
                      {.path = "offers.opening", .words = {"reservation"}},
                      {.path = "offers.escalation_step", .numbers = Domain::above(0.0)},
                      {.path = "offers.chief_executive_probability", .numbers = Domain::only(0.0)},
                      {.path = "offers.agent_share", .numbers = Domain::only(0.0)},
                      {.path = "offers.bargaining_power", .numbers = Domain::only(0.0)},
                      {.path = "offers.pay_floor", .numbers = Domain::only(0.0)},
                      {.path = "utility.form", .words = {"logarithmic"}},
                      {.path = "utility.outside", .words = {"home_production"}},
                      {.path = "utility.pay", .numbers = Domain::only(1.0)},
                      {.path = "utility.persistent_taste.distribution", .words = {"none"}},
                      {.path = "utility.transitory_taste", .numbers = Domain::only(0.0)},
                      {.path = "production.talent_exponent", .numbers = Domain::only(1.0)},
                      {.path = "countries.*.talent_exponent", .numbers = Domain::only(1.0)},
                      {.path = "fringe.*.firms", .numbers = Domain::at_least(2.0)},
                      {.path = "fringe.*.premium_spread", .numbers = Domain::only(0.0)},
                      {.path = "fringe.*.productivity.distribution", .words = {"uniform"}}})),
        lowest_outside_pay_problems(parameters));
}

std::vector<Law> check_rounds(Parameters const& parameters) {
    std::vector<double> steps{1.0, 0.1, 0.01};
    double const given = parameters.offers.escalation_step;
    if (std::find(steps.begin(), steps.end(), given) == steps.end()) {
        steps.push_back(given);
    }
    std::vector<Law> laws;
    for (double const step : steps) {
        for (Law& law : laws_of_step(parameters, step)) {
            laws.push_back(std::move(law));
        }
    }
    return laws;
}

} // namespace talentsim
