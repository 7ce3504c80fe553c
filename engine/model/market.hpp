#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <Eigen/Core>

#include "engine/core/exact_sum.hpp"
#include "engine/core/ids.hpp"
#include "engine/core/units.hpp"
#include "engine/model/contracts.hpp"
#include "engine/model/drives.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/rumours.hpp"
#include "engine/model/ties.hpp"

namespace talentsim {

/// Rank of talent within the world at founding: S the top, C the rest.
enum class Tier : std::uint8_t { s, a, b, c };

inline constexpr std::size_t n_tiers = 4;

/// An amount or share for every Sector, in their order.
using BySector = std::array<double, n_sectors>;

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
    waits,  ///< for a visa programme to decide
    starts, ///< in a month that is fixed
    founds  ///< nothing: builds a start-up, and hears no offers until that month
};

/// A job agreed upon that has not begun.
struct PendingMove {
    double pay = 0.0;          ///< agreed [USD/year]
    double best_outside = 0.0; ///< that the pay was bargained against [log points]
    FirmRow firm;
    Month month = 0;              ///< in which it begins; of registration while it waits
    VisaRow visa;                 ///< programme; none where no border or none that asks is crossed
    bool is_front_loaded = false; ///< more is paid in the first year, less in equity

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
    ResearcherColumn<VisaRow> came_by;  ///< programme by which one came to where one lives, if any
    ResearcherColumn<Month> visa_since; ///< month in which that visa was issued
    ResearcherColumn<Pending> pending;
    ResearcherColumn<PendingMove> pending_move; ///< means nothing where none is pending

    [[nodiscard]] std::size_t size() const noexcept { return identity.size(); }

    void resize(std::size_t rows);
    [[nodiscard]] std::size_t bytes() const noexcept;

    /// How many rows hash_sum takes at most.
    static constexpr std::size_t hash_block = 1024;

    /// Sum modulo 2^64 of hashes of everything that is known of the people present in the rows
    /// [begin, end); a person has the same hash in any row.
    [[nodiscard]] std::uint64_t hash_sum(std::size_t begin, std::size_t end) const;

    [[nodiscard]] bool is_present(ResearcherRow row) const { return location[row].exists(); }

    [[nodiscard]] bool is_employed(ResearcherRow row) const { return employer[row].exists(); }
};

