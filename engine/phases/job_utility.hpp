#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "engine/core/math.hpp"
#include "engine/mechanisms/utility.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/acquaintances.hpp"
#include "engine/phases/step.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

/// theta^h of one researcher. Most firms share their exponent with the one before, so the last
/// power is kept.
class TalentUnits {
  public:
    explicit TalentUnits(double log_talent) : log_talent_{log_talent} {}

    /// @param exponent  h for which theta^h is known already
    TalentUnits(double log_talent, double exponent, double units)
        : log_talent_{log_talent}, exponent_{exponent}, units_{units} {}

    [[nodiscard]] double at(double exponent) {
        if (exponent != exponent_) {
            exponent_ = exponent;
            units_ = exp(exponent * log_talent_);
        }
        return units_;
    }

  private:
    double log_talent_;
    double exponent_ = std::numeric_limits<double>::quiet_NaN();
    double units_ = 0.0;
};

/// What U takes from a firm. Whoever chooses looks at firms in no order, and finds all of it in one
/// place.
struct Workplace {
    FirmRow row;
    CountryRow country;
    std::uint32_t key = 0;      ///< addresses random numbers
    Mission mission;            ///< a direction, or zero
    double gpus_per_head = 0.0; ///< g of an offer [H100e]
    double autonomy = 0.0;      ///< [-]
    double peer_quality = 0.0;  ///< Q: mean ln(theta) of staff [-]
};

[[nodiscard]] inline Workplace workplace_of(FirmTable const& firms, FirmRow row) {
    return {.row = row,
            .country = firms.country[row],
            .key = firms.key[row],
            .mission = firms.mission[row],
            .gpus_per_head = firms.gpus_per_head[row],
            .autonomy = firms.autonomy[row],
            .peer_quality = firms.peer_quality[row]};
}

/// U as one researcher sees it in one month. Everything about the researcher is looked up once.
///
/// Draws   Draw::persistent_taste and Draw::transitory_taste, one each per firm looked at
class JobUtility {
  public:
    JobUtility(Market const& market, Parameters const& parameters, Step const& step,
               ResearcherRow who)
        : market_{market},
          utility_{parameters.utility},
          step_{step},
          who_{who},
          identity_{market.researchers.identity[who]} {
        PersonalWeights const& own = market.researchers.weights[who];
        CountryRow const origin = market.researchers.origin[who];
        weights_ = {.pay = utility_.pay,
                    .compute = times(utility_.compute.mean, own.compute),
                    .autonomy = times(utility_.autonomy.mean, own.autonomy),
                    .mission = times(utility_.mission.mean, own.mission),
                    .peers = times(utility_.peers.mean, own.peers),
                    .home = times(market.countries.home_bias[origin], own.home),
                    .friends = utility_.friends,
                    .deprivation =
                        parameters.mechanisms.relative_deprivation ? utility_.deprivation : 0.0};
        if (weights_.friends != 0.0 || weights_.deprivation != 0.0) {
            known_.emplace(market, who);
        }
    }

    /// The lasting match of researcher and firm [log points].
    [[nodiscard]] double persistent_match(Workplace const& firm) const;

    /// U of everything but pay in a job at this firm.
    [[nodiscard]] double besides_pay(Workplace const& firm, double match) const;

    /// U of pay in the country of this firm, with what the country adds to it.
    ///
    /// @param coming_by  programme by which the researcher would come there; none if none is needed
    [[nodiscard]] double of_pay(Workplace const& firm, double pay, VisaRow coming_by = {}) const {
        return utility_of_pay(utility_.form, weights_.pay,
                              (pay + supplement(firm)) * value_per_pay(firm, coming_by));
    }

    /// What the country adds to pay in a job at this firm, before tax [USD/year].
    [[nodiscard]] double supplement(Workplace const& firm) const {
        CountryRow const there = firm.country;
        bool const brings_home = there == market_.researchers.origin[who_] &&
                                 there != market_.researchers.location[who_];
        return pay_supplement(market_.countries.pay_subsidy[there],
                              market_.countries.return_grant[there], brings_home);
    }

    /// After-tax value of one USD of pay at this firm, where tax may be cut by a visa [-].
    [[nodiscard]] double value_per_pay(Workplace const& firm, VisaRow coming_by = {}) const {
        VisaRow const programme = taxed_by(market_, who_, firm.country, coming_by, step_.month);
        return programme.exists() ? market_.visas.pay_to_value[programme]
                                  : market_.countries.pay_to_value[firm.country];
    }

    /// U of having no employer.
    [[nodiscard]] double of_joblessness(TalentUnits& talent) const;

    /// U of building a start-up of one's own in the country of location.
    ///
    /// @param cofounders  weight of each tie to somebody of these tiers
    /// @param lowest_tier  the last of them
    [[nodiscard]] double of_venture(TalentUnits& talent, double cofounders, Tier lowest_tier) const;

  private:
    /// Compute that the researcher alone has, or would have, at this firm [H100e].
    [[nodiscard]] double gpus_pledged_by(FirmRow firm) const;

    /// A multiplier is not looked up where what it multiplies is 0.
    [[nodiscard]] static double times(double mean, float const& multiplier) {
        return mean == 0.0 ? 0.0 : mean * static_cast<double>(multiplier);
    }

    Market const& market_;
    UtilityParameters const& utility_;
    Step const& step_;
    ResearcherRow who_;
    Identity identity_;
    TasteWeights weights_;
    std::optional<Acquaintances> known_; ///< where they matter
};

} // namespace talentsim
