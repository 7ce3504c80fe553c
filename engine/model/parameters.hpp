#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "engine/core/calendar.hpp"

namespace talentsim {

// What a scenario says, at full scale, as plain values. Meaning, unit, bounds and source of every
// one stand in parameter_table.cpp, which the reader, `describe` and the JSON Schema share.
// Defaults are the stationary starting values of docs/model.md unless they switch something off.

enum class TalentDistribution { pareto, lognormal, uniform, constant };
enum class ContactDraw { uniform, vacancies };
enum class OfferProtocol { posted, sequential_auction, rounds };
enum class OpeningBid { share, reservation };
enum class UtilityForm { logarithmic, linear };
enum class OutsideOption { pay, home_production, none };
enum class TasteDistribution { none, normal, uniform, exponential };
enum class ProductivityDistribution { constant, uniform, pareto };
enum class PayPosting { share_of_cap, equal_profit };
enum class TasteChannel { taste, productivity };
enum class Limit { limited, unlimited };
enum class Regime { boom, bust };
enum class LowestTier { s, a, b, c };
/// How a poacher makes up for equity that is forfeited.
enum class BuyOut { in_pay, on_signing };
/// How a visa programme chooses; where several of a country are tried at once, in this order.
enum class VisaType { open, threshold, points, quota, lottery, weighted };
enum class FirmKind { big_tech, lab, start_up, national_champion, university, public_lab, fringe };

/// Who uses compute: the shares of a public pool are given by it.
enum class Sector { firms, universities, public_labs };

inline constexpr std::size_t n_sectors = 3;

struct SimulationParameters {
    CalendarMonth start = CalendarMonth::of(2024, 1);
    std::int64_t months = 72;
    std::int64_t burn_in_months = 0;
    std::int64_t seed = 1;
    std::int64_t replicates = 1;
    double scale = 1.0;
    std::map<std::string, double> exchange_rates; ///< units of a currency per USD

    /// When a month of the run is, counted from the first of the burn-in.
    [[nodiscard]] CalendarMonth in_calendar(std::int64_t month) const {
        return start.plus(static_cast<int>(month - burn_in_months));
    }
};

/// Which parts of the model take part: those of the core by default, the others where switched on.
struct MechanismSwitches {
    bool separation = true;
    bool retirement = true;
    bool graduates = true;
    bool own_search = true;
    bool counteroffers = true;
    bool compute_grants = true;
    bool budget_adjustment = true;
    bool market_value = false;
    bool fear = false;
    bool layoffs = false;
    bool automation = false;
    bool breakthroughs = false;
    bool gpu_orders = false;
    bool purchases = false;
    bool public_allocation = false;
    bool export_controls = false;
    bool regulation = false;
    bool star_loss = false;
    bool blocs = false;
    bool ties = false;
    bool relative_deprivation = false;
    bool target_lists = false;
    bool referrals = false;
    bool visas = false;
    bool non_compete = false;
    bool contracts = false;
    bool retention_grants = false;
    bool drives = false;
    bool rumours = false;
    bool foreign_sites = false;
    bool acquisitions = false;
    bool faculty = false;
    bool ventures = false;
};

struct TalentParameters {
    TalentDistribution distribution = TalentDistribution::pareto;
    double exponent = 1.7; ///< of the Pareto tail
    double log_mean = 0.0; ///< of ln(talent), lognormal
    double log_sd = 0.5;   ///< of ln(talent), lognormal
    double low = 1.0;      ///< uniform
    double high = 2.0;     ///< uniform
    double value = 1.0;    ///< constant
};

struct PopulationParameters {
    std::optional<double> researchers; ///< world total; countries' counts are then weights
    TalentParameters talent;
    double unemployed_at_start = 0.03;
    double tier_s_share = 0.001;
    double tier_a_share = 0.05;
    double tier_b_share = 0.25;
    double retirement_rate = 0.0025;
};

struct SearchParameters {
    /// Stands for `all` firms in contacts_per_search.
    static constexpr std::int64_t all = std::numeric_limits<std::int64_t>::max();

    /// The most that a number of contacts_per_search may be.
    static constexpr std::size_t most_contacts = 64;

