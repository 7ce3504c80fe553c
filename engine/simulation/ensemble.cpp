#include "engine/simulation/ensemble.hpp"

#include <cmath>

#include "engine/phases/founding.hpp"
#include "engine/simulation/indicators.hpp"
#include "engine/simulation/simulation.hpp"

namespace talentsim {

namespace {

/// Researchers from which a world is worth sharing between threads. Measured: two threads on 10^4
/// are slower than one.
constexpr double large_world = 150'000.0;

/// Simulate one replicate; report(record) after each recorded month.
template <class Report>
ReplicateRecord simulate(Parameters const& parameters, std::vector<DatedChange> const& changes,
                         RunOptions const& options, Visit visit, bool every_firm,
                         std::size_t replicate, Report const& report) {
    Simulation simulation{parameters,
                          changes,
                          {.seed = static_cast<std::uint64_t>(parameters.simulation.seed),
                           .replicate = static_cast<std::uint32_t>(replicate)},
                          visit};
    Indicators indicators{simulation, every_firm};
    auto const step = [&] {
        if (options.stop != nullptr && options.stop->load()) {
            throw Interrupted{"stopped"};
        }
        simulation.step();
        indicators.observe(simulation);
        options.on_month();
    };
    for (std::int64_t month = 0; month != parameters.simulation.burn_in_months; ++month) {
        step();
    }
    indicators.start_recording(simulation);
    for (std::int64_t month = 0; month != parameters.simulation.months; ++month) {
        step();
        report(indicators.record(simulation, static_cast<std::size_t>(month)));
    }
    return indicators.replicate_record(simulation);
}

struct Trajectory {
    std::size_t replicate = 0;
    std::vector<MonthRecord> months;
    ReplicateRecord whole;
};

} // namespace

bool runs_side_by_side(Parameters const& parameters, std::size_t threads) {
    return threads > 1 && parameters.simulation.replicates > 1 &&
           expected_researchers(parameters) < large_world;
}

RunDescription describe_run(Parameters const& parameters, std::string title, bool every_firm) {
    RandomKey const key{{.seed = static_cast<std::uint64_t>(parameters.simulation.seed)}};
    std::map<std::string, std::string> titles;
    auto const name = [&](auto const& agents) {
        for (auto const& [agent, given] : agents) {
            if (!given.title.empty()) {
                titles[agent] = given.title;
            }
        }
    };
    name(parameters.countries);
    name(parameters.firms);
    return {.coordinates = coordinates_of(parameters, found_economy(parameters, key)),
            .scale = parameters.simulation.scale,
            .researchers = static_cast<std::size_t>(std::llround(expected_researchers(parameters))),
            .burn_in_months = static_cast<std::size_t>(parameters.simulation.burn_in_months),
            .every_firm = every_firm,
            .title = std::move(title),
            .titles = std::move(titles)};
}

void run_ensemble(Parameters const& parameters, std::vector<DatedChange> const& changes,
                  RunDescription const& run, RunOptions const& options, Observer& observer) {
    ThreadLimit const limit{options.threads};
    auto const replicates = static_cast<std::size_t>(parameters.simulation.replicates);
    observer.begin(run);

    if (options.visit == Visit::parallel && runs_side_by_side(parameters, options.threads)) {
        produce_in_order(
            replicates, options.threads,
            [&](std::size_t replicate) {
                Trajectory trajectory{.replicate = replicate, .months = {}, .whole = {}};
                trajectory.whole = simulate(
                    parameters, changes, options, Visit::forwards, run.every_firm, replicate,
                    [&](MonthRecord&& month) { trajectory.months.push_back(std::move(month)); });
                return trajectory;
            },
            [&](Trajectory const& trajectory) {
                for (MonthRecord const& month : trajectory.months) {
                    observer.month_done(trajectory.replicate, month);
                }
                observer.replicate_done(trajectory.replicate, trajectory.whole);
            });
    } else {
        for (std::size_t replicate = 0; replicate != replicates; ++replicate) {
            auto const whole =
                simulate(parameters, changes, options, options.visit, run.every_firm, replicate,
                         [&](MonthRecord const& month) { observer.month_done(replicate, month); });
            observer.replicate_done(replicate, whole);
        }
    }
    observer.end();
}

} // namespace talentsim
