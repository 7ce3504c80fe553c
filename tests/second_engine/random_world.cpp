#include "tests/second_engine/random_world.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <string>

#include "engine/model/parameter_table.hpp"

#include "tests/second_engine/dice.hpp"
#include "tests/second_engine/random_change.hpp"
#include "tests/second_engine/random_compute.hpp"
#include "tests/second_engine/random_contracts.hpp"
#include "tests/second_engine/random_deals.hpp"
#include "tests/second_engine/random_rumours.hpp"
#include "tests/second_engine/random_sites.hpp"

namespace talentsim::test {

namespace {

class WorldMaker {
  public:
    explicit WorldMaker(std::uint64_t seed) : seed_{seed}, dice_{seed} {}

    Parameters make() && {
        draw_mechanisms();
        draw_population();
        draw_search();
        draw_offers();
        draw_production();
        draw_budgets();
        draw_utility();
        draw_countries();
        draw_firms();
        draw_contacts();
        p_.simulation.scale = dice_.one_in(2) ? 1.0 : dice_.between(0.3, 1.0);
        draw_rounds();
        draw_money();
        draw_compute(p_, seed_);
        draw_borders();
        talentsim::test::draw_contracts(p_, seed_);
        draw_drives();
        draw_rumours(p_, seed_);
        draw_sites(p_, seed_);
        draw_tax_cuts();
        draw_deals(p_, seed_);
        return std::move(p_);
    }

  private:
    void draw_mechanisms() {
        for (bool* const is_on :
             {&p_.mechanisms.separation, &p_.mechanisms.retirement, &p_.mechanisms.graduates,
              &p_.mechanisms.own_search, &p_.mechanisms.counteroffers,
              &p_.mechanisms.compute_grants, &p_.mechanisms.budget_adjustment}) {
            *is_on = !dice_.one_in(8);
        }
    }

    void draw_population() {
        PopulationParameters& population = p_.population;
        TalentParameters& talent = population.talent;
        talent.distribution = dice_.pick(
            {TalentDistribution::pareto, TalentDistribution::pareto, TalentDistribution::lognormal,
             TalentDistribution::uniform, TalentDistribution::constant});
        talent.exponent = dice_.between(1.3, 5.0);
        talent.log_mean = dice_.between(-0.5, 1.0);
        talent.log_sd = dice_.amount(0.1, 1.2);
        talent.low = dice_.between(0.1, 1.5);
        talent.high = talent.low + dice_.amount(0.1, 3.0);
        talent.value = dice_.of_magnitude(0.3, 3.0);
        population.unemployed_at_start = dice_.amount(0.01, 0.6);
        population.tier_s_share = dice_.amount(0.001, 0.1);
        population.tier_a_share = dice_.amount(0.01, 0.3);
        population.tier_b_share = dice_.amount(0.1, 0.5);
        population.retirement_rate = dice_.amount(0.001, 0.05);
    }

    void draw_search() {
        SearchParameters& search = p_.search;
        search.separation_rate = dice_.amount(0.002, 0.2);
        search.contact_rate_unemployed = dice_.one_in(6) ? dice_.share() : dice_.between(0.1, 1.0);
        search.contact_rate_employed = dice_.one_in(6) ? dice_.share() : dice_.between(0.05, 0.8);
        search.contacts_per_search =
            dice_.one_in(5) ? SearchParameters::all : dice_.pick({1, 1, 2, 3, 5, 9});
        search.draw = dice_.pick({ContactDraw::uniform, ContactDraw::vacancies});
        search.home_share = dice_.share();
        search.same_month = dice_.one_in(3);
    }

    void draw_offers() {
        OfferParameters& offers = p_.offers;
        offers.protocol =
            dice_.one_in(4) ? OfferProtocol::posted : OfferProtocol::sequential_auction;
        offers.counteroffer_probability = dice_.share();
        offers.posting = dice_.one_in(3) && p_.search.separation_rate > 0.0
                             ? PayPosting::equal_profit
                             : PayPosting::share_of_cap;
        offers.bargaining_power = dice_.share();
        offers.pay_floor = dice_.share();
        offers.posted_share = dice_.share();
        offers.founding_pay_share = dice_.share();
    }

