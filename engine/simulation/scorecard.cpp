#include "engine/simulation/scorecard.hpp"

#include <utility>

namespace talentsim {

Scorecard::Scorecard(std::vector<StylisedFact> facts, FirmCountries firm_countries)
    : firm_countries_{std::move(firm_countries)} {
    for (StylisedFact& fact : facts) {
        scored_.push_back({.fact = std::move(fact), .band = {}, .verdict = {}, .reason = {}});
    }
}

void Scorecard::begin(RunDescription const& run) {
    measurements_.clear();
    for (std::size_t f = 0; f != scored_.size(); ++f) {
        ScoredFact& scored = scored_[f];
        scored.band = {};
        scored.verdict = FactVerdict::not_measured;
        scored.reason = scored.fact.not_measured;
        if (!scored.fact.indicator) {
            continue;
        }
        auto gauge = gauge_of(*scored.fact.indicator, run, firm_countries_);
        scored.reason = gauge.lacking;
        if (gauge.lacking.empty()) {
            measurements_.push_back(
                {.fact = f, .gauge = std::move(gauge), .now = {}, .values = {}});
        }
    }
}

void Scorecard::month_done(std::size_t /*replicate*/, MonthRecord const& record) {
    for (Measurement& one : measurements_) {
        if (one.gauge.take_month && record.time >= one.gauge.first && record.time < one.gauge.end) {
            one.gauge.take_month(record, one.now);
        }
    }
}

void Scorecard::replicate_done(std::size_t /*replicate*/, ReplicateRecord const& record) {
    for (Measurement& one : measurements_) {
        if (one.gauge.take_replicate) {
            one.gauge.take_replicate(record, one.now);
        }
        one.values.push_back(std::exchange(one.now, {}).value());
    }
}

void Scorecard::end() {
    for (Measurement& one : measurements_) {
        ScoredFact& scored = scored_[one.fact];
        scored.band = band_of(one.values);
        if (scored.band.replicates == 0) {
            scored.reason = info_of(scored.fact.indicator->quantity).when_empty;
            continue;
        }
        scored.verdict =
            scored.fact.is_met_by(scored.band.median) ? FactVerdict::pass : FactVerdict::fail;
    }
}

} // namespace talentsim
