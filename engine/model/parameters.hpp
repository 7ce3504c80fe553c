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
enum class OfferProtocol { posted, sequential_auction };
enum class UtilityForm { logarithmic, linear };
enum class OutsideOption { pay, home_production, none };
enum class TasteDistribution { none, normal, uniform, exponential };
enum class ProductivityDistribution { constant, uniform, pareto };
enum class PayPosting { share_of_cap, equal_profit };
enum class TasteChannel { taste, productivity };
enum class Limit { limited, unlimited };
/// How a visa programme chooses; where several of a country are tried at once, in this order.
enum class VisaType { open, threshold, points, quota, lottery, weighted };
enum class FirmKind { big_tech, lab, start_up, national_champion, university, public_lab, fringe };

struct SimulationParameters {
    CalendarMonth start = CalendarMonth::of(2024, 1);
    std::int64_t months = 72;
    std::int64_t burn_in_months = 0;
    std::int64_t seed = 1;
    std::int64_t replicates = 1;
    double scale = 1.0;
    std::map<std::string, double> exchange_rates; ///< units of a currency per USD
};

/// Which parts of the model take part.
struct MechanismSwitches {
    bool separation = true;
    bool retirement = true;
    bool graduates = true;
    bool own_search = true;
    bool counteroffers = true;
    bool compute_grants = true;
    bool budget_adjustment = true;
    bool visas = false;
    bool non_compete = false;
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
};

struct OfferParameters {
    OfferProtocol protocol = OfferProtocol::sequential_auction;
    double counteroffer_probability = 0.8;
    double bargaining_power = 0.3;
    double pay_floor = 0.6;
    PayPosting posting = PayPosting::share_of_cap;
    double posted_share = 0.75;
    double founding_pay_share = 0.8;
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
};

struct BudgetParameters {
    double lag_months = 12.0;
    double seat_slack = 0.08;
    Limit talent = Limit::limited;
    Limit seats = Limit::limited;
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
    double national_income = 0.0; ///< per head; what visa programmes measure pay by
    std::int64_t non_compete_months = 0;
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
    bool sponsor = true;
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
    bool sponsor = true;
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
    std::map<std::string, CountryParameters> countries; ///< by ISO 3166-1 alpha-3 code
    std::map<std::string, FirmParameters> firms;        ///< named firms, by key
    std::map<std::string, FringeParameters> fringe;     ///< by country
    std::map<std::string, VisaParameters> visas;        ///< by key
};

/// Real residents of a country at founding [persons]: what it says, or its share of
/// population.researchers where that is set.
[[nodiscard]] double founding_residents(Parameters const& parameters, std::string const& country);

} // namespace talentsim
