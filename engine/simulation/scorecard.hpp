#pragma once

#include <vector>

#include "engine/simulation/indicator_gauge.hpp"
#include "engine/simulation/observer.hpp"
#include "engine/simulation/stylised_fact.hpp"

namespace talentsim {

enum class FactVerdict { pass, fail, not_measured };

/// A stylised fact beside what a run has of it.
struct ScoredFact {
    StylisedFact fact;
    Band band; ///< of the indicator over replicates
    FactVerdict verdict = FactVerdict::not_measured;
    std::string reason; ///< why it is not measured
};

/// Measures stylised facts in a run. A fact passes if the median over replicates is on its target
/// or within the tolerance of it: the tolerance speaks of the fact, the band of chance. One that
/// has no indicator, or no value in any replicate, is not measured, and says why.
class Scorecard final : public Observer {
  public:
    /// @param firm_countries  of the scenario that is run
    Scorecard(std::vector<StylisedFact> facts, FirmCountries firm_countries);

    void begin(RunDescription const& run) override;
    void month_done(std::size_t replicate, MonthRecord const& record) override;
    void replicate_done(std::size_t replicate, ReplicateRecord const& record) override;
    void end() override;

    /// In the order given; complete after the end of the run.
    [[nodiscard]] std::vector<ScoredFact> const& scored() const noexcept { return scored_; }

  private:
    /// One fact that has an indicator.
    struct Measurement {
        std::size_t fact = 0;
        IndicatorGauge gauge;
        RatioOfSums now;            ///< of the replicate on its way
        std::vector<double> values; ///< of the replicates done
    };

    FirmCountries firm_countries_;
    std::vector<ScoredFact> scored_;
    std::vector<Measurement> measurements_;
};

} // namespace talentsim
