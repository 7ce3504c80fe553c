#include "engine/phases/person.hpp"

#include <limits>

#include "engine/core/math.hpp"
#include "engine/mechanisms/talent_distribution.hpp"
#include "engine/phases/vesting.hpp"

namespace talentsim {

namespace {

/// Age at which people graduate. Assumed: end of doctoral studies.
constexpr Month age_at_graduation = 28 * months_per_year;

/// Weights of U in the order of their random addresses.
enum class Weight : std::uint32_t { compute = 1, autonomy, mission, peers, home };

/// A lognormal multiplier with mean 1.
float multiplier(Weight weight, double spread, Identity identity, RandomKey const& key) {
    if (spread == 0.0) {
        return 1.0F;
    }
    auto const words = key.words(
        {.who = identity, .whom = static_cast<std::uint32_t>(weight), .why = Draw::utility_weight});
    double const normal = standard_normal(words[0], words[1]);
    return static_cast<float>(exp(spread * normal - 0.5 * spread * spread));
}

/// A uniform direction.
Mission drawn_mission(Identity identity, RandomKey const& key) {
    Address const address{.who = identity, .why = Draw::mission};
    auto const a = key.words(address, 0);
    auto const b = key.words(address, 1);
    Mission const normal{static_cast<float>(standard_normal(a[0], a[1])),
                         static_cast<float>(standard_normal(a[2], a[3])),
                         static_cast<float>(standard_normal(b[0], b[1]))};
    return normal.normalized();
}

} // namespace

void bring_to_life(Market& market, ResearcherRow row, Identity identity, CountryRow origin,
                   CountryRow location, Month month, Parameters const& parameters,
                   RandomKey const& key) {
    ResearcherTable& people = market.researchers;
    auto const words = key.words({.who = identity, .why = Draw::talent});
    bool const is_lognormal =
        parameters.population.talent.distribution == TalentDistribution::lognormal;
    double const log_talent =
        log_talent_at(parameters.population.talent, uniform(words[0], words[1]),
                      is_lognormal ? standard_normal(words[2], words[3]) : 0.0);
    UtilityParameters const& utility = parameters.utility;

    people.identity[row] = identity;
    people.log_talent[row] = log_talent;
    people.tier[row] = tier_of(log_talent, market);
    people.born[row] = month - age_at_graduation;
    people.weights[row] = {
        .compute = multiplier(Weight::compute, utility.compute.spread, identity, key),
        .autonomy = multiplier(Weight::autonomy, utility.autonomy.spread, identity, key),
        .mission = multiplier(Weight::mission, utility.mission.spread, identity, key),
        .peers = multiplier(Weight::peers, utility.peers.spread, identity, key),
        .home = multiplier(Weight::home, utility.home.spread, identity, key)};
    people.mission[row] = drawn_mission(identity, key);
    people.origin[row] = origin;
    people.location[row] = location;
    take_residence(market, row, VisaRow{}, month);
    forget_pending(market, row);
    end_job(market, row, month);
    market.ties.note_entry(row, static_cast<std::uint16_t>(month_of_entry(identity) + 1));
    if (market.rumours.is_kept) {
        market.rumours.forget(row); // of who was in the row before
    }
}

void end_job(Market& market, ResearcherRow row, Month month) {
    ResearcherTable& people = market.researchers;
    people.employer[row] = FirmRow{};
    people.talent_units[row] = 0.0;
    people.pay[row] = 0.0;
    people.best_outside[row] = -std::numeric_limits<double>::infinity();
    people.gpu_grant[row] = 0;
    people.since[row] = month;
    if (market.contracts.is_kept) {
        forget_equity(market, row);
    }
}

void take_residence(Market& market, ResearcherRow row, VisaRow visa, Month month) {
    ResearcherTable& people = market.researchers;
    bool const is_home = people.location[row] == people.origin[row];
    bool const ends = visa.exists() && market.visas.terms[visa].validity_months > 0;
    people.residence[row] = is_home ? Residence::citizen
                            : ends  ? Residence::visa
                                    : Residence::permanent;
    people.visa[row] = ends ? visa : VisaRow{};
    people.came_by[row] = visa;
    people.visa_since[row] = visa.exists() ? month : 0;
}

void forget_pending(Market& market, ResearcherRow row) {
    market.researchers.pending[row] = Pending::none;
    market.researchers.pending_move[row] = {};
}

void remove(Market& market, ResearcherRow row) {
    end_job(market, row, 0);
    forget_pending(market, row);
    market.researchers.residence[row] = Residence::citizen;
    market.researchers.visa[row] = VisaRow{};
    market.researchers.location[row] = CountryRow{};
    market.ties.note_entry(row, TieTable::nobody);
    market.free_rows.push_back(row);
}

} // namespace talentsim
