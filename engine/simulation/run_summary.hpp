#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/simulation/observer.hpp"

namespace talentsim {

/// A quantity over the replicates of a run: its mean and its range.
struct Spread {
    double mean = std::numeric_limits<double>::quiet_NaN(); ///< NaN if no replicate has a value
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
    std::size_t replicates = 0; ///< how many have a value

    /// Takes in the value of one more replicate; NaN is none.
    void include(double value);
};

/// One country over a run. People are simulated people; rates are means over the run.
struct CountryFigures {
    std::string code;
    Spread first;           ///< residents at the end of the first month [persons]
    Spread last;            ///< residents at the end of the last month [persons]
    Spread inflow;          ///< per resident and year [1/year]
    Spread outflow;         ///< per resident and year [1/year]
    Spread net_inflow;      ///< per resident and year [1/year]
    Spread net_inflow_best; ///< the same of tiers S and A [1/year]
    Spread unemployed;      ///< share of residents in the last 12 months [1]
};

/// One named firm over a run.
struct FirmFigures {
    std::string key;
    Spread first;     ///< staff at the end of the first month [persons]
    Spread last;      ///< staff at the end of the last month [persons]
    Spread change;    ///< last minus first [persons]
    Spread retention; ///< of staff 24 months ago, share still there; mean of the last 12 months [1]
};

/// One tier over a run, in the world.
struct TierFigures {
    Spread headcount;       ///< at the end of the last month [persons]
    Spread unemployed;      ///< share in the last 12 months [1]
    Spread median_pay;      ///< at the end of the last month, in the world [USD/year]
    Spread median_pay_here; ///< the same in the largest country [USD/year]
};

/// What a person wants to know at the end of a run.
struct RunFigures {
    RunDescription run;
    std::vector<CountryFigures> countries; ///< in the order of the run's coordinates
    std::vector<FirmFigures> firms;        ///< the named ones, in the same order
    std::array<TierFigures, tier_names.size()> tiers;
    std::size_t largest_country = 0; ///< by residents in the first replicate's last month
    Spread unemployed;               ///< share of everyone in the last 12 months [1]
    // Per employed person and year [1/year]: events over the employed of the month before.
    Spread job_to_job;
    Spread raises; ///< without a move
    Spread separations;
    Spread counteroffers;
    double researcher_months = 0.0; ///< recorded, over all replicates
};

/// Works out RunFigures from what is observed, so that a run and a file of it tell the same.
/// Variables that are missing, as from a file that holds only some, leave their figures NaN.
class RunSummary final : public Observer {
  public:
    void begin(RunDescription const& run) override;
    void month_done(std::size_t replicate, MonthRecord const& record) override;
    void replicate_done(std::size_t replicate, ReplicateRecord const& record) override;
    void end() override;

    /// Complete after the end of the run.
    [[nodiscard]] RunFigures const& figures() const noexcept { return figures_; }

  private:
    /// A mean that is still being taken.
    struct Mean {
        double sum = 0.0;
        double weight = 0.0;

        void add(double amount, double per);
        [[nodiscard]] double value() const;
    };

    struct Country {
        double first = 0.0;
        double last = 0.0;
        Mean inflow, outflow, net_inflow, net_inflow_best, unemployed;
    };

    struct Firm {
        double first = 0.0;
        double last = 0.0;
        Mean retention;
    };

    /// One replicate on its way.
    struct Replicate {
        std::vector<Country> countries;
        std::vector<Firm> firms;
        std::array<Mean, tier_names.size()> unemployed_by_tier;
        Mean unemployed, job_to_job, raises, separations, counteroffers;
        std::optional<double> employed_before; ///< at the end of the month before
    };

    void add_people(MonthRecord const& record);
    void add_flows(MonthRecord const& record);
    void add_rates(MonthRecord const& record);
    void add_firms(MonthRecord const& record);
    void add_tiers(MonthRecord const& record);
    [[nodiscard]] bool is_in_last_year(MonthRecord const& record) const;
    [[nodiscard]] bool is_last(MonthRecord const& record) const;

    RunFigures figures_;
    std::vector<std::size_t> named_;             ///< rows of the named firms among `firms`
    std::vector<std::size_t> named_among_every_; ///< and among `every_firm`
    Replicate now_;
};

} // namespace talentsim
