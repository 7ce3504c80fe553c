#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <Eigen/Core>

#include "engine/core/exact_sum.hpp"
#include "engine/core/ids.hpp"
#include "engine/core/units.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// Rank of talent within the world at founding: S the top, C the rest.
enum class Tier : std::uint8_t { s, a, b, c };

inline constexpr std::size_t n_tiers = 4;

/// A direction in mission space, or zero; single precision suffices for a taste.
using Mission = Eigen::Vector3f;

/// Multipliers of the mean weights of U for one person; mean 1 over people.
struct PersonalWeights {
    float compute = 1.0F;
    float autonomy = 1.0F;
    float mission = 1.0F;
    float peers = 1.0F;
    float home = 1.0F;
};

/// By what right somebody is where they are.
enum class Residence : std::uint8_t { citizen, permanent, visa };

/// Whether a move is agreed upon that could not begin at once.
enum class Pending : std::uint8_t {
    none,
    waits, ///< for a visa programme to decide
    starts ///< in a month that is fixed
};

/// A job agreed upon that has not begun.
struct PendingMove {
    double pay = 0.0;          ///< agreed [USD/year]
    double best_outside = 0.0; ///< that the pay was bargained against [log points]
    FirmRow firm;
    Month month = 0; ///< in which it begins; of registration while it waits
    VisaRow visa;    ///< programme; none where no border or none that asks is crossed

    friend bool operator==(PendingMove const&, PendingMove const&) = default;
};

/// Everyone who works or could work; one row per person. A row whose location does not exist is
/// free: its person has left the world of work.
struct ResearcherTable {
    ResearcherColumn<Identity> identity;
    ResearcherColumn<double> log_talent;   ///< ln(theta) [-]
    ResearcherColumn<double> talent_units; ///< theta^h with h of the employer [-]; 0 if jobless
    ResearcherColumn<double> pay;          ///< value of the contract [USD/year]; 0 if jobless
    /// best outside option that the present employer has answered, as a value of U [log points];
    /// -infinity if none
    ResearcherColumn<double> best_outside;
    ResearcherColumn<MilliGpu> gpu_grant; ///< [H100e/1000]; 0 if jobless
    ResearcherColumn<FirmRow> employer;
    ResearcherColumn<Month> since; ///< month in which the present job, or joblessness, began
    ResearcherColumn<Month> born;
    ResearcherColumn<PersonalWeights> weights;
    ResearcherColumn<Mission> mission;
    ResearcherColumn<CountryRow> origin;
    ResearcherColumn<CountryRow> location;
    ResearcherColumn<Tier> tier;
    ResearcherColumn<Residence> residence;
    ResearcherColumn<VisaRow> visa;     ///< programme of the visa held; none without
    ResearcherColumn<Month> visa_since; ///< month in which it was issued
    ResearcherColumn<Pending> pending;
    ResearcherColumn<PendingMove> pending_move; ///< means nothing where none is pending

    [[nodiscard]] std::size_t size() const noexcept { return identity.size(); }

    void resize(std::size_t rows);
    [[nodiscard]] std::size_t bytes() const noexcept;

    [[nodiscard]] bool is_present(ResearcherRow row) const { return location[row].exists(); }

    [[nodiscard]] bool is_employed(ResearcherRow row) const { return employer[row].exists(); }
};

/// Everyone who hires; one row per firm, the named ones by key, then the unnamed ones by country.
/// Amounts are at full scale, as if the whole world were simulated, unless said otherwise: `scale`
/// says how many simulated people stand for a real one.
struct FirmTable {
    // Who they are.
    FirmColumn<std::string> name;  ///< key of a named firm; `<ISO3>-fringe-<n>` of an unnamed one
    FirmColumn<std::uint32_t> key; ///< name_hash(name); addresses random numbers
    FirmColumn<CountryRow> country;
    FirmColumn<FirmKind> kind;
    FirmColumn<double> scale;           ///< simulated people per person on the staff [-]
    FirmColumn<double> talent_exponent; ///< h [-]

    // As founded.
    FirmColumn<double> founding_staff;   ///< [persons]
    FirmColumn<double> founding_talent;  ///< L0 [talent units]
    FirmColumn<double> founding_budget;  ///< B0 [USD/year]
    FirmColumn<double> founding_compute; ///< G0 [H100e]
    FirmColumn<double> compute_share;    ///< a [-]
    FirmColumn<double> founding_revenue; ///< P*Y0 [USD/year]
    FirmColumn<double> unit_value;       ///< marginal value of talent at founding [USD/year]
    FirmColumn<double> draw_weight;      ///< weight of the contact draw, fixed for good [-]

