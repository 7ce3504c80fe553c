#include <algorithm>
#include <limits>

#include "tests/second_engine/plain_contracts.hpp"
#include "tests/second_engine/plain_drives.hpp"
#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_output.hpp"
#include "tests/second_engine/plain_rumours.hpp"

// docs/model.md, "Budgets and seats", "Compute" and "What a firm can pay".

namespace talentsim::plain {

namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

/// A dated change of a stock delivers the difference, once; compute that is added must be ordered
/// where it takes time or a licence.
void deliver(double parameter, double& as_last_read, double& stock, double& ordered,
             Parameters const& parameters) {
    bool const is_ordered =
        parameters.mechanisms.gpu_orders || parameters.mechanisms.export_controls;
    if (is_ordered && parameter > as_last_read) {
        ordered += parameter - as_last_read;
        as_last_read = parameter;
    } else if (parameter != as_last_read) {
        stock = std::max(stock + (parameter - as_last_read), 0.0);
        as_last_read = parameter;
    }
}

Mission direction_of(std::array<double, 3> const& given) {
    Mission const mission{static_cast<float>(given[0]), static_cast<float>(given[1]),
                          static_cast<float>(given[2])};
    float const length = mission.norm();
    return length > 0.0F ? Mission{mission / length} : Mission{Mission::Zero()};
}

void take_up_rules_of_output(Parameters const& parameters, CountryParameters const& given,
                             Country& country) {
    ExportControlParameters const& controls = parameters.export_controls;
    double const drag = parameters.mechanisms.regulation ? given.regulation_drag : 0.0;
    double software = 1.0;
    if (parameters.mechanisms.export_controls && given.export_tier == 2) {
        software = controls.tier2_software;
    }
    if (parameters.mechanisms.export_controls && given.export_tier == 3) {
        software = controls.tier3_software;
    }
    bool const hits_sites_only = parameters.mechanisms.foreign_sites;
    country.output_factor_of_sites = (1.0 - drag) * software;
    country.output_factor = hits_sites_only ? 1.0 - drag : (1.0 - drag) * software;
    country.bloc = parameters.mechanisms.blocs ? given.bloc : "";
    SectorShares const& shares = given.public_gpu_shares;
    country.shares_by_sector = {0.0, 0.0, 0.0};
    if (parameters.mechanisms.public_allocation) {
        country.shares_by_sector = {shares.firms, shares.universities, shares.public_labs};
    }
}

void take_up_terms_of_country(Parameters const& parameters, PlainWorld const& world,
                              Country& country) {
    CountryParameters const& given = parameters.countries.at(country.code);
    country.pay_to_value = (1.0 - given.tax_rate) / given.price_level;
    country.home_bias = given.home_bias.value_or(parameters.utility.home.mean);
    country.outside_pay = given.outside_pay.value_or(parameters.utility.outside_pay);
    country.graduates = given.graduates_per_month;
    country.study_abroad = given.study_abroad;
    for (Country const& other : world.countries) {
        country.moving_cost_to[other.code] = parameters.utility.moving_cost;
    }
    for (auto const& [other, cost] : given.moving_cost_to) {
        country.moving_cost_to[other] = cost;
    }
    country.moving_cost_to[country.code] = 0.0;
    deliver(given.public_gpus, country.public_gpus_as_last_read, country.public_gpus,
            country.ordered, parameters);
    take_up_rules_of_output(parameters, given, country);
    country.pay_subsidy = given.pay_subsidy;
    country.return_grant = given.return_grant;
    country.venture_money = parameters.mechanisms.ventures ? given.venture_money : 0.0;
    country.national_income = given.national_income;
    country.non_compete_months =
        parameters.mechanisms.non_compete ? static_cast<Month>(given.non_compete_months) : 0;
}

void take_up_terms_of_firm(Parameters const& parameters, Firm& firm) {
    firm.counteroffer_probability = parameters.offers.counteroffer_probability;
    firm.escalation_step = parameters.offers.escalation_step;
    firm.chief_executive_probability = parameters.offers.chief_executive_probability;
    if (firm.kind == FirmKind::fringe) {
        FringeParameters const& given = parameters.fringe.at(firm.country->code);
        firm.autonomy = autonomy_left(given.autonomy, given.secrecy, parameters);
        firm.recruiter_capacity = given.recruiter_capacity;
        firm.secrecy = given.secrecy;
        firm.sponsor = given.sponsor;
        firm.equity_share = given.equity_share.value_or(parameters.contracts.equity_share);
        firm.equity_risk = given.equity_risk.value_or(parameters.contracts.equity_risk);
        return;
    }
    FirmParameters const& given = parameters.firms.at(firm.name);
    firm.counteroffer_probability =
        given.counteroffer_probability.value_or(firm.counteroffer_probability);
    firm.escalation_step = given.escalation_step.value_or(firm.escalation_step);
    firm.chief_executive_probability =
        given.chief_executive_probability.value_or(firm.chief_executive_probability);
    firm.autonomy = autonomy_left(given.autonomy, given.secrecy, parameters);
    firm.recruiter_capacity = given.recruiter_capacity;
    firm.secrecy = given.secrecy;
    firm.sponsor = given.sponsor;
    firm.equity_share = given.equity_share.value_or(parameters.contracts.equity_share);
    firm.equity_risk = given.equity_risk.value_or(parameters.contracts.equity_risk);
    firm.mission = direction_of(given.mission);
    firm.posted_pay = given.posted_pay.value_or(0.0);
    firm.layoff_share = given.layoff_share;
    deliver(given.gpus, firm.gpus_as_last_read, firm.own_gpus, firm.ordered, parameters);
}

/// The share of the cap that firms post: a given one, or such that the firms of a country, were
/// they equal, would earn the same profit, each on its rung of the ladder. Burdett & Mortensen
/// (1998), eq. 15-17.
void post_pay(Parameters const& parameters, PlainWorld& world) {
    double const delta = parameters.search.separation_rate;
    double const k = (1.0 - delta) * parameters.search.contact_rate_employed / delta;
    std::map<Country*, double> firms_in;
    for (Firm const& firm : world.firms) {
        firms_in[firm.country] += 1.0;
    }
    std::map<Country*, double> rung_in;
    for (Firm& firm : world.firms) {
        firm.posted_share = parameters.offers.posted_share;
        if (parameters.offers.posting == PayPosting::equal_profit) {
            Country const& country = *firm.country;
            double const n = firms_in.at(firm.country);
            double const r = rung_in[firm.country] += 1.0;
            double const outside = country.outside_pay * country.home_value / firm.unit_value;
            double const climb = (1.0 + k * (1.0 - r / n)) * (1.0 + k * (1.0 - (r - 1.0) / n));
            double const share = 1.0 - (1.0 - outside) * climb / ((1.0 + k) * (1.0 + k));
            firm.posted_share = std::clamp(share, 0.0, 1.0);
        }
    }
}

double staff_at_full_scale(Firm const& firm) {
    return static_cast<double>(firm.staff) / firm.scale;
}

/// The share of the public pool that goes to a sector: as the rule says, those without staff left
/// out.
double share_of_sector(std::size_t sector, std::array<double, n_sectors> const& rule,
                       std::array<double, n_sectors> const& staff) {
    double taken = 0.0;
    for (std::size_t s = 0; s != n_sectors; ++s) {
        if (staff[s] > 0.0) {
            taken += rule[s];
        }
    }
    return taken > 0.0 && staff[sector] > 0.0 ? rule[sector] / taken : 0.0;
}

/// The firm's own pool, or, where it has sites or is one, of all their pools a part by heads.
double part_of_own_pools(Firm const& firm, PlainWorld const& world) {
    double heads = 0.0;
    double gpus = 0.0;
    int firms = 0;
    for (Firm const& other : world.firms) {
        if (are_one_group(&firm, &other)) {
            heads += staff_at_full_scale(other);
            gpus += other.own_gpus;
            ++firms;
        }
    }
    return firms > 1 && heads > 0.0 ? gpus * (staff_at_full_scale(firm) / heads) : firm.own_gpus;
}

/// G: the firm's own pool, and a share of the country's: in proportion to staff, or that of its
/// sector in proportion to staff there, as the country's rule has it; and of what is set aside.
void share_out_compute(PlainWorld& world) {
    std::map<Country*, double> staff;
    std::map<Country*, std::array<double, n_sectors>> staff_by_sector;
    for (Firm const& firm : world.firms) {
        double const heads = static_cast<double>(firm.staff) / world.scale;
        staff[firm.country] += heads;
        staff_by_sector[firm.country].at(static_cast<std::size_t>(firm.sector)) += heads;
    }
    for (Firm& firm : world.firms) {
        Country const& country = *firm.country;
        auto const sector = static_cast<std::size_t>(firm.sector);
        double const all = staff.at(firm.country);
        auto const& by_sector = staff_by_sector.at(firm.country);
        double const here = by_sector.at(sector);
        double const of_all = all > 0.0 ? staff_at_full_scale(firm) / all : 0.0;
        double const of_sector = here > 0.0 ? staff_at_full_scale(firm) / here : 0.0;
        bool const is_by_staff = country.shares_by_sector == std::array<double, n_sectors>{};
        double const share =
            is_by_staff ? of_all
                        : share_of_sector(sector, country.shares_by_sector, by_sector) * of_sector;
        firm.compute = part_of_own_pools(firm, world) +
                       (country.public_gpus * share + country.set_aside.at(sector) * of_sector);
    }
}

/// n* (1 + v), with n* = n0 B/B0 (1 - seats cut), and the seats that came with core teams
/// [persons].
double seats_wanted(Firm const& firm, BudgetParameters const& budgets) {
    double const growth = firm.founding_budget > 0.0 ? firm.budget / firm.founding_budget : 1.0;
    double const own =
        firm.founding_staff * growth * (1.0 + budgets.seat_slack) * (1.0 - firm.seats_cut);
    return std::max(own + static_cast<double>(firm.seats_acquired) / firm.scale, 0.0);
}

/// B moves towards (1-a) nu P Y (1+v), in a bust a share of it.
void follow_output(Firm& firm, PlainWorld const& world, Now const& now) {
    Parameters const& parameters = now.parameters;
    double const target = (1.0 - firm.compute_share) * parameters.production.returns * firm.output *
                          (1.0 + parameters.budgets.seat_slack) *
                          compared_with_a_boom(parameters.finance.budget_elasticity, world, now);
    firm.budget += (target - firm.budget) / parameters.budgets.lag_months;
}

/// Talent at full scale, without that of the team of a drive.
double ordinary_talent(Firm const& firm, PlainWorld const& world) {
    TalentSum talent = firm.talent;
    talent.add(-1, team_of(firm, world).talent);
    return talent.value() / firm.scale;
}

/// pi = B/max(L, L*), with L* = (1+v) n* L0/n0; and the money not spent on pay.
void plan_money(Firm& firm, PlainWorld const& world, BudgetParameters const& budgets) {
    if (budgets.talent == Limit::unlimited) {
        firm.price_of_talent = no_limit;
        firm.free_money = no_limit;
        return;
    }
    double const talent_per_head =
        firm.founding_staff > 0.0 ? firm.founding_talent / firm.founding_staff : 0.0;
    double const talent_wanted = seats_wanted(firm, budgets) * talent_per_head;
    double const talent = std::max(ordinary_talent(firm, world), talent_wanted);
    firm.price_of_talent = talent > 0.0 ? firm.budget / talent : 0.0;
    MoneySum promised = firm.payroll;
    promised += firm.pending_payroll;
    firm.free_money = firm.budget - promised.value() / firm.scale + paid_by_drive(firm, world);
}

/// The team of a drive takes none of these.
void plan_seats(Firm& firm, PlainWorld const& world, Now const& now) {
    BudgetParameters const& budgets = now.parameters.budgets;
    if (budgets.seats == Limit::unlimited) {
        firm.open_seats = std::numeric_limits<std::int32_t>::max();
        return;
    }
    std::int64_t const taken = firm.staff + firm.pending - team_of(firm, world).heads;
    double const open = seats_wanted(firm, budgets) * firm.scale - static_cast<double>(taken);
    firm.open_seats =
        rounded_by_chance(std::max(open, 0.0), now.words(firm.key, Draw::open_seats)[0]);
}

/// What everyone at the firm shares: compute per head, and peers.
void plan_conditions(Firm& firm, BudgetParameters const& budgets) {
    double const heads = static_cast<double>(firm.staff);
    double const open =
        budgets.seats == Limit::unlimited ? 0.0 : static_cast<double>(firm.open_seats) / firm.scale;
    double const pending = static_cast<double>(firm.pending) / firm.scale;
    firm.gpus_per_head = firm.compute / std::max(staff_at_full_scale(firm) + open + pending, 1.0);
    firm.peer_quality = firm.staff > 0 ? firm.log_talent.value() / heads : 0.0;
}

/// w-hat: the mean over a country's staff of min(pi, V(1)); where nobody works, over the staff of
/// founding.
double mean_price_of_talent(Country const& country, PlainWorld const& world, Now const& now) {
    double staff = 0.0;
    double sum = 0.0;
    double founding_staff = 0.0;
    double founding_sum = 0.0;
    for (Firm const& firm : world.firms) {
        if (firm.country != &country) {
            continue;
        }
        double const price = std::min(firm.price_of_talent, value_of_hiring(1.0, firm, now));
        double const heads = static_cast<double>(firm.staff);
        staff += heads;
        sum += heads * price;
        double const heads_at_founding = firm.founding_staff * firm.scale;
        founding_staff += heads_at_founding;
        founding_sum += heads_at_founding * price;
    }
    if (staff > 0.0) {
        return sum / staff;
    }
    return founding_staff > 0.0 ? founding_sum / founding_staff : 0.0;
}

} // namespace

