#include "engine/cli/scorecard_table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace talentsim {

namespace {

constexpr std::size_t widest_name = 40;

/// A value of a quantity, short.
std::string value_text(double value, QuantityUnit unit) {
    switch (unit) {
    case QuantityUnit::share:
        return percent(value);
    case QuantityUnit::share_per_year:
        return fmt::format("{}/yr", percent(value));
    case QuantityUnit::usd_per_year:
        return rounded(value);
    case QuantityUnit::ratio:
        break;
    }
    return fmt::format("{:.3g}", value);
}

std::string range_text(double low, double high, QuantityUnit unit) {
    return fmt::format("{}…{}", value_text(low, unit), value_text(high, unit));
}

std::string target_text(StylisedFact const& fact, QuantityUnit unit) {
    if (std::isinf(fact.low)) {
        return fmt::format("below {}", value_text(fact.high, unit));
    }
    if (std::isinf(fact.high)) {
        return fmt::format("above {}", value_text(fact.low, unit));
    }
    return fact.low == fact.high ? value_text(fact.low, unit)
                                 : range_text(fact.low, fact.high, unit);
}

std::string band_text(Band const& band, QuantityUnit unit) {
    return band.replicates < 2 ? "" : range_text(band.low, band.high, unit);
}

std::string heading(RunDescription const& run) {
    Coordinates const& at = run.coordinates;
    std::string text = fmt::format("{}: {} to {}", run.title, at.start.text(),
                                   at.start.plus(static_cast<int>(at.months) - 1).text());
    text += at.replicates == 1
                ? "; one replicate, so no band (--replicates 5 gives one)"
                : fmt::format("; median and 5 to 95 % band of {} replicates", at.replicates);
    if (run.scale != 1.0) {
        text += fmt::format("; scale {:g}", run.scale);
    }
    return text + "\n\n";
}

} // namespace

std::string scorecard_table(RunDescription const& run, std::vector<ScoredFact> const& facts,
                            TableStyle style) {
    TextTable table{
        {"fact", "measured as", "target", "tolerance", "simulated", "5–95 %", "verdict"},
        widest_name};
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::string unmeasured;
    for (ScoredFact const& one : facts) {
        if (one.verdict == FactVerdict::not_measured) {
            unmeasured += fmt::format("  {}: {}\n", one.fact.name, one.reason);
            continue;
        }
        bool const passes = one.verdict == FactVerdict::pass;
        ++(passes ? passed : failed);
        QuantityUnit const unit = info_of(one.fact.indicator->quantity).unit;
        table.add({one.fact.name, one.fact.indicator->text, target_text(one.fact, unit),
                   one.fact.tolerance > 0.0
                       ? fmt::format("± {}", value_text(one.fact.tolerance, unit))
                       : "",
                   value_text(one.band.median, unit), band_text(one.band, unit),
                   passes ? "pass" : "FAIL"});
    }
    std::string text = heading(run);
    if (table.rows() > 0) {
        text += table.text(style) + "\n";
    }
    if (!unmeasured.empty()) {
        text += "not measured\n" + unmeasured + "\n";
    }
    return text + fmt::format("Of {} facts {} {}, {} {} and {} {} not measured.\n", facts.size(),
                              passed, passed == 1 ? "passes" : "pass", failed,
                              failed == 1 ? "fails" : "fail", facts.size() - passed - failed,
                              facts.size() - passed - failed == 1 ? "is" : "are");
}

} // namespace talentsim
