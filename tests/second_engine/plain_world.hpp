#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/core/exact_sum.hpp"
#include "engine/core/random.hpp"
#include "engine/core/units.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"

// The world of docs/model.md, one object per agent: what the second engine works on. Of
// engine/model/market.hpp it takes a few words (Tier, Mission, PersonalWeights), none of the
// tables.

namespace talentsim::plain {

inline constexpr double nothing_answered_yet = -std::numeric_limits<double>::infinity();

struct Country {
    std::string code; ///< ISO 3166-1 alpha-3
    std::uint32_t number = 0;
    double talent_exponent = 1.0; ///< h of outside pay [-]
    double home_value = 0.0;      ///< founding value of a unit of talent [USD/year]

    // Parameters in force.
    double pay_to_value = 1.0; ///< (1 - tax)/price level [-]
    double home_bias = 0.0;    ///< b_h of people from here, before their own weights [log points]
    double outside_pay = 0.0;  ///< b0 [-]
    double graduates = 0.0;    ///< [persons/month]
    std::map<std::string, double> moving_cost_to; ///< to every country, 0 to itself [log points]
    std::map<std::string, double> study_abroad;   ///< shares of graduates by country [-]
    double public_gpus_as_last_read = 0.0;        ///< the parameter [H100e]
    double pay_subsidy = 0.0;                     ///< to everyone employed here [USD/year]
    double return_grant = 0.0;                    ///< to natives who move home [USD/year]

    double public_gpus = 0.0;          ///< the stock [H100e]
    double mean_price_of_talent = 0.0; ///< w-hat of this month [USD/year per unit]

    std::string bloc;                                 ///< empty: none
    double output_factor = 1.0;                       ///< of regulation and limits on software [-]
    double output_factor_of_sites = 1.0;              ///< of firms from elsewhere [-]
    std::array<double, n_sectors> shares_by_sector{}; ///< of the public pool; all 0: by staff
    std::array<double, n_sectors> set_aside{};        ///< compute for sectors [H100e]
    double ordered = 0.0;                             ///< for the public pool, just now [H100e]
    double delivered_under_control = 0.0;             ///< [H100e]
    double national_income = 0.0;                     ///< per head [USD/year]
    Month non_compete_months = 0;                     ///< between employers of the country

    double faculty = 0.0;          ///< talent of universities as graduates felt it [units]
    double usual_faculty = 0.0;    ///< under which graduates are as many as given; 0: none yet
    double graduates_factor = 1.0; ///< what faculty makes of the number of graduates [-]
    double venture_money = 0.0;    ///< b_v, in force [-]

    // Counted at month end.
    std::array<std::int64_t, n_tiers> residents{};
    std::array<std::int64_t, n_tiers> employed{};
};

/// A way to work in a country that is not one's own.
struct Programme {
    std::string name;
    std::uint32_t key = 0;
    Country* country = nullptr;
    VisaParameters terms;         ///< in force
    std::int64_t places_left = 0; ///< of a quota, in this year
};

struct Firm {
    std::string name;
    std::uint32_t key = 0;
    Country* country = nullptr;
    Firm* parent = nullptr; ///< whose site in another country this is; none: of its own
    FirmKind kind = FirmKind::fringe;
    double scale = 1.0;           ///< simulated people per person on the staff [-]
    double talent_exponent = 1.0; ///< h [-]

    // The books of founding, at full scale.
    double founding_staff = 0.0;   ///< n0 [persons]
    double founding_talent = 0.0;  ///< L0 [units]
    double founding_compute = 0.0; ///< G0 [H100e]
    double founding_budget = 0.0;  ///< B0 [USD/year]
    double founding_output = 0.0;  ///< P*Y0 [USD/year]
    double compute_share = 0.0;    ///< a [-]
    double unit_value = 0.0;       ///< u, the marginal value of talent [USD/year per unit]

