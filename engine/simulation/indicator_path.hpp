#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/calendar.hpp"

namespace talentsim {

/// What an indicator measures.
enum class Quantity {
    retention,
    job_to_job,
    net_flow,
    pay_quantile,
    headcount_share,
    vacancy_rate,
    flow_ratio,
    living_abroad,
    visa_selected_share
};

/// In what a quantity is counted.
enum class QuantityUnit { share, share_per_year, usd_per_year, ratio };

/// What there is to say about a quantity.
struct QuantityInfo {
    Quantity quantity{};
    std::string_view name;
    /// What stands after the name, one word per key: FIRM, COUNTRY, TIERS, TIER or PERCENT.
    std::vector<std::string_view> keys;
    QuantityUnit unit{};
    bool has_months = true; ///< can be taken over a part of the run
    std::string_view meaning;
    std::string_view when_empty; ///< why a run may have no value of it

    /// As it is written: `retention.FIRM`.
    [[nodiscard]] std::string form() const;
};

/// Every quantity, in the order of the enumeration.
[[nodiscard]] std::span<QuantityInfo const> quantities();

[[nodiscard]] QuantityInfo const& info_of(Quantity quantity);

/// A number that a run is asked for, as in `net_flow.KOR.SA` or `pay_quantile.USA.A.50@2025`: a
/// quantity, whom it is about, and the months it is taken over; the whole run unless said.
struct IndicatorPath {
    std::string text; ///< as written
    Quantity quantity{};
    std::vector<std::string> keys;
    std::optional<CalendarMonth> first{}; ///< both set or neither
    std::optional<CalendarMonth> last{};  ///< included
};

/// What a text means, or what is wrong with it.
struct ReadIndicator {
    std::optional<IndicatorPath> path{};
    std::string problem{}; ///< what was found, and in parentheses what is accepted
};

/// Read `QUANTITY.KEY...`, with `@2025` or `@2025-06` after it for a year or a month. Whether a run
/// has these firms and countries is not asked here.
[[nodiscard]] ReadIndicator read_indicator(std::string_view text);

} // namespace talentsim