void take_up_terms(Now const& now, PlainWorld& world) {
    for (Country& country : world.countries) {
        take_up_terms_of_country(now.parameters, world, country);
    }
    for (Firm& firm : world.firms) {
        take_up_terms_of_firm(now.parameters, firm);
    }
    for (Drive& drive : world.drives) {
        drive.terms = now.parameters.drives.at(drive.name);
    }
    for (Programme& programme : world.programmes) {
        programme.terms = now.parameters.visas.at(programme.name);
    }
    post_pay(now.parameters, world);
}

void make_plans(Now const& now, PlainWorld& world) {
    share_out_compute(world);
    for (Firm& firm : world.firms) {
        firm.output = output_with(talent_at_work(firm), firm, now);
        if (now.parameters.mechanisms.budget_adjustment && now.month > 0) {
            follow_output(firm, world, now);
        }
        if (now.month > 0) {
            auto const of_drive = static_cast<double>(team_of(firm, world).on_staff);
            plan_layoffs(firm, seats_wanted(firm, now.parameters.budgets) + of_drive / firm.scale,
                         world, now);
        }
        plan_money(firm, world, now.parameters.budgets);
        if (now.parameters.mechanisms.contracts) {
            firm.free_money -= retention_cost(firm, now);
        }
        plan_seats(firm, world, now);
        plan_conditions(firm, now.parameters.budgets);
    }
    for (Country& country : world.countries) {
        country.mean_price_of_talent = mean_price_of_talent(country, world, now);
    }
}

} // namespace talentsim::plain