    // Parameters in force.
    double counteroffer_probability = 0.0; ///< chi [-]
    double autonomy = 0.0;                 ///< [-]
    Mission mission = Mission::Zero();
    double posted_pay = 0.0;        ///< [USD/year]; 0 if it follows the cap,
    double posted_share = 0.0;      ///< of which it is this share [-]
    double gpus_as_last_read = 0.0; ///< the parameter [H100e]
    double escalation_step = 0.0;   ///< e: by how much a raised offer exceeds the standing one [-]
    double chief_executive_probability = 0.0; ///< [-]
    double layoff_share = 0.0;                ///< of the staff, every month [-]
    double recruiter_capacity = 0.0;          ///< [contacts/month]
    double secrecy = 0.0;                     ///< [-]
    bool sponsor = true;                      ///< hires people who need a visa
    double equity_share = 0.0;                ///< of what is not paid on signing [-]
    double equity_risk = 0.0;                 ///< value that equity is expected to lose [-]

    double productivity = 1.0; ///< A [-]
    double own_gpus = 0.0;     ///< [H100e]
    double budget = 0.0;       ///< B [USD/year]
    double gpus_worn = 0.0;    ///< worn out and not replaced [H100e]
    double fear = 0.0;         ///< of being left out, from what rivals did [-]
    double seats_cut = 0.0;    ///< share of the seats given up for good [-]
    TalentSum automated;       ///< talent whose work machines do

    Sector sector = Sector::firms;
    double ordered = 0.0;                ///< compute, just now [H100e]
    double founding_breakthroughs = 0.0; ///< E0 [1/month]
    std::int64_t breakthroughs = 0;      ///< of the month
    double left_by_stars = 1.0;          ///< factor of output [-]
    std::int64_t stars_lost = 0;         ///< this month

    std::deque<std::int64_t> taken_by_others; ///< staff, in each of the last three months
    Month retention_month = never;            ///< of the last grant to the whole staff
    double retention_owed = 0.0;              ///< after it, of all such grants [USD]

    // Plans of the month.
    double compute = 0.0;         ///< G [H100e]
    double output = 0.0;          ///< P*Y [USD/year]
    std::int64_t open_seats = 0;  ///< of simulated people
    double price_of_talent = 0.0; ///< pi [USD/year per unit]
    double free_money = 0.0;      ///< [USD/year]
    double gpus_per_head = 0.0;   ///< g [H100e]
    double peer_quality = 0.0;    ///< Q [-]
    std::array<double, n_tiers> chance_of_layoff{};

    // What happened in the month, to simulated people.
    std::int64_t laid_off = 0;
    std::int64_t star_hires = 0; ///< of tier S
    TalentSum newly_automated;   ///< which machines do from next month on

    // Counted at month end, of simulated people.
    std::array<std::int64_t, n_tiers> staff_by_tier{};
    std::int64_t staff = 0;
    MoneySum payroll;
    TalentSum talent;
    TalentSum log_talent;
    std::int64_t pending = 0; ///< hired, and not begun
    MoneySum pending_payroll; ///< their pay [USD/year]

    std::int64_t acquired = 0;       ///< who came this month with a core team
    std::int64_t seats_acquired = 0; ///< with core teams, in all months; less those given up
};

/// A parent and its sites are one group; so is a firm alone.
[[nodiscard]] inline bool are_one_group(Firm const* a, Firm const* b) {
    if (a == nullptr || b == nullptr) {
        return false;
    }
    return (a->parent == nullptr ? a : a->parent) == (b->parent == nullptr ? b : b->parent);
}

/// A job agreed upon that has not begun.
struct Promise {
    Firm* firm = nullptr; ///< none: nothing is promised
    double pay = 0.0;     ///< [USD/year]
    double second = 0.0;  ///< M2, the option that set the pay
    Programme* programme = nullptr;
    bool is_front_loaded = false; ///< more is paid in the first year
    bool is_granted = false;      ///< the month of its beginning is known
    Month month = 0;              ///< of its beginning; of registration before that is known
};

struct Person {
    Identity identity = 0;
    double log_talent = 0.0; ///< ln(theta)
    Tier tier = Tier::c;
    PersonalWeights weights;
    Mission mission = Mission::Zero();
    Country* origin = nullptr;
    Country* location = nullptr;
    Month born = 0;

    Firm* employer = nullptr;                   ///< none: jobless
    double talent_units = 0.0;                  ///< theta^h with the employer's h
    double pay = 0.0;                           ///< [USD/year]
    double best_outside = nothing_answered_yet; ///< best option that the employer answered
    MilliGpu gpu_grant = 0;                     ///< [H100e/1000]
    Month since = 0;                            ///< of the job, or of joblessness
    std::vector<Identity> knows;                ///< the latest acquaintance first
    float equity = 0.0F;                        ///< granted last, at its worth in a boom [USD]
    Month granted = 0;                          ///< when that was

