#include "engine/phases/visa_rules.hpp"

#include <algorithm>
#include <tuple>

#include "engine/core/hash.hpp"
#include "engine/phases/founding_firms.hpp"

namespace talentsim {

namespace {

std::vector<std::uint8_t> admitted_origins(CountryTable const& countries,
                                           VisaParameters const& programme) {
    bool const is_for_some = std::any_of(programme.origins.begin(), programme.origins.end(),
                                         [](auto const& origin) { return origin.second; });
    std::vector<std::uint8_t> admits;
    admits.reserve(countries.size());
    for (std::string const& code : countries.code) {
        auto const said = programme.origins.find(code);
        bool const may = said == programme.origins.end() ? !is_for_some : said->second;
        admits.push_back(may ? 1 : 0);
    }
    return admits;
}

void list_programmes(Market& market, MechanismSwitches const& on) {
    VisaTable const& visas = market.visas;
    for (std::size_t c = 0; c != market.countries.size(); ++c) {
        auto& here = market.countries.visas[CountryRow{c}];
        here.clear();
        for (std::size_t v = 0; on.visas && v != visas.size(); ++v) {
            VisaRow const row{v};
            if (visas.country[row] == CountryRow{c} && visas.terms[row].offered) {
                here.push_back(row);
            }
        }
        std::sort(here.begin(), here.end(), [&](VisaRow a, VisaRow b) {
            return std::tuple{visas.terms[a].order, visas.terms[a].type, a} <
                   std::tuple{visas.terms[b].order, visas.terms[b].type, b};
        });
    }
}

} // namespace

void found_visas(Market& market, Parameters const& parameters) {
    market.visas.resize(parameters.visas.size());
    std::size_t v = 0;
    for (auto const& [name, programme] : parameters.visas) {
        VisaRow const row{v++};
        market.visas.name[row] = name;
        market.visas.key[row] = name_hash(name);
        market.visas.country[row] = row_of(market.countries, programme.country);
    }
}

void take_up_visas(Market& market, Parameters const& parameters) {
    for (std::size_t v = 0; v != market.visas.size(); ++v) {
        VisaRow const row{v};
        market.visas.terms[row] = parameters.visas.at(market.visas.name[row]);
        market.visas.admits[row] = admitted_origins(market.countries, market.visas.terms[row]);
        VisaParameters const& terms = market.visas.terms[row];
        CountryParameters const& country = parameters.countries.at(terms.country);
        market.visas.pay_to_value[row] =
            (1.0 - tax_after_cut(country.tax_rate, terms.tax_cut)) / country.price_level;
    }
    for (std::size_t c = 0; c != market.countries.size(); ++c) {
        CountryRow const row{c};
        auto const& given = parameters.countries.at(market.countries.code[row]);
        market.countries.national_income[row] = given.national_income;
        market.countries.non_compete_months[row] =
            parameters.mechanisms.non_compete ? static_cast<Month>(given.non_compete_months) : 0;
    }
    FirmTable& firms = market.firms;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        bool const sponsors =
            firms.kind[row] == FirmKind::fringe
                ? parameters.fringe.at(market.countries.code[firms.country[row]]).sponsor
                : parameters.firms.at(firms.name[row]).sponsor;
        firms.sponsor[row] = sponsors ? 1 : 0;
    }
    list_programmes(market, parameters.mechanisms);
}

VisaApplicant applicant_for(VisaRow programme, ResearcherRow who, Market const& market,
                            Step const& step) {
    auto const words =
        step.key.words({.who = market.researchers.identity[who], .why = Draw::advanced_degree});
    double const age = static_cast<double>(step.month - market.researchers.born[who]) /
                       static_cast<double>(months_per_year);
    return {.age = age,
            .is_advanced = happens(market.visas.terms[programme].advanced_share, words[0])};
}

} // namespace talentsim
