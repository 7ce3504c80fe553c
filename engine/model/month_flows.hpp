#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/ids.hpp"
#include "engine/model/census.hpp"

namespace talentsim {

/// One move from a job to a job.
struct JobMove {
    FirmRow from;
    FirmRow to;
    friend bool operator==(JobMove, JobMove) = default;
};

/// What happened in a month, of simulated people.
struct MonthFlows {
    CountByTier entries;
    CountByTier exits;
    CountByTier separations;
    std::vector<std::int64_t> migration;  ///< (origin, destination, tier), row-major
    std::vector<ResearcherRow> graduates; ///< who entered, in the order of rows
    std::vector<JobMove> job_moves;
    std::int64_t raises = 0;
    std::int64_t contacts_of_employed = 0;
    std::int64_t offers = 0;
    std::int64_t counteroffers = 0;

    explicit MonthFlows(std::size_t countries = 0)
        : entries{countries},
          exits{countries},
          separations{countries},
          migration(countries * countries * n_tiers, 0) {}

    [[nodiscard]] std::int64_t& migrants(CountryRow from, CountryRow to, Tier tier) {
        std::size_t const countries = entries.all().size() / n_tiers;
        return migration[(from.at() * countries + to.at()) * n_tiers +
                         static_cast<std::size_t>(tier)];
    }
};

} // namespace talentsim
