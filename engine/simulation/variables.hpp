#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/calendar.hpp"

namespace talentsim {

/// What a variable extends over, besides replicate and time.
enum class Dimension {
    country,
    origin,
    destination,
    firm,
    origin_firm,
    destination_firm,
    tier,
    quantile
};

/// As the dimension is called in files: `country`, `origin_firm`.
[[nodiscard]] std::string dimension_name(Dimension dimension);

/// How often a variable is observed.
enum class Cadence { monthly, once };

/// Whole numbers are counts of simulated people or events; the rest are measures, NaN where empty.
enum class Measure { count, value };

/// One variable of the output: its meaning, and its shape after (replicate, time) if monthly or
/// (replicate) if observed once.
struct Variable {
    std::string name;
    Measure measure{};
    Cadence cadence{};
    std::vector<Dimension> dimensions;
    std::string long_name;
    std::string units;
    bool in_digest = true;
};

/// Every variable, in the order in which results_digest reads them.
[[nodiscard]] std::vector<Variable> const& variables();

/// Position of a variable in variables(); a ContractViolation if there is none of that name.
[[nodiscard]] std::size_t variable_index(std::string const& name);

inline constexpr std::array<char const*, 4> tier_names{"S", "A", "B", "C"};
inline constexpr std::array<double, 7> quantile_levels{.01, .1, .25, .5, .75, .9, .99};

/// The coordinates of a run: what stands along every dimension.
struct Coordinates {
    CalendarMonth start;
    std::size_t months = 0;
    std::size_t replicates = 0;
    std::vector<std::string> countries; ///< ISO3 codes, sorted
    /// Named firms by key, sorted; then `<ISO3>-fringe` for every country that has one.
    std::vector<std::string> firms;
    std::vector<std::string> every_firm; ///< each firm by key, unnamed ones too

    [[nodiscard]] std::size_t size_of(Dimension dimension) const;
    /// Values of a variable in one month of one replicate (or in one replicate, if observed once).
    [[nodiscard]] std::size_t cells_of(Variable const& variable) const;
};

/// The cells of one variable in row-major order of its dimensions.
using Values = std::variant<std::vector<std::int64_t>, std::vector<double>>;

/// Zeros for counts, NaN for measures.
[[nodiscard]] Values empty_values(Variable const& variable, std::size_t cells);

} // namespace talentsim