    Month founds_until = 0; ///< builds a start-up until then; 0: does not

    // A premium in the pay, and what is left of pay when it ends.
    struct Premium {
        Firm* firm = nullptr; ///< that pays it; none: nobody does
        Month since = 0;      ///< start of the job
        Month until = 0;
        double pay_with = 0.0;
        double pay_without = 0.0;
    };

    std::vector<Premium> premiums;

    float heard_worth = 0.0F; ///< best terms heard of, at tax and prices there [USD/year]
    Month heard_in = 0;       ///< month of that

    Programme* visa = nullptr;    ///< on which the person is here; none: for good
    Programme* came_by = nullptr; ///< on which the person has come here
    Month visa_since = 0;
    Promise promise;
};

/// What a drive has agreed upon with somebody.
struct Contract {
    double gpus = 0.0;            ///< pledged [H100e]
    double gpus_served = 0.0;     ///< this month [H100e]
    Month agreed = 0;             ///< its date
    std::optional<Month> begun{}; ///< the job
};

/// A campaign of a firm for the best.
struct Drive {
    std::string name;
    Firm* firm = nullptr;
    DriveParameters terms; ///< in force
    std::map<Identity, Contract> team;

    // Plans of the month, of simulated people.
    std::int64_t open_seats = 0;
    std::int64_t list_length = 0;
    double money = 0.0;         ///< not yet promised, at full scale [USD/year]
    double extra_pay = 0.0;     ///< worth of a seat besides output [USD/year]
    double gpus_on_offer = 0.0; ///< to each who is hired now [H100e]
    std::set<Identity> list;    ///< of those approached
};

/// Compute on its way.
struct Order {
    Month due = 0;
    Country* country = nullptr;
    Firm* firm = nullptr;           ///< none: for the public pool,
    std::optional<Sector> sector{}; ///< ... set aside for a sector or not
    double amount = 0.0;            ///< [H100e]
    bool is_controlled = true;
    double substitute = 0.0; ///< H100e in place of one that may not be delivered; 0: it waits
};

/// Everybody and everything. People stand by identity, firms and countries in the order of the
/// scenario; agents point at each other, so a world is not copied.
struct PlainWorld {
    std::vector<Country> countries;
    std::vector<Firm> firms;
    std::vector<Programme> programmes;
    std::vector<Drive> drives;
    std::map<Identity, Person> people;
    std::vector<Order> orders;
    std::array<double, n_tiers - 1> tier_thresholds{}; ///< ln(theta) above which S, A, B are
    double scale = 1.0;                                ///< simulated people per person
    bool is_bust = false;                              ///< of the market for firms
    bool was_set_to_bust = false;                      ///< by the parameter, as last read
    double spending = 1.0;                      ///< capital spending over what keeps all pools [-]
    std::set<Identity> recent_hires;            ///< of the last month, where there are ties
    std::multimap<Identity, Firm*> to_approach; ///< whom firms approach by name next month

    PlainWorld() = default;
    PlainWorld(PlainWorld const&) = delete;
    PlainWorld& operator=(PlainWorld const&) = delete;
    PlainWorld(PlainWorld&&) = default;
    PlainWorld& operator=(PlainWorld&&) = default;
    ~PlainWorld() = default;

    [[nodiscard]] Country& country(std::string const& code) {
        for (Country& one : countries) {
            if (one.code == code) {
                return one;
            }
        }
        throw ContractViolation("a country of the scenario");
    }
};

/// The month that is lived through: its rules, its number and its chance.
struct Now {
    Parameters const& parameters;
    RandomKey key;
    Month month = 0;

    [[nodiscard]] Address address(std::uint64_t who, Draw why, std::uint32_t whom = 0) const {
        return {.who = who, .whom = whom, .month = static_cast<std::uint32_t>(month), .why = why};
    }

    /// The random words of a decision of this month.
    [[nodiscard]] RandomKey::Words words(std::uint64_t who, Draw why,
                                         std::uint32_t whom = 0) const {
        return key.words(address(who, why, whom));
    }
};

} // namespace talentsim::plain
