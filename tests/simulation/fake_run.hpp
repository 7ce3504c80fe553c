#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/simulation/observer.hpp"

namespace talentsim::test {

/// A run of two countries, two named firms and four unnamed ones, which no engine has simulated.
inline RunDescription fake_run(std::size_t replicates = 2, std::size_t months = 3) {
    RunDescription run;
    run.coordinates.start = CalendarMonth::of(2024, 11);
    run.coordinates.months = months;
    run.coordinates.replicates = replicates;
    run.coordinates.countries = {"KOR", "USA"};
    run.coordinates.firms = {"naver", "openai", "KOR-fringe", "USA-fringe"};
    run.coordinates.every_firm = {"naver",        "openai",       "KOR-fringe-1",
                                  "KOR-fringe-2", "USA-fringe-1", "USA-fringe-2"};
    run.scale = 0.25;
    run.researchers = 1000;
    run.burn_in_months = 12;
    run.title = "A run that nobody simulated";
    run.titles = {{"KOR", "Korea"}, {"USA", "United States"}, {"openai", "OpenAI"}};
    return run;
}

/// A number that tells its replicate, month, variable and cell apart from all others'.
inline std::int64_t fake_number(std::size_t replicate, std::size_t month, std::size_t variable,
                                std::size_t cell) {
    return static_cast<std::int64_t>(((replicate * 100 + month) * 100 + variable) * 1000 + cell);
}

/// Values as different as can be; the first cell of each measure is empty, the second -0.0.
inline Values fake_values(Variable const& variable, std::size_t cells, std::size_t replicate,
                          std::size_t month) {
    Values values = empty_values(variable, cells);
    std::size_t const number = variable_index(variable.name);
    for (std::size_t cell = 0; cell != cells; ++cell) {
        auto const unlike = fake_number(replicate, month, number, cell);
        if (auto* const counts = std::get_if<std::vector<std::int64_t>>(&values)) {
            (*counts)[cell] = unlike;
        } else if (cell > 0) {
            std::get<std::vector<double>>(values)[cell] =
                cell == 1 ? -0.0 : static_cast<double>(unlike) + 0.5;
        }
    }
    return values;
}

inline bool is_over_every_firm(Variable const& variable) {
    return !variable.dimensions.empty() && variable.dimensions.front() == Dimension::firm;
}

/// Fills the variables of one cadence, and those over every firm if the run observes it.
template <class Record>
void fill_fake(Record& record, RunDescription const& run, Cadence cadence, std::size_t replicate,
               std::size_t month) {
    record.values.assign(variables().size(), {});
    record.every_firm.assign(run.every_firm ? variables().size() : 0, {});
    for (std::size_t v = 0; v != variables().size(); ++v) {
        Variable const& variable = variables()[v];
        if (variable.cadence != cadence) {
            continue;
        }
        std::size_t const cells = run.coordinates.cells_of(variable);
        record.values[v] = fake_values(variable, cells, replicate, month);
        if (run.every_firm && is_over_every_firm(variable)) {
            record.every_firm[v] = fake_values(
                variable, cells / run.coordinates.firms.size() * run.coordinates.every_firm.size(),
                replicate, month);
        }
    }
}

inline MonthRecord fake_month(RunDescription const& run, std::size_t replicate, std::size_t month) {
    MonthRecord record;
    record.time = month;
    fill_fake(record, run, Cadence::monthly, replicate, month);
    return record;
}

inline ReplicateRecord fake_replicate(RunDescription const& run, std::size_t replicate) {
    ReplicateRecord record;
    fill_fake(record, run, Cadence::once, replicate, 0);
    return record;
}

/// Tells an observer the whole run, as a simulation would.
inline void tell(Observer& observer, RunDescription const& run) {
    observer.begin(run);
    for (std::size_t replicate = 0; replicate != run.coordinates.replicates; ++replicate) {
        for (std::size_t month = 0; month != run.coordinates.months; ++month) {
            observer.month_done(replicate, fake_month(run, replicate, month));
        }
        observer.replicate_done(replicate, fake_replicate(run, replicate));
    }
    observer.end();
}

} // namespace talentsim::test
