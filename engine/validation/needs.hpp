#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// Numbers for which a law has a theory. The check and the words for it live together.
struct Domain {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_included = true;
    bool high_included = true;

    [[nodiscard]] bool contain(double x) const;
    /// As in `above 0`, `at least 2`, `below 1`, `0`.
    [[nodiscard]] std::string text() const;

    [[nodiscard]] static Domain only(double x) { return {.low = x, .high = x}; }

    [[nodiscard]] static Domain at_least(double x) { return {.low = x}; }

    [[nodiscard]] static Domain at_most(double x) { return {.high = x}; }

    [[nodiscard]] static Domain between(double low, double high) {
        return {.low = low, .high = high};
    }

    [[nodiscard]] static Domain above(double x) { return {.low = x, .low_included = false}; }

    [[nodiscard]] static Domain below(double x) { return {.high = x, .high_included = false}; }
};

/// What a law takes for granted about a parameter: a number of this domain, or one of these words.
/// With neither, it must not be set. What is not set is no mistake.
struct Need {
    std::string path; ///< as in the parameter table; `*` stands for every key that the world has
    std::optional<Domain> numbers{};
    std::vector<std::string> words{};
};

/// The needs that these parameters do not meet, as in `search.separation_rate` and `0 leaves the
/// law without a theory (above 0)`. All at once; empty if there are none.
[[nodiscard]] std::vector<ParameterProblem> unmet(Parameters const& parameters,
                                                  std::vector<Need> const& needs);

/// The same sentence about what several parameters together make impossible.
[[nodiscard]] ParameterProblem without_theory(std::string path, std::string const& found,
                                              std::string const& accepted);

// What the laws share.

/// Nothing of what is off by default, and nothing that a country adds to pay.
[[nodiscard]] std::vector<Need> needs_of_plain_world();

/// Besides that: people who do nothing but search, and firms with seats and money for all.
[[nodiscard]] std::vector<Need> needs_of_plain_search();

/// Besides that: firms met one by one and alike, jobs that end, and no taste of the month.
[[nodiscard]] std::vector<Need> needs_of_ladder();

/// Besides that: auctions between employers for people who are alike, and b for the jobless.
[[nodiscard]] std::vector<Need> needs_of_auction();

/// Besides that: employers that answer every offer.
[[nodiscard]] std::vector<Need> needs_of_answered_auction();

/// One list of two.
[[nodiscard]] std::vector<Need> together(std::vector<Need> some, std::vector<Need> const& others);
[[nodiscard]] std::vector<ParameterProblem> together(std::vector<ParameterProblem> some,
                                                     std::vector<ParameterProblem> others);

/// Joblessness is worth less than a job at any unnamed firm, in the country where all are, and the
/// values of firms differ by more than rounding.
[[nodiscard]] std::vector<ParameterProblem> outside_pay_problems(Parameters const& parameters);

/// Joblessness is worth no more than that job, and the values of firms differ.
[[nodiscard]] std::vector<ParameterProblem>
lowest_outside_pay_problems(Parameters const& parameters);

/// Everybody was born where they live.
[[nodiscard]] std::vector<ParameterProblem> origin_problems(Parameters const& parameters);

} // namespace talentsim