/// The month of what has never happened.
inline constexpr Month never = -1;

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
    FirmColumn<double> posted_pay;                  ///< [USD/year]; 0: a share of the cap
    FirmColumn<double> posted_share;                ///< of the cap [-]
    FirmColumn<double> escalation_step;             ///< e, by which one outbid raises [-]
    FirmColumn<double> chief_executive_probability; ///< that one steps in when outbid [-]
    FirmColumn<double> gpus_set;                    ///< the gpus parameter as last read [H100e]
    FirmColumn<double> layoff_share;                ///< of the staff, laid off every month [-]
    FirmColumn<double> recruiter_capacity;          ///< [contacts/month]
    FirmColumn<double> secrecy;                     ///< [-]
    FirmColumn<std::uint8_t> sponsor; ///< 1 if it hires across borders that ask for a visa

    // State.
    FirmColumn<double> productivity; ///< A [-]
    FirmColumn<double> own_gpus;     ///< pool of the firm itself [H100e]
    FirmColumn<double> compute;      ///< G: own pool and share of the country's [H100e]
    FirmColumn<double> budget;       ///< B [USD/year]
    FirmColumn<double> output;       ///< P*Y of the last month [USD/year]
    FirmColumn<double> gpus_worn;    ///< worn out and not replaced, of the own pool [H100e]
    FirmColumn<double> fear;         ///< of being left out, from rivals' star hires [-]
    FirmColumn<double> seats_cut;    ///< share of seats gone for good with layoffs [-]
    FirmColumn<TalentSum> automated; ///< talent whose work machines do, of simulated people

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
    /// probability of being laid off this month, by tier [-]
    FirmColumn<std::array<double, n_tiers>> layoff_probability;

    // Events of the month, of simulated people.
    FirmColumn<std::int64_t> laid_off;   ///< whose work was automated included [persons]
    FirmColumn<std::int64_t> star_hires; ///< of tier S [persons]
    FirmColumn<std::int64_t> acquired;   ///< who came with the core team of a start-up [persons]

    // Compute bought, and what output rests on besides compute and talent.
    FirmColumn<Sector> sector;                 ///< which share of a public pool it belongs to
    FirmColumn<double> gpus_ordered;           ///< not yet in the list of orders [H100e]
    FirmColumn<double> founding_breakthroughs; ///< E0 [1/month]
    FirmColumn<std::int64_t> breakthroughs;    ///< of the month
    FirmColumn<double> output_left_by_stars;   ///< factor of output after stars have left [-]

    // Contracts that vest, where they are kept.
    FirmColumn<double> equity_risk;    ///< value that equity is expected to lose, in force [-]
    FirmColumn<double> equity_per_pay; ///< granted with a contract, in force [year]
    FirmColumn<double> front_equity_per_pay; ///< with one that is front-loaded [year]
    /// staff lost to other firms in the last three months, by month modulo 3 [persons]
    FirmColumn<std::array<std::int64_t, 3>> poached;
    FirmColumn<Month> retention_month; ///< of the last grant to the whole staff, or `never`
    FirmColumn<double> retention_owed; ///< unvested after that grant, of all such [USD]
    /// seats that came with core teams, less those that went, of simulated people [persons]
    FirmColumn<std::int64_t> seats_acquired;

    // Groups of a parent and its sites in other countries, in force.
    FirmColumn<FirmRow> parent;             ///< whose site it is; none if of its own
    FirmColumn<std::vector<FirmRow>> sites; ///< of a parent, in the order of rows

    /// The parent of a site, or a firm itself: what a firm has in common with its group.
    [[nodiscard]] FirmRow head_of(FirmRow row) const {
        return parent[row].exists() ? parent[row] : row;
    }

    [[nodiscard]] bool is_in_group(FirmRow row) const {
        return parent[row].exists() || !sites[row].empty();
    }

    /// Whether two firms are one firm, or parent and sites; not if one does not exist.
    [[nodiscard]] bool are_one_group(FirmRow a, FirmRow b) const {
        return a.exists() && b.exists() && head_of(a) == head_of(b);
    }

    /// The firm of a name that the world has.
    [[nodiscard]] FirmRow named(std::string_view wanted) const;

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
    CountryColumn<double> public_gpus_set; ///< the public_gpus parameter as last read [H100e]
    Eigen::MatrixXd moving_cost;           ///< (from, to) [log points]
    Eigen::MatrixXd study_abroad;          ///< (origin, destination) share of graduates [-]
    CountryColumn<double> pay_subsidy;     ///< to everyone employed here [USD/year]
    CountryColumn<double> return_grant;    ///< to natives who move home, over 48 months [USD/year]
    CountryColumn<double> national_income; ///< per head [USD/year]
    CountryColumn<Month> non_compete_months;   ///< between employers of the country [months]
    CountryColumn<std::vector<VisaRow>> visas; ///< programmes on offer, in the order of trying

    // State.
    CountryColumn<double> public_gpus; ///< full scale [H100e]

    // Plans of the month.
    CountryColumn<double> mean_price_of_talent; ///< w-hat: mean pi over staff [USD/year]
    CountryColumn<double> outside_value;        ///< of no employer, per talent unit [USD/year]

    // Compute bought, and rules that bear on output.
    CountryColumn<double> output_factor; ///< of regulation and of limits on software, in force [-]
    CountryColumn<double> gpus_ordered;  ///< for the public pool, not yet in the list [H100e]
    CountryColumn<double> controlled_gpus_delivered; ///< under export control, so far [H100e]
    CountryColumn<BySector> sector_gpus;             ///< set aside in the public pool [H100e]
    CountryColumn<BySector> sector_shares; ///< of the rest of the pool, in force; all 0: by staff

    CountryColumn<double> site_output_factor; ///< the same for sites of firms of other countries

    CountryColumn<std::uint32_t> bloc; ///< name_hash of its bloc, in force; 0: none

    // Teachers, and start-ups.
    CountryColumn<double> faculty;           ///< talent of universities, lagged, full scale [units]
    CountryColumn<double> faculty_reference; ///< that of the first month compared with; 0: none yet
    CountryColumn<double> graduates_factor;  ///< of graduates, by faculty [-]
    CountryColumn<double> venture_money;     ///< b_v, in force [-]
    CountryColumn<double> venture_value;     ///< of a start-up, per talent unit, plan of the month;
                                             ///< 0: nobody founds [USD/year]

    /// Whether two countries are in different blocs, between which nobody hires.
    [[nodiscard]] bool are_decoupled(CountryRow a, CountryRow b) const {
        return bloc[a] != bloc[b] && bloc[a] != 0 && bloc[b] != 0;
    }

    [[nodiscard]] std::size_t size() const noexcept { return code.size(); }

    void resize(std::size_t rows);
};

/// The state of the market for firms, the same for all of them.
struct Finance {
    Regime regime = Regime::boom;
    Regime regime_set = Regime::boom; ///< the finance.regime parameter as last read
    double spending = 1.0;            ///< capital spending over what keeps all pools [-]
};

/// Compute on its way to a firm, or to a country's public pool.
struct GpuOrder {
    Month due = 0;
    CountryRow country{};           ///< where it goes
    FirmRow firm{};                 ///< whose pool; none: the public one,
    std::optional<Sector> sector{}; ///< ... set aside for a sector, or shared by all
    double amount = 0.0;            ///< [H100e]
    bool is_controlled = true;      ///< counts towards the cap of an export control
    double substitute_ratio = 0.0;  ///< H100e bought instead of one beyond the cap
};

/// Pay that holds a supplement until a month, unless the contract is another by then.
struct Retention {
    ResearcherRow who;
    Identity identity = 0;
    FirmRow employer;
    Month until = 0;
    Month since = 0;      ///< start of the job
    double pay = 0.0;     ///< with the supplement [USD/year]
    double without = 0.0; ///< pay that is left [USD/year]
};

/// Somebody whom a firm approaches by name next month.
struct Approach {
    ResearcherRow who;
    Identity identity = 0;
    FirmRow firm;
};

/// Somebody who builds a start-up until a month.
struct Venture {
    ResearcherRow who;
    Identity identity = 0;
    Month until = 0;
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
        admits;              ///< by country of origin: 1 if people from there may apply
    Of<double> pay_to_value; ///< after-tax value of a USD of pay where the tax is cut

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
    Finance finance;
    std::vector<GpuOrder> gpu_orders; ///< not yet delivered
    TieTable ties;
    ContractTable contracts;
    DriveTable drives;
    RumourTable rumours;
    std::vector<Retention> retentions; ///< in the order of the deals
    std::vector<Approach> approaches;  ///< of the next month
    std::vector<Venture> ventures;     ///< in the order of founding
};

/// The tier of somebody with this ln(theta).
[[nodiscard]] Tier tier_of(double log_talent, Market const& market);

} // namespace talentsim
