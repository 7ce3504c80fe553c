#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/standing.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// What somebody keeps in mind of the terms that others got: the best of the last months, this one
/// not among them [USD/year, after tax and at prices]; 0 if nothing. Only where rumours are kept.
[[nodiscard]] double worth_in_mind(Market const& market, ResearcherRow who, Month month,
                                   RumourParameters const& rumours);

/// Everybody whose terms are new this month, by a job taken or a raise, may tell those whom they
/// know, who keep the best that they hear in mind (mechanisms/rumour.hpp) and ask for as much when
/// they bargain, from the next month on. Only those with new terms are looked at.
///
/// Reads   changes of the month; ties; researchers: identity, employer, pay, log_talent; firms:
///         country, talent_exponent, secrecy; countries: pay_to_value
/// Writes  rumours
/// Draws   Draw::leak -- one per firm; Draw::rumour -- one per acquaintance of somebody with new
///         terms
/// Keeps   nobody forgets better terms for worse ones in their time; worth is never negative
class Rumours {
  public:
    void spread(Market& market, Parameters const& parameters, Step const& step,
                std::vector<StandingChange> const& changes);

  private:
    /// What somebody was told.
    struct Rumour {
        ResearcherRow hearer;
        float worth = 0.0F; ///< [USD/year]
    };

    Collector<Rumour> collector_;
    std::vector<ResearcherRow> tellers_;
    std::vector<Rumour> rumours_;
    FirmColumn<double> telling_; ///< probability that its new terms are told
};

/// Nobody has heard anything at founding.
void found_rumours(Market& market, Parameters const& parameters);

} // namespace talentsim
