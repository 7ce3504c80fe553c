#include "engine/phases/terms.hpp"

#include <algorithm>
#include <vector>

#include "engine/core/hash.hpp"
#include "engine/mechanisms/rumour.hpp"
#include "engine/mechanisms/wage_posting.hpp"
#include "engine/phases/drives.hpp"
#include "engine/phases/vesting.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

namespace {

Mission direction_of(std::array<double, 3> const& given) {
    Mission const mission{static_cast<float>(given[0]), static_cast<float>(given[1]),
                          static_cast<float>(given[2])};
    float const length = mission.norm();
    return length > 0.0F ? Mission{mission / length} : Mission{Mission::Zero()};
}

/// Whether compute that is added must be ordered, since it takes time or a licence.
bool is_ordered(MechanismSwitches const& mechanisms) {
    return mechanisms.gpu_orders || mechanisms.export_controls;
}

/// Move a stock by what its parameter has moved since it was last read; or order what is added.
void deliver(double& stock, double& ordered, double& last_read, double parameter,
             MechanismSwitches const& mechanisms) {
    if (parameter > last_read && is_ordered(mechanisms)) {
        ordered += parameter - last_read;
        last_read = parameter;
    } else if (parameter != last_read) {
        stock = std::max(stock + (parameter - last_read), 0.0);
        last_read = parameter;
    }
}

/// What regulation leaves of output.
double left_by_regulation(CountryParameters const& country, MechanismSwitches const& mechanisms) {
    return mechanisms.regulation ? 1.0 - country.regulation_drag : 1.0;
}

/// What limits on the transfer of software leave of it.
double left_by_limits_on_software(CountryParameters const& country, Parameters const& parameters) {
    ExportControlParameters const& controls = parameters.export_controls;
    return !parameters.mechanisms.export_controls || country.export_tier == 1 ? 1.0
           : country.export_tier == 2 ? controls.tier2_software
                                      : controls.tier3_software;
}

/// A number for the name of a bloc, 0 for none.
std::uint32_t bloc_of(CountryParameters const& country) {
    return country.bloc.empty() ? 0 : std::max(name_hash(country.bloc), 1U);
}

BySector sector_shares_of(CountryParameters const& country, MechanismSwitches const& mechanisms) {
    SectorShares const& shares = country.public_gpu_shares;
    return mechanisms.public_allocation
               ? BySector{shares.firms, shares.universities, shares.public_labs}
               : BySector{};
}

void take_up_countries(CountryTable& countries, Parameters const& parameters) {
    for (std::size_t c = 0; c != countries.size(); ++c) {
        CountryRow const row{c};
        auto const& given = parameters.countries.at(countries.code[row]);
        countries.pay_to_value[row] = (1.0 - given.tax_rate) / given.price_level;
        countries.home_bias[row] = given.home_bias.value_or(parameters.utility.home.mean);
        countries.outside_pay[row] = given.outside_pay.value_or(parameters.utility.outside_pay);
        countries.graduates[row] = given.graduates_per_month;
        deliver(countries.public_gpus[row], countries.gpus_ordered[row],
                countries.public_gpus_set[row], given.public_gpus, parameters.mechanisms);
        double const regulated = left_by_regulation(given, parameters.mechanisms);
        double const limited = regulated * left_by_limits_on_software(given, parameters);
        countries.site_output_factor[row] = limited;
        countries.output_factor[row] = parameters.mechanisms.foreign_sites ? regulated : limited;
        countries.sector_shares[row] = sector_shares_of(given, parameters.mechanisms);
        countries.bloc[row] = parameters.mechanisms.blocs ? bloc_of(given) : 0;
        countries.pay_subsidy[row] = given.pay_subsidy;
        countries.return_grant[row] = given.return_grant;
        countries.venture_money[row] = parameters.mechanisms.ventures ? given.venture_money : 0.0;

        for (std::size_t d = 0; d != countries.size(); ++d) {
            auto const& other = countries.code[CountryRow{d}];
            auto const from = static_cast<Eigen::Index>(c);
            auto const to = static_cast<Eigen::Index>(d);
            auto const cost = given.moving_cost_to.find(other);
            countries.moving_cost(from, to) = c == d ? 0.0
                                              : cost == given.moving_cost_to.end()
                                                  ? parameters.utility.moving_cost
                                                  : cost->second;
            auto const share = given.study_abroad.find(other);
            countries.study_abroad(from, to) =
                share == given.study_abroad.end() ? 0.0 : share->second;
        }
    }
}

/// Posted pay of every firm as a share of its cap.
void post_pay(FirmTable& firms, CountryTable const& countries, Parameters const& parameters) {
    if (parameters.offers.posting == PayPosting::share_of_cap) {
        firms.posted_share.assign(firms.size(), parameters.offers.posted_share);
        return;
    }
    double const k = contacts_per_job(parameters.search.separation_rate,
                                      parameters.search.contact_rate_employed);
    std::vector<std::size_t> firms_of(countries.size(), 0);
    for (CountryRow const country : firms.country) {
        ++firms_of[country.at()];
    }
    std::vector<std::size_t> rung_of(countries.size(), 0); // of the firm last seen
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        CountryRow const country = firms.country[row];
        double const outside =
            countries.outside_pay[country] * countries.home_value[country] / firms.unit_value[row];
        firms.posted_share[row] = std::clamp(
            equal_profit_share(++rung_of[country.at()], firms_of[country.at()], k, outside), 0.0,
            1.0);
    }
}