    double separation_rate = 0.004;
    double contact_rate_unemployed = 0.2;
    double contact_rate_employed = 0.04;
    std::int64_t contacts_per_search = 1;
    ContactDraw draw = ContactDraw::vacancies;
    double home_share = 0.94;
    bool same_month = false;
    double deprivation_response = 0.5;
};

struct OfferParameters {
    OfferProtocol protocol = OfferProtocol::sequential_auction;
    double counteroffer_probability = 0.8;
    double bargaining_power = 0.3;
    double pay_floor = 0.6;
    PayPosting posting = PayPosting::share_of_cap;
    double posted_share = 0.75;
    double founding_pay_share = 0.8;
    OpeningBid opening = OpeningBid::share;
    double opening_share = 0.7;
    std::int64_t rounds = 5;
    double escalation_step = 0.1;
    double chief_executive_probability = 0.0;
    double chief_executive_factor = 2.0;
    double agent_share = 0.0;
    double agent_bargaining_power = 0.5;
    double fear = 0.0;
    double fear_response = 0.5;
    double fear_persistence = 0.9;
};

/// A weight of U that differs between people: lognormal with this mean and log standard deviation.
struct PersonalWeight {
    double mean = 0.0;
    double spread = 0.0;
};

struct PersistentTasteParameters {
    TasteDistribution distribution = TasteDistribution::normal;
    double scale = 0.3;
    TasteChannel enters = TasteChannel::taste;
};

struct UtilityParameters {
    UtilityForm form = UtilityForm::logarithmic;
    double pay = 1.0;
    PersonalWeight compute{0.2, 0.5};
    double compute_reference = 0.1;
    PersonalWeight autonomy;
    PersonalWeight mission;
    PersonalWeight peers;
    PersonalWeight home{0.5, 0.5};
    double moving_cost = 0.5;
    PersistentTasteParameters persistent_taste;
    double transitory_taste = 0.2;
    OutsideOption outside = OutsideOption::pay;
    double outside_pay = 0.4;
    double friends = 0.0;
    double deprivation = 0.0;
};

struct ProductionParameters {
    double elasticity = 1.0;
    std::optional<double> compute_share; ///< unset: the cost share at founding
    double compute_share_factor = 1.0;
    double returns = 0.8;
    double talent_exponent = 1.0;
    double unit_value = 200'000.0;
    double reference_talent = 1.28;
    double gpu_price = 20'000.0;
    double automation_rate = 0.002;
    double breakthrough_rate = 1e-6;
    double breakthrough_size = 0.05;
    double breakthrough_difficulty = 10.0;
    double breakthrough_compute_exponent = 0.3;
    std::int64_t delivery_lag_months = 6;
    double star_loss = 0.065;
    double star_collaborators = 40.0;
    double star_recovery_months = 60.0;
};

/// A kind of chip that computes.
struct AcceleratorParameters {
    double weight = 1.0;      ///< [H100e/unit]
    bool controlled = true;   ///< counts towards the caps of export controls
    std::string substitute{}; ///< what is bought instead beyond a cap, by its key; empty: nothing
};

/// What a would-be operator of purchased compute offers.
struct OperatorBid {
    double units_per_money = 0.0; ///< accelerators for a million USD
    double stability = 0.0;       ///< score of how sure the operation is, in [0, 1]
};

/// Shares of compute by sector.
struct SectorShares {
    double firms = 0.0;
    double universities = 0.0;
    double public_labs = 0.0;
};

/// Compute that a government buys.
struct PurchaseParameters {
    std::string title;
    std::string country;
    std::string accelerator;                       ///< key; empty: units are H100e
    double factor = 1.0;                           ///< of every delivery
    std::map<std::string, double> delivery;        ///< units by month, as 2025-12
    std::map<std::string, OperatorBid> candidates; ///< operators, by key of the firm
    double stability_weight = 0.3;                 ///< of stability in the choice of an operator
    double operator_share = 0.0;                   ///< what the operator keeps for its own work
    SectorShares shares;                           ///< of what is left, set aside for sectors
};

struct ExportControlParameters {
    double tier2_cap = 49'901.0; ///< [H100e] per country
    double tier3_cap = 0.0;
    double tier2_software = 1.0; ///< factor of output
    double tier3_software = 1.0;
};

struct BudgetParameters {
    double lag_months = 12.0;
    double seat_slack = 0.08;
    Limit talent = Limit::limited;
    Limit seats = Limit::limited;
    double layoff_margin = 0.05;
    double layoff_speed = 0.25;
};

/// How the market values firms, and what they do about it.
struct FinanceParameters {
    Regime regime = Regime::boom;
    double boom_multiple = 12.0;
    double bust_multiple = 4.0;
    double bust_hazard = 0.008;
    double recovery_hazard = 0.04;
    double budget_elasticity = 0.3;
    double spending_elasticity = 0.6;
    double spending_lag_months = 12.0;
    double depreciation = 0.2;
};

/// Unset values follow the general section of the same name.
struct CountryParameters {
    std::string title;
    double researchers = 0.0;
    std::map<std::string, double> origins; ///< share of founding residents born in another country
    double pay_level = 1.0;
    double price_level = 1.0;
    double tax_rate = 0.0;
    double graduates_per_month = 0.0;
    std::map<std::string, double> study_abroad; ///< share of graduates who study in a country
    std::map<std::string, double> moving_cost_to;
    double public_gpus = 0.0;
    std::optional<double> home_bias;
    std::optional<double> outside_pay;
    std::optional<double> talent_exponent;
    double pay_subsidy = 0.0;
    double return_grant = 0.0;
    SectorShares public_gpu_shares; ///< all 0: by staff, whatever the sector
    std::int64_t export_tier = 1;
    double regulation_drag = 0.0;
    std::string bloc;             ///< empty: none
    double national_income = 0.0; ///< per head; what visa programmes measure pay by
    std::int64_t non_compete_months = 0;
    double venture_money = 0.0; ///< b_v: what founders are backed with, in terms of pay
};

/// Unset values follow the country, or the general section of the same name.
struct FirmParameters {
    std::string title;
    std::string country;
    FirmKind kind = FirmKind::lab;
    double staff = 0.0;
    double gpus = 0.0;
    double pay_premium = 1.0;
    double autonomy = 0.5;
    std::array<double, 3> mission{0.0, 0.0, 0.0};
    std::optional<double> counteroffer_probability;
    std::optional<double> talent_exponent;
    std::optional<double> posted_pay;
    std::optional<double> escalation_step;
    std::optional<double> chief_executive_probability;
    double layoff_share = 0.0;
    double recruiter_capacity = 0.0;
    double secrecy = 0.0;
    bool sponsor = true;
    std::optional<double> equity_share;
    std::optional<double> equity_risk;
    std::string parent; ///< firm whose foreign site this is, by its key; empty: of its own
};

/// How the value of talent differs between the unnamed firms of a country.
struct ProductivityParameters {
    ProductivityDistribution distribution = ProductivityDistribution::constant;
    double low = 1.0;      ///< constant; uniform and Pareto from here
    double high = 2.0;     ///< uniform
    double exponent = 3.0; ///< Pareto
};

/// The unnamed firms of a country, which employ whoever the named firms do not.
struct FringeParameters {
    double firms = 30.0;
    double zipf_exponent = 0.6;
    double gpus_per_head = 0.0;
    double pay_premium = 1.0;
    double premium_spread = 0.12;
    ProductivityParameters productivity{};
    double autonomy = 0.5;
    double university_share = 0.0; ///< of the unnamed firms
    double recruiter_capacity = 0.0;
    double secrecy = 0.0;
    bool sponsor = true;
    std::optional<double> equity_share{};
    std::optional<double> equity_risk{};
};

/// Whom people know.
struct SocialParameters {
    std::int64_t ties = 8;
    std::int64_t ties_per_hire = 4;
};

/// What a contract promises, when it is paid, and what becomes of it on leaving.
struct ContractParameters {
    double sign_on_share = 0.1;
    double equity_share = 0.3;
    double equity_risk = 0.3;
    double vesting_months = 48.0;
    double discount_rate = 0.1;
    BuyOut buy_out = BuyOut::in_pay;
    double chief_executive_first_year_share = 0.4;
    double retention_trigger = 0.1;
    double retention_share = 0.5;
};

/// Whom recruiters see.
struct RecruitingParameters {
    LowestTier lowest_tier = LowestTier::a;
    double visibility = 0.2;
};

/// Whom recent hires bring along.
struct ReferralParameters {
    std::int64_t names = 2;
    double probability = 0.3;
};

/// What a points system gives, and how much is needed.
struct VisaPointsParameters {
    double needed = 60.0;
    double per_pay = 20.0;      ///< for each multiple of the national income
    double most_for_pay = 60.0; ///< at most, for pay
    double advanced_degree = 20.0;
    double youth = 20.0; ///< below the age of youth
    double youth_age = 40.0;
};

/// A way to work in a country that is not one's own.
struct VisaParameters {
    std::string title;
    std::string country;
    VisaType type = VisaType::open;
    bool offered = true;
    std::int64_t order = 0;
    std::map<std::string, bool> origins; ///< who may use it; everybody where none is true
    double cap = 0.0;
    double advanced_cap = 0.0;
    double over_selection = 1.0;
    double advanced_share = 0.5;
    std::int64_t draw_month = 3;
    std::int64_t start_month = 10;
    double fee = 0.0;
    std::int64_t processing_months = 0;
    std::int64_t validity_months = 36;
    std::int64_t renewals = 1;
    std::int64_t permanence_months = 72;
    std::int64_t grace_months = 2;
    double pay_multiple = 1.0;
    std::array<double, 3> level_multiples{1.0, 1.5, 2.0}; ///< where pay levels 2, 3, 4 begin
    std::array<double, 3> level_weights{2.0, 3.0, 4.0};   ///< of these levels; level 1 has 1
    VisaPointsParameters points;
    double tax_cut = 0.0; ///< share of tax remitted to those who came by it
    double tax_cut_years = 0.0;
};

/// How the terms that somebody gets become known to others.
struct RumourParameters {
    double share_probability = 0.3;
    double noise = 0.2;
    std::int64_t memory_months = 12;
    double leak_hazard = 0.01;
    double secrecy_autonomy_cost = 0.3;
};

/// A campaign of one firm for the best.
struct DriveParameters {
    std::string title{};
    std::string firm{}; ///< key of a named firm
    CalendarMonth start = CalendarMonth::of(2025, 7);
    std::int64_t months = 12;
    double seats = 50.0;
    double list_length = 200.0;
    LowestTier lowest_tier = LowestTier::a;
    std::map<std::string, bool> countries{}; ///< where people are sought; all where none is true
    double mission_match = -1.0;
    double budget = 0.0;
    double gpus_per_head = 0.0;
    bool chief_executive = false;
};

/// A firm that offers to take over the best of a start-up.
struct AcquisitionParameters {
    std::string title{};
    std::string bidder{};                             ///< key of a firm
    std::string target{};                             ///< key of a start-up in the same country
    CalendarMonth month = CalendarMonth::of(2025, 6); ///< of the offer
    double core_team = 10.0;                          ///< [persons]
    double premium = 1.0; ///< of pay, on top of it for as long as the retention lasts
    std::int64_t retention_months = 24;
    std::optional<double> acceptance_probability{}; ///< unset: the core team votes
};

/// How the number of graduates follows their teachers.
struct FacultyParameters {
    double elasticity = 0.5;
    double lag_months = 60.0;
};

/// Who may found a start-up of their own, and what that is like.
struct VentureParameters {
    LowestTier lowest_tier = LowestTier::a;
    double bust_share = 0.3; ///< of venture money that is left in a bust
    double cofounders = 0.1; ///< weight of each tie to somebody in these tiers
    std::int64_t months = 18;
};

struct Parameters {
    SimulationParameters simulation;
    MechanismSwitches mechanisms;
    PopulationParameters population;
    SearchParameters search;
    OfferParameters offers;
    UtilityParameters utility;
    ProductionParameters production;
    BudgetParameters budgets;
    FinanceParameters finance;
    std::map<std::string, CountryParameters> countries; ///< by ISO 3166-1 alpha-3 code
    std::map<std::string, FirmParameters> firms;        ///< named firms, by key
    std::map<std::string, FringeParameters> fringe;     ///< by country
    std::map<std::string, AcceleratorParameters> accelerators;
    std::map<std::string, PurchaseParameters> purchases;
    ExportControlParameters export_controls;
    SocialParameters social;
    RecruitingParameters recruiting;
    ReferralParameters referrals;
    ContractParameters contracts;
    std::map<std::string, VisaParameters> visas;               ///< by key
    std::map<std::string, DriveParameters> drives;             ///< by key
    std::map<std::string, AcquisitionParameters> acquisitions; ///< by name
    FacultyParameters faculty;
    VentureParameters ventures;
    RumourParameters rumours;
};

/// Real residents of a country at founding [persons]: what it says, or its share of
/// population.researchers where that is set.
[[nodiscard]] double founding_residents(Parameters const& parameters, std::string const& country);

} // namespace talentsim
