#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/random.hpp"
#include "engine/model/parameters.hpp"
#include "engine/simulation/simulation.hpp"

namespace talentsim::benchmark {

/// What both write down every month.
struct LadderRecord {
    std::vector<std::int64_t> staff; ///< by firm
    std::vector<double> payroll;     ///< by firm [USD/year]
    std::vector<double> pay;         ///< quantiles of pay, those of the output [USD/year]
    std::int64_t moves = 0;
    std::int64_t counteroffers = 0;
};

/// The world of scenarios/presets/job_ladder.yaml and nothing else, as one would write it by hand:
/// a loop over columns, the same random words for every decision, everything else left out. Since
/// words, people and firms are those of the engine, so is everything that happens.
class HandWrittenLadder {
  public:
    /// @param founded  a world of the preset, before its first month
    explicit HandWrittenLadder(Simulation const& founded);

    /// One month, on `threads` threads.
    LadderRecord step(std::size_t threads);

  private:
    /// What one thread counts of a month.
    struct Counts {
        std::vector<std::int64_t> staff;
        std::vector<double> payroll;
        std::vector<std::uint32_t> histogram;
        std::int64_t moves = 0;
        std::int64_t counteroffers = 0;
    };

    void visit(std::size_t begin, std::size_t end, Counts& counts);

    RandomKey key_;
    std::uint32_t month_ = 0;
    double separation_;
    double contact_unemployed_;
    double contact_employed_;
    // One per firm.
    std::vector<double> productivity_; ///< [USD/year per unit of ability]
    std::vector<std::uint32_t> firm_key_;
    double home_production_; ///< [USD/year per unit of ability]
    // One per researcher.
    std::vector<std::uint64_t> identity_;
    std::vector<double> ability_;
    std::vector<std::uint32_t> employer_;
    std::vector<double> pay_;
    std::vector<Counts> counts_; ///< one per thread
};

} // namespace talentsim::benchmark