/// Where terms are talked about, keeping secrets costs autonomy.
double autonomy_of(double autonomy, double secrecy, Parameters const& parameters) {
    return parameters.mechanisms.rumours
               ? autonomy_in_secrecy(autonomy, secrecy, parameters.rumours.secrecy_autonomy_cost)
               : autonomy;
}

void take_up_firms(FirmTable& firms, CountryTable const& countries, Parameters const& parameters) {
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        OfferParameters const& offers = parameters.offers;
        firms.counteroffer_probability[row] = offers.counteroffer_probability;
        firms.escalation_step[row] = offers.escalation_step;
        firms.chief_executive_probability[row] = offers.chief_executive_probability;
        if (firms.kind[row] == FirmKind::fringe) {
            auto const& fringe = parameters.fringe.at(countries.code[firms.country[row]]);
            firms.autonomy[row] = autonomy_of(fringe.autonomy, fringe.secrecy, parameters);
            firms.recruiter_capacity[row] = fringe.recruiter_capacity;
            firms.secrecy[row] = fringe.secrecy;
            firms.mission[row] = Mission::Zero();
            continue;
        }
        auto const& given = parameters.firms.at(firms.name[row]);
        firms.counteroffer_probability[row] =
            given.counteroffer_probability.value_or(offers.counteroffer_probability);
        firms.escalation_step[row] = given.escalation_step.value_or(offers.escalation_step);
        firms.chief_executive_probability[row] =
            given.chief_executive_probability.value_or(offers.chief_executive_probability);
        firms.autonomy[row] = autonomy_of(given.autonomy, given.secrecy, parameters);
        firms.recruiter_capacity[row] = given.recruiter_capacity;
        firms.secrecy[row] = given.secrecy;
        firms.mission[row] = direction_of(given.mission);
        firms.posted_pay[row] = given.posted_pay.value_or(0.0);
        firms.layoff_share[row] = given.layoff_share;
        deliver(firms.own_gpus[row], firms.gpus_ordered[row], firms.gpus_set[row], given.gpus,
                parameters.mechanisms);
    }
}

} // namespace

void take_up_terms(Market& market, Parameters const& parameters) {
    take_up_countries(market.countries, parameters);
    take_up_firms(market.firms, market.countries, parameters);
    post_pay(market.firms, market.countries, parameters);
    take_up_visas(market, parameters);
    take_up_contracts(market, parameters);
    take_up_drives(market, parameters);
}

} // namespace talentsim
