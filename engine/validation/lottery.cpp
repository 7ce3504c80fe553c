#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <string>

#include "engine/core/random.hpp"
#include "engine/validation/inclusion.hpp"
#include "engine/validation/needs.hpp"
#include "engine/validation/presets.hpp"

namespace talentsim {

namespace {

constexpr std::int64_t draws_at_statutory_size = 4;
constexpr std::int64_t small_draws = 20'000;

/// Standard deviations beyond which nothing is drawn.
constexpr double far_out = 8.0;

/// Registrations of groups, one group after another, with fresh keys.
class Draws {
  public:
    explicit Draws(Parameters const& parameters)
        : key_{{.seed = static_cast<std::uint64_t>(parameters.simulation.seed)}} {}

    /// @param advanced  those with an advanced degree are the first of each group
    std::vector<DrawnIn> next(std::vector<WeightGroup> const& groups,
                              std::vector<std::int64_t> const& advanced, DrawPlaces places) {
        ++number_;
        registrations_.clear();
        for (std::size_t g = 0; g != groups.size(); ++g) {
            for (std::int64_t i = 0; i != groups[g].registrations; ++i) {
                std::uint64_t const who = registrations_.size();
                auto const words =
                    key_.words({.who = who, .whom = number_, .why = Draw::visa_draw});
                registrations_.push_back(
                    {.key = draw_key(uniform(words[0], words[1]), groups[g].weight),
                     .identity = who,
                     .is_advanced = i < advanced[g]});
            }
        }
        return draw_in_two_stages(registrations_, places);
    }

