#include "engine/core/ids.hpp"

#include <type_traits>

#include <doctest/doctest.h>

#include "engine/core/hash.hpp"

using namespace talentsim;

TEST_CASE("the row of a firm cannot be passed for that of a researcher or a country") {
    CHECK_FALSE(std::is_convertible_v<FirmRow, ResearcherRow>);
    CHECK_FALSE(std::is_convertible_v<FirmRow, CountryRow>);
    CHECK_FALSE(std::is_convertible_v<std::size_t, FirmRow>);
}

TEST_CASE("a row that was never set stands for nobody") {
    CHECK_FALSE(FirmRow{}.exists());
    CHECK_FALSE(CountryRow{}.exists());
    CHECK(FirmRow{0}.exists());
    CHECK(CountryRow{59}.exists());
    CHECK(FirmRow{7}.at() == 7);
    CHECK(ResearcherRow{3} < ResearcherRow{4});
}

TEST_CASE("a column holds one value per row of its table") {
    FirmColumn<double> pay(3, 1.5);
    pay[FirmRow{1}] = 2.0;
    CHECK(pay.size() == 3);
    CHECK(pay[FirmRow{0}] == 1.5);
    CHECK(pay[FirmRow{1}] == 2.0);
    pay.resize(5);
    CHECK(pay[FirmRow{1}] == 2.0);
    CHECK(pay[FirmRow{4}] == 0.0);
    CHECK(pay != FirmColumn<double>(5, 0.0));
    CHECK(pay.bytes() >= 5 * sizeof(double));
}

TEST_CASE("the hash of a name is FNV-1a, the same for ever") {
    // Test vectors of Fowler, Noll & Vo, 32 bits.
    CHECK(name_hash("") == 0x811c9dc5);
    CHECK(name_hash("a") == 0xe40c292c);
    CHECK(name_hash("foobar") == 0xbf9cf968);
}
