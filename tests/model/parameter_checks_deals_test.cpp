#include "engine/model/parameter_checks_deals.hpp"

#include <doctest/doctest.h>

#include "tests/model/problem_lines.hpp"

using namespace talentsim;

namespace {

/// A scenario with an acquisition without a mistake.
Parameters sound() {
    Parameters p;
    p.countries["KOR"].researchers = 1'000.0;
    p.countries["USA"].researchers = 5'000.0;
    p.firms["meta"].country = "USA";
    p.firms["ssi"].country = "USA";
    p.firms["ssi"].kind = FirmKind::start_up;
    p.firms["upstage"].country = "KOR";
    p.firms["upstage"].kind = FirmKind::start_up;
    AcquisitionParameters& deal = p.acquisitions["deal"];
    deal.bidder = "meta";
    deal.target = "ssi";
    deal.month = CalendarMonth::of(2025, 6);
    return p;
}

/// Everything that is wrong after the acquisition was spoilt, one per line.
template <class Spoil>
std::string problems_after(Spoil const& spoil) {
    Parameters p = sound();
    spoil(p.acquisitions["deal"]);
    return test::lines_of(problems_in(p));
}

} // namespace

TEST_CASE("a sound acquisition has no problems") {
    CHECK(problems_after([](AcquisitionParameters&) {}) == "");
}

TEST_CASE("an acquisition of which nothing is said lacks two") {
    CHECK(problems_after([](AcquisitionParameters& deal) { deal = {}; }) ==
          "acquisitions.deal.bidder: is missing (the key of a firm)\n"
          "acquisitions.deal.target: is missing (the key of a firm)");
}

TEST_CASE("firms that are none, no start-up, the bidder or elsewhere are a problem") {
    CHECK(problems_after([](AcquisitionParameters& deal) { deal.bidder = "mta"; }) ==
          "acquisitions.deal.bidder: 'mta' is none of the named firms (the key of a firm)");
    CHECK(problems_after([](AcquisitionParameters& deal) { deal.target = "openai"; }) ==
          "acquisitions.deal.target: 'openai' is none of the named firms (the key of a firm)");
    CHECK(problems_after([](AcquisitionParameters& deal) { deal.target = "meta"; }) ==
          "acquisitions.deal.target: 'meta' is no start-up (a firm of kind start_up)\n"
          "acquisitions.deal.target: 'meta' is the bidder itself (another firm)");
    CHECK(problems_after([](AcquisitionParameters& deal) { deal.target = "upstage"; }) ==
          "acquisitions.deal.target: works in 'KOR' (a firm in the country of the bidder, 'USA')");
}

TEST_CASE("a month that is not simulated is a problem") {
    auto const problems_at = [](CalendarMonth month) {
        return problems_after([month](AcquisitionParameters& deal) { deal.month = month; });
    };
    CHECK(problems_at(CalendarMonth::of(2023, 12)) ==
          "acquisitions.deal.month: 2023-12 is outside the simulated months (2024-01 to 2029-12)");
    CHECK(problems_at(CalendarMonth::of(2030, 1)) ==
          "acquisitions.deal.month: 2030-01 is outside the simulated months (2024-01 to 2029-12)");
    CHECK(problems_at(CalendarMonth::of(2024, 1)) == "");
    CHECK(problems_at(CalendarMonth::of(2029, 12)) == "");
}
