#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include "engine/core/parallel.hpp"
#include "engine/model/market.hpp"

namespace talentsim::test {

/// Names of the columns in which two tables differ by as much as a bit.
class Differences {
  public:
    template <class RowType, class Value>
    Differences& in(char const* name, Column<RowType, Value> const& a,
                    Column<RowType, Value> const& b) {
        if (!are_same(a, b)) {
            names_.emplace_back(name);
        }
        return *this;
    }

    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }

  private:
    template <class RowType, class Value>
    static bool are_same(Column<RowType, Value> const& a, Column<RowType, Value> const& b) {
        if constexpr (std::is_arithmetic_v<Value>) { // NaN and -0.0 tell bits from values
            return a.size() == b.size() &&
                   (a.size() == 0 ||
                    std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0);
        } else {
            return a == b;
        }
    }

    std::vector<std::string> names_;
};

} // namespace talentsim::test

namespace talentsim {

inline bool operator==(PersonalWeights const& a, PersonalWeights const& b) {
    return a.compute == b.compute && a.autonomy == b.autonomy && a.mission == b.mission &&
           a.peers == b.peers && a.home == b.home;
}

} // namespace talentsim

namespace talentsim::test {

/// Names of everything in which two markets differ; empty if they are the same bits.
inline std::vector<std::string> differences(Market const& a, Market const& b) {
    ResearcherTable const& p = a.researchers;
    ResearcherTable const& q = b.researchers;
    FirmTable const& f = a.firms;
    FirmTable const& g = b.firms;
    CountryTable const& c = a.countries;
    CountryTable const& d = b.countries;
    Differences found;
    found.in("identity", p.identity, q.identity)
        .in("log_talent", p.log_talent, q.log_talent)
        .in("talent_units", p.talent_units, q.talent_units)
        .in("pay", p.pay, q.pay)
        .in("best_outside", p.best_outside, q.best_outside)
        .in("gpu_grant", p.gpu_grant, q.gpu_grant)
        .in("employer", p.employer, q.employer)
        .in("since", p.since, q.since)
        .in("born", p.born, q.born)
        .in("weights", p.weights, q.weights)
        .in("mission", p.mission, q.mission)
        .in("origin", p.origin, q.origin)
        .in("location", p.location, q.location)
        .in("tier", p.tier, q.tier)
        .in("residence", p.residence, q.residence)
        .in("visa", p.visa, q.visa)
        .in("came_by", p.came_by, q.came_by)
        .in("visa_since", p.visa_since, q.visa_since)
        .in("pending", p.pending, q.pending)
        .in("pending_move", p.pending_move, q.pending_move);
    found.in("name", f.name, g.name)
        .in("scale", f.scale, g.scale)
        .in("founding_talent", f.founding_talent, g.founding_talent)
        .in("founding_budget", f.founding_budget, g.founding_budget)
        .in("founding_revenue", f.founding_revenue, g.founding_revenue)
        .in("draw_weight", f.draw_weight, g.draw_weight)
        .in("counteroffer_probability", f.counteroffer_probability, g.counteroffer_probability)
        .in("firm mission", f.mission, g.mission)
        .in("posted_pay", f.posted_pay, g.posted_pay)
        .in("posted_share", f.posted_share, g.posted_share)
        .in("escalation_step", f.escalation_step, g.escalation_step)
        .in("chief_executive_probability", f.chief_executive_probability,
            g.chief_executive_probability)
        .in("own_gpus", f.own_gpus, g.own_gpus)
        .in("gpus_ordered", f.gpus_ordered, g.gpus_ordered)
        .in("productivity", f.productivity, g.productivity)
        .in("founding_breakthroughs", f.founding_breakthroughs, g.founding_breakthroughs)
        .in("breakthroughs", f.breakthroughs, g.breakthroughs)
        .in("output_left_by_stars", f.output_left_by_stars, g.output_left_by_stars)
        .in("compute", f.compute, g.compute)
        .in("budget", f.budget, g.budget)
        .in("output", f.output, g.output)
        .in("staff_by_tier", f.staff_by_tier, g.staff_by_tier)
        .in("staff", f.staff, g.staff)
        .in("payroll", f.payroll, g.payroll)
        .in("talent", f.talent, g.talent)
        .in("firm log_talent", f.log_talent, g.log_talent)
        .in("open_seats", f.open_seats, g.open_seats)
        .in("price_of_talent", f.price_of_talent, g.price_of_talent)
        .in("free_money", f.free_money, g.free_money)
        .in("gpus_per_head", f.gpus_per_head, g.gpus_per_head)
        .in("peer_quality", f.peer_quality, g.peer_quality)
        .in("gpus_worn", f.gpus_worn, g.gpus_worn)
        .in("fear", f.fear, g.fear)
        .in("layoff_share", f.layoff_share, g.layoff_share)
        .in("layoff_probability", f.layoff_probability, g.layoff_probability)
        .in("seats_cut", f.seats_cut, g.seats_cut)
        .in("automated", f.automated, g.automated)
        .in("laid_off", f.laid_off, g.laid_off)
        .in("star_hires", f.star_hires, g.star_hires)
        .in("pending moves", f.pending, g.pending)
        .in("pending_payroll", f.pending_payroll, g.pending_payroll)
        .in("poached", f.poached, g.poached)
        .in("retention_month", f.retention_month, g.retention_month)
        .in("retention_owed", f.retention_owed, g.retention_owed)
        .in("parent", f.parent, g.parent)
        .in("sites", f.sites, g.sites)
        .in("acquired", f.acquired, g.acquired)
        .in("seats_acquired", f.seats_acquired, g.seats_acquired);
    found.in("pay_to_value", c.pay_to_value, d.pay_to_value)
        .in("home_bias", c.home_bias, d.home_bias)
        .in("outside_pay", c.outside_pay, d.outside_pay)
        .in("graduates", c.graduates, d.graduates)
        .in("public_gpus", c.public_gpus, d.public_gpus)
        .in("sector_gpus", c.sector_gpus, d.sector_gpus)
        .in("output_factor", c.output_factor, d.output_factor)
        .in("site_output_factor", c.site_output_factor, d.site_output_factor)
        .in("mean_price_of_talent", c.mean_price_of_talent, d.mean_price_of_talent)
        .in("outside_value", c.outside_value, d.outside_value)
        .in("pay_subsidy", c.pay_subsidy, d.pay_subsidy)
        .in("return_grant", c.return_grant, d.return_grant)
        .in("faculty", c.faculty, d.faculty)
        .in("graduates_factor", c.graduates_factor, d.graduates_factor)
        .in("venture_value", c.venture_value, d.venture_value);
    found.in("places_left", a.visas.places_left, b.visas.places_left);
    auto names = found.names();
    if (a.tier_thresholds != b.tier_thresholds) {
        names.emplace_back("tier_thresholds");
    }
    if (a.finance.regime != b.finance.regime || a.finance.regime_set != b.finance.regime_set ||
        a.finance.spending != b.finance.spending) {
        names.emplace_back("finance");
    }
    if (a.free_rows != b.free_rows) {
        names.emplace_back("free_rows");
    }
    auto const waiting = [](Market const& market) {
        std::vector<std::array<std::int64_t, 3>> all;
        for (Retention const& one : market.retentions) {
            all.push_back({static_cast<std::int64_t>(one.identity), one.until, 1});
        }
        for (Approach const& one : market.approaches) {
            all.push_back({static_cast<std::int64_t>(one.identity),
                           static_cast<std::int64_t>(one.firm.at()), 2});
        }
        for (Venture const& one : market.ventures) {
            all.push_back({static_cast<std::int64_t>(one.identity), one.until, 3});
        }
        return all;
    };
    if (waiting(a) != waiting(b)) {
        names.emplace_back("retentions, approaches and ventures");
    }
    if (!(a.ties == b.ties)) {
        names.emplace_back("ties");
    }
    if (!(a.contracts == b.contracts)) {
        names.emplace_back("contracts");
    }
    if (!(a.rumours == b.rumours)) {
        names.emplace_back("rumours");
    }
    if (c.moving_cost != d.moving_cost || c.study_abroad != d.study_abroad) {
        names.emplace_back("country matrices");
    }
    return names;
}

inline std::vector<std::string> const no_differences{};

/// Let something happen in each order of visits, and check that it leaves the same market.
///
/// @param event  event(order) returns the Market after it
template <class Event>
void check_every_order_makes_the_same_market(Event const& event) {
    Market const forwards = event(Visit::forwards);
    CHECK(differences(event(Visit::backwards), forwards) == no_differences);
    CHECK(differences(event(Visit::parallel), forwards) == no_differences);
}

} // namespace talentsim::test
