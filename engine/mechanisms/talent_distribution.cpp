#include "engine/mechanisms/talent_distribution.hpp"

#include "engine/core/error.hpp"
#include "engine/core/math.hpp"

namespace talentsim {

double log_talent_at(TalentParameters const& talent, double u, double normal) noexcept {
    switch (talent.distribution) {
    case TalentDistribution::pareto:
        return -log(u) / talent.exponent;
    case TalentDistribution::lognormal:
        return talent.log_mean + talent.log_sd * normal;
    case TalentDistribution::uniform:
        return log(talent.low + (talent.high - talent.low) * u);
    case TalentDistribution::constant:
        return log(talent.value);
    }
    return 0.0;
}

double mean_talent_units(TalentParameters const& talent, double exponent) {
    double const h = exponent;
    switch (talent.distribution) {
    case TalentDistribution::pareto:
        expects(h < talent.exponent, "Pareto talent: exponent of the tail above that of talent");
        return talent.exponent / (talent.exponent - h);
    case TalentDistribution::lognormal:
        return exp(h * talent.log_mean + 0.5 * h * h * talent.log_sd * talent.log_sd);
    case TalentDistribution::uniform:
        if (talent.high == talent.low) {
            return pow(talent.low, h);
        }
        return (pow(talent.high, h + 1.0) - pow(talent.low, h + 1.0)) /
               ((h + 1.0) * (talent.high - talent.low));
    case TalentDistribution::constant:
        return pow(talent.value, h);
    }
    return 1.0;
}

} // namespace talentsim