    void draw_rounds() {
        OfferParameters& offers = p_.offers;
        if (dice_.one_in(3)) {
            offers.protocol = OfferProtocol::rounds;
        }
        offers.opening = dice_.pick({OpeningBid::share, OpeningBid::reservation});
        offers.opening_share = dice_.between(0.05, 1.0);
        offers.rounds = dice_.pick<std::int64_t>({0, 1, 2, 5, 40});
        offers.escalation_step = dice_.of_magnitude(0.005, 1.0);
        offers.chief_executive_probability = dice_.amount(0.05, 1.0);
        offers.chief_executive_factor = dice_.between(1.0, 3.0);
        offers.agent_share = dice_.share();
        offers.agent_bargaining_power = dice_.share();
        for (auto& [key, firm] : p_.firms) {
            if (dice_.one_in(3)) {
                firm.escalation_step = dice_.of_magnitude(0.005, 1.0);
            }
            if (dice_.one_in(3)) {
                firm.chief_executive_probability = dice_.share();
            }
        }
    }

    /// Below the tail of Pareto talent.
    double talent_exponent() {
        return dice_.between(0.0, std::min(1.3, p_.population.talent.exponent - 0.1));
    }

    void draw_production() {
        ProductionParameters& production = p_.production;
        production.elasticity =
            dice_.one_in(4) ? dice_.of_magnitude(0.1, 20.0) : dice_.pick({1.0, 0.25, 2.5});
        if (dice_.one_in(3)) {
            production.compute_share = dice_.share();
        }
        production.compute_share_factor = dice_.amount(0.2, 3.0);
        production.returns = dice_.between(0.2, 0.95);
        production.talent_exponent = talent_exponent();
        production.unit_value = dice_.of_magnitude(1e3, 1e6);
        production.reference_talent = dice_.of_magnitude(0.5, 3.0);
        production.gpu_price = dice_.amount(1e3, 1e5);
    }

    void draw_budgets() {
        BudgetParameters& budgets = p_.budgets;
        budgets.lag_months = dice_.pick({1.0, 3.0, 12.0, 60.0});
        budgets.seat_slack = dice_.amount(0.02, 1.0);
        budgets.talent = dice_.one_in(3) ? Limit::unlimited : Limit::limited;
        budgets.seats = dice_.one_in(3) ? Limit::unlimited : Limit::limited;
        bool const may_be_linear =
            budgets.talent == Limit::unlimited || !p_.mechanisms.budget_adjustment;
        if (may_be_linear && dice_.one_in(2)) {
            p_.production.returns = 1.0;
            p_.production.compute_share = dice_.pick({0.0, 0.3});
        }
    }

    void draw_utility() {
        UtilityParameters& utility = p_.utility;
        utility.form = dice_.one_in(4) ? UtilityForm::linear : UtilityForm::logarithmic;
        utility.pay = utility.form == UtilityForm::linear
                          ? dice_.between(0.3, 2.0) / p_.production.unit_value
                          : dice_.of_magnitude(0.2, 3.0);
        for (PersonalWeight* const weight : {&utility.compute, &utility.autonomy, &utility.mission,
                                             &utility.peers, &utility.home}) {
            weight->mean = dice_.amount(0.05, 2.0);
            weight->spread = dice_.amount(0.1, 1.5);
        }
        utility.compute_reference = dice_.of_magnitude(0.01, 2.0);
        utility.moving_cost = dice_.amount(0.05, 2.0);
        utility.persistent_taste.distribution =
            dice_.pick({TasteDistribution::normal, TasteDistribution::uniform,
                        TasteDistribution::exponential, TasteDistribution::none});
        utility.persistent_taste.scale = dice_.amount(0.05, 1.5);
        utility.persistent_taste.enters =
            dice_.pick({TasteChannel::taste, TasteChannel::productivity});
        utility.transitory_taste = dice_.amount(0.05, 1.0);
        utility.outside = dice_.pick({OutsideOption::none, OutsideOption::pay, OutsideOption::pay,
                                      OutsideOption::home_production});
        if (p_.offers.posting == PayPosting::equal_profit) { // which needs it
            utility.outside = OutsideOption::home_production;
        }
        utility.outside_pay = dice_.of_magnitude(0.1, 2.0);
    }

    /// Shares of some other countries that leave something over.
    std::map<std::string, double> shares_abroad(std::string const& home) {
        std::map<std::string, double> shares;
        for (auto const& [code, country] : p_.countries) {
            if (code != home && dice_.one_in(2)) {
                shares[code] = dice_.between(0.0, 0.3);
            }
        }
        return shares;
    }

