#pragma once

#include <vector>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/phases/acceptance.hpp"
#include "engine/phases/bargaining.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// Those who agreed on a job that cannot begin at once wait for it; visas are granted, used, and
/// end.
///
/// Before commitment, `postpone` takes the moves that must wait out of the matching: those by a
/// visa programme that processes or chooses first, and those between employers of one country under
/// a non-compete clause. Until then everybody goes on as before, on the present contract.
///
/// After commitment, `settle` lets programmes decide and time pass:
/// - open, threshold and points programmes have granted at once; a quota goes by month of
///   registration, then by a drawn priority; a draw is held in its month, in two stages. Who is not
///   drawn, or waits for a programme no longer on offer, is refused: the job offer lapses.
/// - moves whose month has come begin.
/// - visas lead to permanence; they end after validity x (1 + renewals), or when one without a job
///   would have to renew or has had none for grace_months. Then the person goes home, to the
///   country of origin, and leaves the job.
///
/// Reads   contests, matching; visas; countries: non_compete_months, national_income
/// Writes  matching; researchers: residence, visa, came_by, visa_since, pending, pending_move and,
///         of those who move, what commitment writes; firms: pending, pending_payroll; visas:
///         places_left; flows: visas, migrants, separations, job_moves, changes
/// Draws   Draw::visa_draw -- one per registration and draw; Draw::visa_queue -- one per
///         registration; Draw::visa_places -- one per programme and year; Draw::advanced_degree
/// Keeps   visas granted in a year <= cap x over-selection, at scale; staff and pending moves of a
///         firm <= staff and open seats of the month
class Visas {
  public:
    static void postpone(Market& market, Contests const& contests, Step const& step,
                         Matching& matching, MonthFlows& flows);

    /// @param calendar_month  1 to 12
    void settle(Market& market, Step const& step, int calendar_month, MonthFlows& flows);

  private:
    void decide(Market& market, Step const& step, int calendar_month, MonthFlows& flows);
    void serve_quota(Market& market, VisaRow programme, Step const& step, MonthFlows& flows);
    void hold_draw(Market& market, VisaRow programme, Step const& step, int calendar_month,
                   MonthFlows& flows);
    void close_books(Market& market, MonthFlows& flows) const;

    Collector<ResearcherRow> collector_;
    std::vector<ResearcherRow> concerned_;            ///< who holds a visa or waits for a job
    std::vector<std::vector<ResearcherRow>> waiting_; ///< by programme
};

/// Simulated places of a programme in this year: the caps at scale, fractions rounded by chance.
///
/// Draws   Draw::visa_places
struct VisaPlaces {
    std::int64_t regular = 0;
    std::int64_t advanced = 0;
};

[[nodiscard]] VisaPlaces places_of_year(Market const& market, VisaRow programme, Step const& step);

} // namespace talentsim
