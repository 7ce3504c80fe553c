#include "engine/model/parameter_checks_visas.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace talentsim {

namespace {

/// Programmes that a byte can number, and some to spare.
constexpr std::size_t max_programmes = 200;

bool looks_at_pay(VisaType type) {
    return type == VisaType::threshold || type == VisaType::points || type == VisaType::weighted;
}

std::string no_such_country(Parameters const& parameters, std::string const& country) {
    std::vector<std::string> known;
    for (auto const& [key, rest] : parameters.countries) {
        known.push_back(key);
    }
    return fmt::format("'{}' is not in this scenario (one of the countries {})", country,
                       fmt::join(known, ", "));
}

void check_programme(std::string const& path, VisaParameters const& programme,
                     Parameters const& parameters, std::vector<ParameterProblem>& problems) {
    for (auto const& [origin, may] : programme.origins) {
        if (!parameters.countries.contains(origin)) {
            problems.push_back(
                {fmt::format("{}.origins.{}", path, origin), no_such_country(parameters, origin)});
        }
    }
    auto const& levels = programme.level_multiples;
    if (!std::is_sorted(levels.begin(), levels.end())) {
        problems.push_back(
            {path + ".level_multiples", fmt::format("[{}] do not rise (levels one above the other)",
                                                    fmt::join(levels, ", "))});
    }
    if (programme.country.empty()) {
        problems.push_back({path + ".country", "is missing (the key of a country)"});
        return;
    }
    auto const country = parameters.countries.find(programme.country);
    if (country == parameters.countries.end()) {
        problems.push_back({path + ".country", no_such_country(parameters, programme.country)});
    } else if (looks_at_pay(programme.type) && country->second.national_income <= 0.0) {
        problems.push_back(
            {path + ".type", fmt::format("measures pay by the national income, which is not given "
                                         "(countries.{}.national_income above 0)",
                                         programme.country)});
    }
}

} // namespace

void check_visas(Parameters const& parameters, std::vector<ParameterProblem>& problems) {
    if (parameters.visas.size() > max_programmes) {
        problems.push_back({"visas", fmt::format("{} given (at most {})", parameters.visas.size(),
                                                 max_programmes)});
    }
    for (auto const& [key, programme] : parameters.visas) {
        check_programme("visas." + key, programme, parameters, problems);
    }
}

} // namespace talentsim