    void draw_countries() {
        for (char const* const code : {"CHN", "IND", "KOR", "USA"}) {
            if (dice_.one_in(2)) {
                p_.countries[code] = {};
            }
        }
        if (p_.countries.empty()) {
            p_.countries["DEU"] = {};
        }
        for (auto& [code, country] : p_.countries) {
            country.researchers = dice_.of_magnitude(30.0, 300.0);
            country.origins = shares_abroad(code);
            country.pay_level = dice_.between(0.2, 1.5);
            country.price_level = dice_.between(0.3, 1.5);
            country.tax_rate = dice_.amount(0.05, 0.7);
            country.graduates_per_month = dice_.amount(0.1, 6.0);
            country.study_abroad = shares_abroad(code);
            for (auto const& [other, rest] : p_.countries) {
                if (dice_.one_in(3)) {
                    country.moving_cost_to[other] = dice_.amount(0.1, 3.0);
                }
            }
            country.public_gpus = dice_.amount(0.5, 500.0);
            if (dice_.one_in(3)) {
                country.home_bias = dice_.amount(0.1, 2.0);
            }
            if (dice_.one_in(3)) {
                country.outside_pay = dice_.of_magnitude(0.1, 2.0);
            }
            if (dice_.one_in(2)) {
                country.talent_exponent = talent_exponent();
            }
            country.pay_subsidy = dice_.one_in(2) ? dice_.of_magnitude(1e2, 1e6) : 0.0;
            country.return_grant = dice_.one_in(2) ? dice_.of_magnitude(1e2, 1e6) : 0.0;
        }
        if (dice_.one_in(5)) {
            p_.population.researchers = dice_.between(100.0, 700.0);
        }
    }

    void draw_firms() {
        for (auto const& [code, country] : p_.countries) {
            int const named = dice_.whole(0, 3);
            for (int n = 0; n != named; ++n) {
                draw_firm(p_.firms[fmt::format("{}_firm_{}", n, code)], code, named);
            }
            if (named == 0 || !dice_.one_in(4)) {
                draw_fringe(p_.fringe[code]);
            }
        }
    }

    /// Ties, and who approaches whom. Drawn last, so that the rest of the world is what it was.
    void draw_contacts() {
        MechanismSwitches& on = p_.mechanisms;
        on.ties = !dice_.one_in(3);
        on.relative_deprivation = on.ties && !dice_.one_in(3);
        on.referrals = on.ties && !dice_.one_in(3);
        on.target_lists = !dice_.one_in(3);
        p_.social.ties = dice_.whole(1, 9);
        p_.social.ties_per_hire = dice_.whole(0, static_cast<int>(p_.social.ties));
        p_.search.deprivation_response = dice_.amount(0.1, 20.0);
        p_.utility.friends = dice_.amount(0.01, 1.0);
        p_.utility.deprivation = dice_.amount(0.01, 3.0);
        p_.recruiting.lowest_tier =
            dice_.pick({LowestTier::s, LowestTier::a, LowestTier::b, LowestTier::c});
        p_.recruiting.visibility = dice_.one_in(3) ? 1.0 : dice_.between(0.05, 1.0);
        p_.referrals.names = dice_.whole(0, 4);
        p_.referrals.probability = dice_.share();
        for (auto& [key, firm] : p_.firms) {
            firm.recruiter_capacity = dice_.amount(0.2, 20.0);
            firm.secrecy = dice_.share();
        }
        for (auto& [key, fringe] : p_.fringe) {
            fringe.recruiter_capacity = dice_.amount(0.2, 5.0);
            fringe.secrecy = dice_.share();
        }
    }

    void draw_firm(FirmParameters& firm, std::string const& code, int of) {
        firm.country = code;
        firm.kind =
            dice_.pick({FirmKind::big_tech, FirmKind::lab, FirmKind::start_up,
                        FirmKind::national_champion, FirmKind::university, FirmKind::public_lab});
        firm.staff =
            dice_.one_in(12) ? 0.0 : dice_.between(0.0, 0.9) * founding_residents(p_, code) / of;
        firm.gpus = dice_.amount(0.1, 2000.0);
        firm.pay_premium = dice_.between(0.5, 2.0);
        firm.autonomy = dice_.share();
        if (dice_.one_in(2)) {
            for (double& coordinate : firm.mission) {
                coordinate = dice_.between(-1.0, 1.0);
            }
        }
        if (dice_.one_in(3)) {
            firm.counteroffer_probability = dice_.share();
        }
        if (dice_.one_in(3)) {
            firm.talent_exponent = talent_exponent();
        }
        if (dice_.one_in(3)) {
            firm.posted_pay = dice_.of_magnitude(0.3, 3.0) * p_.production.unit_value;
        }
    }

