#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/ids.hpp"
#include "engine/model/census.hpp"
#include "engine/model/standing.hpp"

namespace talentsim {

/// One move from a job to a job.
struct JobMove {
    FirmRow from;
    FirmRow to;
    friend bool operator==(JobMove, JobMove) = default;
};

/// What visa programmes did in a month; by programme [persons].
struct VisaFlows {
    std::vector<std::int64_t> registered; ///< joined the programme
    std::vector<std::int64_t> selected;   ///< were granted a visa
    std::vector<std::int64_t> issued;     ///< came
    std::vector<std::int64_t> waiting;    ///< at month end, for a decision or to begin

    void clear(std::size_t programmes) {
        for (auto* const counts : {&registered, &selected, &issued, &waiting}) {
            counts->assign(programmes, 0);
        }
    }
};

/// What happened in a month, of simulated people.
struct MonthFlows {
    CountByTier entries;
    CountByTier exits;
    CountByTier separations;
    std::vector<std::int64_t> migration;  ///< (origin, destination, tier), row-major
    std::vector<ResearcherRow> graduates; ///< who entered, in the order of rows
    std::vector<JobMove> job_moves;
    std::vector<StandingChange> changes; ///< of everybody, those of one person in their order
    std::int64_t raises = 0;
    std::int64_t contacts_of_employed = 0;
    std::int64_t offers = 0;
    std::int64_t counteroffers = 0;
    std::int64_t escalations = 0;          ///< raises after a refusal, in the contests that decided
    std::int64_t refused_acquisitions = 0; ///< core teams that declined
    VisaFlows visas;

    explicit MonthFlows(std::size_t countries = 0)
        : entries{countries},
          exits{countries},
          separations{countries},
          migration(countries * countries * n_tiers, 0) {}

    /// Forget the month and keep the memory.
    void clear() {
        for (auto* const counts : {&entries.all(), &exits.all(), &separations.all(), &migration}) {
            std::fill(counts->begin(), counts->end(), 0);
        }
        graduates.clear();
        job_moves.clear();
        changes.clear();
        raises = contacts_of_employed = offers = counteroffers = escalations = 0;
        refused_acquisitions = 0;
        visas.clear(visas.registered.size());
    }

    /// Somebody's standing is no longer what it was.
    void note_change(Standing const& before, Standing const& after) {
        StandingChange& change = changes.emplace_back();
        change.before = before;
        change.after = after;
    }

    [[nodiscard]] std::int64_t& migrants(CountryRow from, CountryRow to, Tier tier) {
        std::size_t const countries = entries.all().size() / n_tiers;
        return migration[(from.at() * countries + to.at()) * n_tiers +
                         static_cast<std::size_t>(tier)];
    }
};

} // namespace talentsim