    // Parameters in force.
    FirmColumn<double> counteroffer_probability; ///< chi [-]
    FirmColumn<double> autonomy;                 ///< [-]
    FirmColumn<Mission> mission;
    FirmColumn<double> posted_pay;    ///< [USD/year]; 0: a share of the cap
    FirmColumn<double> posted_share;  ///< of the cap [-]
    FirmColumn<double> gpus_set;      ///< the gpus parameter as last read [H100e]
    FirmColumn<std::uint8_t> sponsor; ///< 1 if it hires across borders that ask for a visa

    // State.
    FirmColumn<double> productivity; ///< A [-]
    FirmColumn<double> own_gpus;     ///< pool of the firm itself [H100e]
    FirmColumn<double> compute;      ///< G: own pool and share of the country's [H100e]
    FirmColumn<double> budget;       ///< B [USD/year]
    FirmColumn<double> output;       ///< P*Y of the last month [USD/year]

    // Counted at month end, of simulated people.
    FirmColumn<std::array<std::int64_t, n_tiers>> staff_by_tier; ///< [persons]
    FirmColumn<std::int64_t> staff;                              ///< [persons]
    FirmColumn<MoneySum> payroll;                                ///< [USD/year]
    FirmColumn<TalentSum> talent;                                ///< sum of theta^h
    FirmColumn<TalentSum> log_talent;                            ///< sum of ln(theta)
    FirmColumn<std::int64_t> pending;                            ///< hired, and not begun [persons]
    FirmColumn<MoneySum> pending_payroll;                        ///< their pay [USD/year]

    // Plans of the month.
    FirmColumn<std::int64_t> open_seats; ///< of simulated people [persons]
    FirmColumn<double> price_of_talent;  ///< pi [USD/year per talent unit]
    FirmColumn<double> free_money;       ///< B - payroll [USD/year]; may be negative
    FirmColumn<double> gpus_per_head;    ///< g of an offer [H100e]
    FirmColumn<double> peer_quality;     ///< Q: mean ln(theta) of staff [-]

    [[nodiscard]] std::size_t size() const noexcept { return name.size(); }

    void resize(std::size_t rows);
};

/// Where people live and firms work; one row per country, sorted by code.
struct CountryTable {
    CountryColumn<std::string> code;       ///< ISO 3166-1 alpha-3
    CountryColumn<std::uint32_t> number;   ///< country_number(code); addresses random numbers
    CountryColumn<double> talent_exponent; ///< h of outside pay [-]
    CountryColumn<double> home_value;      ///< founding value of a talent unit [USD/year]

    // Parameters in force.
    CountryColumn<double> pay_to_value; ///< (1 - tax)/price level: after-tax value of a USD of pay
    CountryColumn<double> home_bias;    ///< mean b_h of people from here [log points]
    CountryColumn<double> outside_pay;  ///< b0 [-]
    CountryColumn<double> graduates;    ///< [persons/month], full scale
    CountryColumn<double> public_gpus_set;     ///< the public_gpus parameter as last read [H100e]
    CountryColumn<double> national_income;     ///< per head [USD/year]
    CountryColumn<Month> non_compete_months;   ///< between employers of the country [months]
    CountryColumn<std::vector<VisaRow>> visas; ///< programmes on offer, in the order of trying
    Eigen::MatrixXd moving_cost;               ///< (from, to) [log points]
    Eigen::MatrixXd study_abroad;              ///< (origin, destination) share of graduates [-]

    // State.
    CountryColumn<double> public_gpus; ///< full scale [H100e]

    // Plans of the month.
    CountryColumn<double> mean_price_of_talent; ///< w-hat: mean pi over staff [USD/year]
    CountryColumn<double> outside_value;        ///< of no employer, per talent unit [USD/year]

    [[nodiscard]] std::size_t size() const noexcept { return code.size(); }

    void resize(std::size_t rows);
};

/// Visa programmes, by key; amounts are at full scale.
struct VisaTable {
    template <class Value>
    using Of = Column<VisaRow, Value>;

    Of<std::string> name;
    Of<std::uint32_t> key; ///< name_hash(name); addresses random numbers
    Of<CountryRow> country;

    // Parameters in force.
    Of<VisaParameters> terms;
    Of<std::vector<std::uint8_t>>
        admits; ///< by country of origin: 1 if people from there may apply

    // State of a programme with a quota.
    Of<std::int64_t> places_left; ///< of the year, of simulated people [persons]

    [[nodiscard]] std::size_t size() const noexcept { return name.size(); }

    void resize(std::size_t rows);
};

/// The whole state of one world between two months.
struct Market {
    ResearcherTable researchers;
    FirmTable firms;
    CountryTable countries;
    VisaTable visas;
    std::array<double, n_tiers - 1> tier_thresholds{}; ///< ln(theta) above which S, A, B are
    std::vector<ResearcherRow> free_rows; ///< of people who left; the last is used first
    double scale = 1.0;                   ///< simulated people per person of the world
};

/// The tier of somebody with this ln(theta).
[[nodiscard]] Tier tier_of(double log_talent, Market const& market);

} // namespace talentsim