    void draw_fringe(FringeParameters& fringe) {
        fringe.firms = dice_.whole(1, 15);
        fringe.zipf_exponent = dice_.amount(0.2, 2.0);
        fringe.gpus_per_head = dice_.amount(0.001, 3.0);
        fringe.pay_premium = dice_.between(0.5, 1.5);
        fringe.productivity = {.distribution = dice_.pick({ProductivityDistribution::constant,
                                                           ProductivityDistribution::uniform,
                                                           ProductivityDistribution::pareto}),
                               .low = dice_.between(0.5, 1.5),
                               .high = dice_.between(1.5, 3.0),
                               .exponent = dice_.between(1.5, 6.0)};
        fringe.premium_spread = dice_.amount(0.05, 0.5);
        fringe.autonomy = dice_.share();
    }

    void draw_money() {
        for (bool* const is_on : {&p_.mechanisms.market_value, &p_.mechanisms.fear,
                                  &p_.mechanisms.layoffs, &p_.mechanisms.automation}) {
            *is_on = dice_.one_in(2);
        }
        FinanceParameters& finance = p_.finance;
        finance.regime = dice_.pick({Regime::boom, Regime::boom, Regime::bust});
        finance.boom_multiple = dice_.of_magnitude(1.0, 50.0);
        finance.bust_multiple = finance.boom_multiple * dice_.between(0.05, 1.0);
        finance.bust_hazard = dice_.one_in(2) ? dice_.share() : dice_.between(0.0, 0.2);
        finance.recovery_hazard = dice_.one_in(2) ? dice_.share() : dice_.between(0.0, 0.3);
        finance.budget_elasticity = dice_.amount(0.1, 2.0);
        finance.spending_elasticity = dice_.amount(0.1, 2.0);
        finance.spending_lag_months = dice_.pick({1.0, 3.0, 12.0});
        finance.depreciation = dice_.amount(0.1, 5.0);
        p_.offers.fear = dice_.amount(0.05, 2.0);
        p_.offers.fear_response = dice_.amount(0.1, 10.0);
        p_.offers.fear_persistence = dice_.between(0.0, 0.95);
        p_.production.automation_rate = dice_.amount(0.001, 0.2);
        p_.budgets.layoff_margin = dice_.amount(0.01, 0.5);
        p_.budgets.layoff_speed = dice_.share();
        for (auto& [name, firm] : p_.firms) {
            firm.layoff_share = dice_.one_in(3) ? dice_.share() : dice_.amount(0.001, 0.1);
        }
    }

    void draw_borders() {
        p_.mechanisms.visas = !dice_.one_in(3);
        p_.mechanisms.non_compete = dice_.one_in(3);
        for (auto& [code, country] : p_.countries) {
            country.national_income = dice_.of_magnitude(0.05, 1.0) * p_.production.unit_value;
            country.non_compete_months = dice_.one_in(2) ? 0 : dice_.whole(1, 9);
            for (int n = dice_.whole(0, 3); n != 0; --n) {
                draw_programme(p_.visas[fmt::format("{}_visa_{}", n, code)], code);
            }
        }
        for (auto& [name, firm] : p_.firms) {
            firm.sponsor = !dice_.one_in(4);
        }
        for (auto& [code, fringe] : p_.fringe) {
            fringe.sponsor = !dice_.one_in(4);
        }
    }