  private:
    RandomKey key_;
    std::uint32_t number_ = 0;
    std::vector<Registration> registrations_;
};

std::int64_t drawn_among(std::vector<DrawnIn> const& drawn, std::int64_t begin, std::int64_t end) {
    std::int64_t count = 0;
    for (std::int64_t i = begin; i != end; ++i) {
        count += drawn[static_cast<std::size_t>(i)] != DrawnIn::neither ? 1 : 0;
    }
    return count;
}

double as_share(std::int64_t count, std::int64_t of) {
    return static_cast<double>(count) / static_cast<double>(of);
}

/// Everybody weighs the same; enough advanced registrations for their places to bind.
void check_statutory(Draws& draws, DrawPlaces places, std::int64_t n, std::int64_t advanced,
                     std::vector<Law>& laws) {
    std::int64_t drawn_advanced = 0;
    std::int64_t drawn_others = 0;
    std::array<std::int64_t, 3> by_stage{};
    for (std::int64_t k = 0; k != draws_at_statutory_size; ++k) {
        auto const drawn = draws.next({{.registrations = n}}, {advanced}, places);
        drawn_advanced += drawn_among(drawn, 0, advanced);
        drawn_others += drawn_among(drawn, advanced, n);
        for (DrawnIn const stage : drawn) {
            ++by_stage.at(static_cast<std::size_t>(stage));
        }
    }
    auto const theory = two_stage_inclusion(n, advanced, places);
    auto const per_draw = static_cast<double>(draws_at_statutory_size);
    laws.push_back(exact("drawn for the regular places, per draw",
                         static_cast<double>(std::min(places.regular, n)),
                         static_cast<double>(by_stage[1]) / per_draw));
    laws.push_back(exact("drawn for the advanced places, per draw",
                         static_cast<double>(places.advanced),
                         static_cast<double>(by_stage[2]) / per_draw));
    // With all places taken, both shares move only with the advanced drawn in the first stage,
    // whose standard deviation is known.
    double const error = theory.sd_first_stage / std::sqrt(per_draw);
    std::int64_t const times = draws_at_statutory_size;
    laws.push_back(expected(fmt::format("share drawn of {} with an advanced degree", advanced),
                            theory.advanced,
                            {.value = as_share(drawn_advanced, times * advanced),
                             .standard_error = error / static_cast<double>(advanced)}));
    laws.push_back(expected(fmt::format("share drawn of {} without", n - advanced), theory.others,
                            {.value = as_share(drawn_others, times * (n - advanced)),
                             .standard_error = error / static_cast<double>(n - advanced)}));
}

/// So few that the advanced left over are sometimes fewer than their places.
void check_few(Draws& draws, std::vector<Law>& laws) {
    constexpr std::int64_t n = 12;
    constexpr std::int64_t advanced = 5;
    constexpr DrawPlaces places{.regular = 4, .advanced = 3};
    Mean of_advanced;
    Mean of_others;
    for (std::int64_t k = 0; k != small_draws; ++k) {
        auto const drawn = draws.next({{.registrations = n}}, {advanced}, places);
        of_advanced.add(as_share(drawn_among(drawn, 0, advanced), advanced));
        of_others.add(as_share(drawn_among(drawn, advanced, n), n - advanced));
    }
    auto const theory = two_stage_inclusion(n, advanced, places);
    laws.push_back(expected("4 + 3 places for 12, 5 of them advanced: the advanced",
                            theory.advanced, of_advanced.estimate()));
    laws.push_back(expected("the same: the others", theory.others, of_others.estimate()));
}

/// Two registrations at each of four pay levels, exact by recursion.
void check_weighted_few(Draws& draws, std::vector<Law>& laws) {
    std::vector<WeightGroup> groups;
    for (double const weight : {1.0, 2.0, 3.0, 4.0}) {
        groups.push_back({.weight = weight, .registrations = 2});
    }
    constexpr std::int64_t places = 3;
    std::vector<Mean> found(groups.size());
    for (std::int64_t k = 0; k != small_draws; ++k) {
        auto const drawn = draws.next(groups, {0, 0, 0, 0}, {.regular = places});
        for (std::size_t g = 0; g != groups.size(); ++g) {
            auto const begin = static_cast<std::int64_t>(2 * g);
            found[g].add(as_share(drawn_among(drawn, begin, begin + 2), 2));
        }
    }
    auto const theory = weighted_inclusion(groups, places);
    for (std::size_t g = 0; g != groups.size(); ++g) {
        laws.push_back(expected(fmt::format("3 places for 8 by pay: level {}", g + 1), theory[g],
                                found[g].estimate()));
    }
}

/// The same levels at the size of the statute, a quarter of all at each.
void check_weighted_statutory(Draws& draws, std::int64_t places, std::int64_t n,
                              std::vector<Law>& laws) {
    std::vector<WeightGroup> groups;
    for (double const weight : {1.0, 2.0, 3.0, 4.0}) {
        groups.push_back({.weight = weight, .registrations = n / 4});
    }
    auto const drawn = draws.next(groups, {0, 0, 0, 0}, {.regular = places});
    auto const theory = weighted_inclusion_of_many(groups, places);
    for (std::size_t g = 0; g != groups.size(); ++g) {
        std::int64_t const size = groups[g].registrations;
        std::int64_t const begin = static_cast<std::int64_t>(g) * size;
        // Who is drawn makes others less likely to be: the error is no larger than if independent.
        laws.push_back(expected(
            fmt::format("{} places for {} by pay: level {}", places, n / 4 * 4, g + 1), theory[g],
            share_of(static_cast<double>(drawn_among(drawn, begin, begin + size)),
                     static_cast<double>(size))));
    }
}

/// The draw of the scenario.
struct Statute {
    DrawPlaces places;
    std::int64_t n = 0;        ///< registrations
    std::int64_t advanced = 0; ///< of them, with an advanced degree
};

Statute statute_of(Parameters const& parameters) {
    VisaParameters const& programme = parameters.visas.at("h1b");
    auto const whole = [](double x) { return static_cast<std::int64_t>(std::floor(x)); };
    Statute statute;
    statute.places = {.regular = whole(programme.cap * programme.over_selection),
                      .advanced = whole(programme.advanced_cap * programme.over_selection)};
    statute.n = whole(*parameters.population.researchers);
    statute.advanced = whole(static_cast<double>(statute.n) * programme.advanced_share);
    return statute;
}

} // namespace

std::vector<ParameterProblem> lottery_problems(Parameters const& parameters) {
    if (!parameters.visas.contains("h1b") || !parameters.population.researchers) {
        return {without_theory("visas.h1b", "no programme",
                               "one, and population.researchers to ask for it")};
    }
    auto found =
        unmet(parameters, {{.path = "visas.h1b.cap", .numbers = Domain::at_least(1.0)},
                           {.path = "visas.h1b.over_selection", .numbers = Domain::at_least(1.0)}});
    if (!found.empty()) {
        return found;
    }
    Statute const statute = statute_of(parameters);
    if (statute.advanced < 1 || statute.advanced >= statute.n) {
        found.push_back(without_theory("visas.h1b.advanced_share",
                                       fmt::format("{} of {} registrations with an advanced degree",
                                                   statute.advanced, statute.n),
                                       "some with and some without"));
        return found;
    }
    DrawPlaces const places = statute.places;
    // Of pay levels there are four, alike in size.
    std::int64_t const alike = statute.n / 4 * 4;
    if (places.regular >= alike) {
        found.push_back(without_theory(
            "visas.h1b.cap",
            fmt::format("{} regular places for {} registrations", places.regular, alike),
            "fewer places than registrations"));
        return found;
    }
    auto const theory = two_stage_inclusion(statute.n, statute.advanced, places);
    auto const advanced = static_cast<double>(statute.advanced);
    double const drawn_first =
        advanced * static_cast<double>(places.regular) / static_cast<double>(statute.n);
    double const left = std::max(advanced - drawn_first - far_out * theory.sd_first_stage, 0.0);
    if (left < static_cast<double>(places.advanced)) {
        found.push_back(without_theory(
            "visas.h1b.advanced_cap",
            fmt::format("{} advanced places, and perhaps fewer with an advanced degree left over,",
                        places.advanced),
            fmt::format("at most {}", std::floor(left))));
    }
    return found;
}

std::vector<Law> check_lottery(Parameters const& parameters) {
    auto const [places, n, advanced] = statute_of(parameters);
    Draws draws{parameters};
    std::vector<Law> laws;
    check_statutory(draws, places, n, advanced, laws);
    check_few(draws, laws);
    check_weighted_few(draws, laws);
    check_weighted_statutory(draws, places.regular, n, laws);
    return laws;
}

} // namespace talentsim
