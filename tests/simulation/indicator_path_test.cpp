#include "engine/simulation/indicator_path.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace talentsim;

TEST_CASE("an indicator is a quantity, whom it is about, and the months it is taken over") {
    auto const net = read_indicator("net_flow.KOR.SA");
    REQUIRE(net.path);
    CHECK(net.path->quantity == Quantity::net_flow);
    CHECK(net.path->keys == std::vector<std::string>{"KOR", "SA"});
    CHECK(!net.path->first);

    auto const year = read_indicator("pay_quantile.USA.A.50@2025");
    REQUIRE(year.path);
    CHECK(year.path->first == CalendarMonth::of(2025, 1));
    CHECK(year.path->last == CalendarMonth::of(2025, 12));

    auto const month = read_indicator("retention.OpenAI@2026-03");
    REQUIRE(month.path);
    CHECK(month.path->first == CalendarMonth::of(2026, 3));
    CHECK(month.path->last == month.path->first);
}

TEST_CASE("every quantity stands at the place of its name, and is read in the form that it tells") {
    for (QuantityInfo const& info : quantities()) {
        CAPTURE(info.form());
        CHECK(&info_of(info.quantity) == &info);
        std::string text{info.name};
        for (std::string_view const key : info.keys) {
            text += key == "TIER"      ? ".S"
                    : key == "TIERS"   ? ".SABC"
                    : key == "PERCENT" ? ".90"
                                       : ".X";
        }
        auto const read = read_indicator(text);
        CHECK(read.problem.empty());
        REQUIRE(read.path);
        CHECK(read.path->quantity == info.quantity);
    }
}

TEST_CASE("what is no indicator is answered with what is accepted") {
    auto const problem = [](char const* text) { return read_indicator(text).problem; };
    CHECK(problem("retentoin.OpenAI")
              .starts_with("'retentoin.OpenAI' is no indicator (one of "
                           "retention.FIRM, job_to_job.COUNTRY, "));
    CHECK(problem("retention") == "'retention' has not as many keys (retention.FIRM)");
    CHECK(problem("retention.a.b") == "'retention.a.b' has not as many keys (retention.FIRM)");
    CHECK(problem("retention.") == "a key is empty (no dot too many)");
    CHECK(problem("net_flow.KOR.SS") ==
          "'SS' are no tiers (of S, A, B and C each once at most, as in SA)");
    CHECK(problem("net_flow.KOR.D") ==
          "'D' are no tiers (of S, A, B and C each once at most, as in SA)");
    CHECK(problem("pay_quantile.KOR.SA.50") == "'SA' is no tier (S, A, B or C)");
    CHECK(problem("pay_quantile.KOR.S.95") ==
          "'95' is no percentage that is observed (1, 10, 25, 50, 75, 90 or 99)");
    CHECK(problem("living_abroad.KOR@2025") ==
          "'living_abroad.KOR@2025' is known of the whole run only (living_abroad.COUNTRY without "
          "@)");
    CHECK(problem("retention.OpenAI@soon") ==
          "'@soon' is neither a year nor a month (@2025 or @2025-06)");
}