    void draw_programme(VisaParameters& visa, std::string const& code) {
        visa.country = code;
        visa.type = dice_.pick({VisaType::open, VisaType::threshold, VisaType::points,
                                VisaType::quota, VisaType::lottery, VisaType::weighted});
        visa.offered = !dice_.one_in(8);
        visa.order = dice_.whole(0, 2);
        for (auto const& [origin, rest] : p_.countries) {
            if (dice_.one_in(4)) {
                visa.origins[origin] = dice_.one_in(2);
            }
        }
        visa.cap = dice_.amount(1.0, 30.0);
        visa.advanced_cap = dice_.amount(1.0, 10.0);
        visa.over_selection = dice_.between(0.5, 2.0);
        visa.advanced_share = dice_.share();
        visa.draw_month = dice_.whole(1, 12);
        visa.start_month = dice_.whole(1, 12);
        visa.fee = dice_.amount(0.01, 1.0) * p_.production.unit_value;
        visa.processing_months = dice_.one_in(2) ? 0 : dice_.whole(1, 14);
        visa.validity_months = dice_.one_in(6) ? 0 : dice_.whole(1, 15);
        visa.renewals = dice_.whole(0, 3);
        visa.permanence_months = dice_.one_in(2) ? 0 : dice_.whole(1, 30);
        visa.grace_months = dice_.whole(1, 6);
        visa.pay_multiple = dice_.between(0.0, 5.0);
        double const level = dice_.between(0.2, 2.0);
        visa.level_multiples = {level, 1.5 * level, 2.5 * level};
        visa.level_weights = {dice_.between(0.5, 3.0), dice_.between(0.5, 5.0),
                              dice_.between(0.5, 9.0)};
        visa.points = {.needed = dice_.between(0.0, 100.0),
                       .per_pay = dice_.amount(1.0, 50.0),
                       .most_for_pay = dice_.between(0.0, 100.0),
                       .advanced_degree = dice_.between(0.0, 40.0),
                       .youth = dice_.between(0.0, 40.0),
                       .youth_age = dice_.between(25.0, 60.0)};
    }

    void draw_tax_cuts() {
        for (auto& [name, visa] : p_.visas) {
            visa.tax_cut = dice_.share();
            visa.tax_cut_years = dice_.pick({0.0, 0.5, 1.0, 10.0});
        }
    }

    void draw_drives() {
        p_.mechanisms.drives = !dice_.one_in(4);
        for (auto const& [key, firm] : p_.firms) {
            if (!dice_.one_in(3)) {
                draw_drive(p_.drives["for_" + key], key);
            }
        }
    }

    void draw_drive(DriveParameters& drive, std::string const& firm) {
        drive.firm = firm;
        drive.start = p_.simulation.start.plus(dice_.whole(-2, 12));
        drive.months = dice_.whole(0, 24);
        // It must not have ended before the world begins.
        int const before = std::max(static_cast<int>(drive.months), 1) - 1;
        drive.start = std::max(drive.start, p_.simulation.in_calendar(0).plus(-before));
        drive.seats = dice_.amount(0.5, 20.0);
        drive.list_length = dice_.amount(0.5, 100.0);
        drive.lowest_tier =
            dice_.pick({LowestTier::s, LowestTier::a, LowestTier::b, LowestTier::c});
        for (auto const& [code, country] : p_.countries) {
            if (dice_.one_in(4)) {
                drive.countries[code] = dice_.one_in(2);
            }
        }
        drive.mission_match = dice_.one_in(2) ? -1.0 : dice_.between(-1.0, 0.5);
        drive.budget = dice_.amount(0.1, 100.0) * p_.production.unit_value;
        drive.gpus_per_head = dice_.amount(0.01, 1000.0);
        drive.chief_executive = dice_.one_in(2);
    }

