#include "engine/phases/terms.hpp"

#include <algorithm>
#include <vector>

#include "engine/mechanisms/wage_posting.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

namespace {

Mission direction_of(std::array<double, 3> const& given) {
    Mission const mission{static_cast<float>(given[0]), static_cast<float>(given[1]),
                          static_cast<float>(given[2])};
    float const length = mission.norm();
    return length > 0.0F ? Mission{mission / length} : Mission{Mission::Zero()};
}

/// Move a stock by what its parameter has moved since it was last read.
void deliver(double& stock, double& last_read, double parameter) {
    if (parameter != last_read) {
        stock = std::max(stock + (parameter - last_read), 0.0);
        last_read = parameter;
    }
}

void take_up_countries(CountryTable& countries, Parameters const& parameters) {
    for (std::size_t c = 0; c != countries.size(); ++c) {
        CountryRow const row{c};
        auto const& given = parameters.countries.at(countries.code[row]);
        countries.pay_to_value[row] = (1.0 - given.tax_rate) / given.price_level;
        countries.home_bias[row] = given.home_bias.value_or(parameters.utility.home.mean);
        countries.outside_pay[row] = given.outside_pay.value_or(parameters.utility.outside_pay);
        countries.graduates[row] = given.graduates_per_month;
        deliver(countries.public_gpus[row], countries.public_gpus_set[row], given.public_gpus);

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

void take_up_firms(FirmTable& firms, CountryTable const& countries, Parameters const& parameters) {
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        firms.counteroffer_probability[row] = parameters.offers.counteroffer_probability;
        if (firms.kind[row] == FirmKind::fringe) {
            auto const& fringe = parameters.fringe.at(countries.code[firms.country[row]]);
            firms.autonomy[row] = fringe.autonomy;
            firms.mission[row] = Mission::Zero();
            continue;
        }
        auto const& given = parameters.firms.at(firms.name[row]);
        firms.counteroffer_probability[row] =
            given.counteroffer_probability.value_or(parameters.offers.counteroffer_probability);
        firms.autonomy[row] = given.autonomy;
        firms.mission[row] = direction_of(given.mission);
        firms.posted_pay[row] = given.posted_pay.value_or(0.0);
        deliver(firms.own_gpus[row], firms.gpus_set[row], given.gpus);
    }
}

} // namespace

void take_up_terms(Market& market, Parameters const& parameters) {
    take_up_countries(market.countries, parameters);
    take_up_firms(market.firms, market.countries, parameters);
    post_pay(market.firms, market.countries, parameters);
    take_up_visas(market, parameters);
}

} // namespace talentsim