    std::uint64_t seed_;
    Dice dice_;
    Parameters p_;
};

/// The keys that stand for the stars of a path: those of one country, firm or fringe drawn.
template <class Entry>
std::string drawn_key(std::map<std::string, Entry> const& entries, Dice& dice) {
    return std::next(entries.begin(), dice.whole(0, static_cast<int>(entries.size()) - 1))->first;
}

} // namespace

Parameters random_world(std::uint64_t seed) { return WorldMaker{seed}.make(); }

std::vector<DatedChange> random_changes(Parameters const& world, std::uint64_t seed, int months) {
    Dice dice{~seed};
    std::vector<DatedChange> changes;
    RandomChange const add{world, dice, months, changes};
    add("search.separation_rate", {}, dice.of_magnitude(0.002, 0.3));
    add("offers.pay_floor", {}, dice.share());
    add("offers.protocol", {}, dice.pick<std::string>({"posted", "sequential_auction", "rounds"}));
    add("budgets.seats", {}, dice.pick<std::string>({"limited", "unlimited"}));
    add("utility.home", {}, dice.amount(0.1, 3.0));
    add("utility.moving_cost", {}, dice.amount(0.1, 3.0));
    add("countries.*.tax_rate", {drawn_key(world.countries, dice)}, dice.between(0.0, 0.9));
    add("countries.*.public_gpus", {drawn_key(world.countries, dice)}, dice.amount(1.0, 1e4));
    add("countries.*.graduates_per_month", {drawn_key(world.countries, dice)},
        dice.amount(0.1, 9.0));
    if (!world.firms.empty()) {
        add("firms.*.gpus", {drawn_key(world.firms, dice)}, dice.amount(1.0, 1e4));
        add("firms.*.autonomy", {drawn_key(world.firms, dice)}, dice.share());
        add("firms.*.counteroffer_probability", {drawn_key(world.firms, dice)}, dice.share());
        add("firms.*.posted_pay", {drawn_key(world.firms, dice)}, dice.of_magnitude(1e3, 1e6));
    }
    add("finance.regime", {}, dice.pick<std::string>({"boom", "bust"}));
    add("offers.fear", {}, dice.amount(0.1, 1.0));
    if (!world.firms.empty()) {
        add("firms.*.layoff_share", {drawn_key(world.firms, dice)}, dice.amount(0.01, 0.5));
    }
    if (!world.fringe.empty()) {
        add("fringe.*.autonomy", {drawn_key(world.fringe, dice)}, dice.share());
    }
    add("countries.*.pay_subsidy", {drawn_key(world.countries, dice)}, dice.amount(1e3, 1e6));
    add("countries.*.return_grant", {drawn_key(world.countries, dice)}, dice.amount(1e3, 1e6));
    for (DatedChange& change : random_changes_of_compute(world, seed, months)) {
        changes.push_back(std::move(change));
    }
    for (DatedChange& change : random_changes_of_contracts(world, seed, months)) {
        changes.push_back(std::move(change));
    }
    for (DatedChange& change : random_changes_of_deals(world, seed, months)) {
        changes.push_back(std::move(change));
    }
    add("utility.friends", {}, dice.amount(0.01, 1.0));
    add("recruiting.visibility", {}, dice.between(0.1, 1.0));
    if (!world.visas.empty()) {
        std::string const visa = drawn_key(world.visas, dice);
        add("visas.*.type", {visa},
            dice.pick<std::string>(
                {"open", "threshold", "points", "quota", "lottery", "weighted"}));
        add("visas.*.offered", {drawn_key(world.visas, dice)}, dice.one_in(2));
        add("visas.*.cap", {visa}, dice.amount(1.0, 30.0));
        add("visas.*.fee", {visa}, dice.amount(1e3, 1e5));
        add("visas.*.draw_month", {visa}, static_cast<double>(dice.whole(1, 12)));
        add("visas.*.validity_months", {visa}, static_cast<double>(dice.whole(0, 9)));
    }
    add("countries.*.non_compete_months", {drawn_key(world.countries, dice)},
        static_cast<double>(dice.whole(0, 6)));
    if (!world.fringe.empty()) {
        add("fringe.*.sponsor", {drawn_key(world.fringe, dice)}, dice.one_in(2));
    }
    if (!world.drives.empty()) {
        std::string const drive = drawn_key(world.drives, dice);
        add("drives.*.seats", {drive}, dice.amount(0.5, 30.0));
        add("drives.*.budget", {drive}, dice.amount(0.1, 100.0) * world.production.unit_value);
        add("drives.*.gpus_per_head", {drive}, dice.amount(0.01, 1000.0));
        add("drives.*.start", {drawn_key(world.drives, dice)},
            world.simulation.start.plus(dice.whole(0, months - 1)));
        add("drives.*.chief_executive", {drawn_key(world.drives, dice)}, dice.one_in(2));
    }
    for (DatedChange& change : random_changes_of_rumours(world, seed, months)) {
        changes.push_back(std::move(change));
    }
    if (!world.visas.empty()) {
        add("visas.*.tax_cut", {drawn_key(world.visas, dice)}, dice.share());
        add("visas.*.tax_cut_years", {drawn_key(world.visas, dice)}, dice.amount(0.5, 5.0));
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](DatedChange const& a, DatedChange const& b) { return a.month < b.month; });
    return changes;
}

} // namespace talentsim::test
