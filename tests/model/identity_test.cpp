#include "engine/model/identity.hpp"

#include <set>

#include <doctest/doctest.h>

using namespace talentsim;

TEST_CASE("a country's number is its code in base 26, below 2^15") {
    CHECK(country_number("AAA") == 0);
    CHECK(country_number("AAB") == 1);
    CHECK(country_number("KOR") == (10 * 26 + 14) * 26 + 17);
    CHECK(country_number("ZZZ") == 17'575);
    CHECK(country_number("ZZZ") < 1U << 15U);
    CHECK_THROWS_AS(static_cast<void>(country_number("KR")), ContractViolation);
    CHECK_THROWS_AS(static_cast<void>(country_number("KORE")), ContractViolation);
}

TEST_CASE("country, month of entry and running number are packed without touching each other") {
    CHECK(identity_of(0, 0, 0) == 0);
    CHECK(identity_of(0, 0, (1ULL << 36U) - 1) == (1ULL << 36U) - 1);
    CHECK(identity_of(0, 1, 0) == 1ULL << 36U);
    CHECK(identity_of(0, (1 << 13) - 1, 0) == ((1ULL << 13U) - 1) << 36U);
    CHECK(identity_of(1, 0, 0) == 1ULL << 49U);
    CHECK(identity_of(17'575, 8'191, (1ULL << 36U) - 1) <= ~0ULL);

    std::set<Identity> identities;
    for (std::uint32_t const country : {0U, 1U, 7'000U, 17'575U}) {
        for (Month const entry : {0, 1, 4'000, 8'191}) {
            for (std::uint64_t const ordinal : {0ULL, 1ULL, 68'719'476'735ULL}) {
                auto const identity = identity_of(country, entry, ordinal);
                identities.insert(identity);
                CHECK(month_of_entry(identity) == entry - 1);
            }
        }
    }
    CHECK(identities.size() == 4 * 4 * 3);
}

TEST_CASE("founding residents have entered before the first month") {
    CHECK(month_of_entry(identity_of(country_number("USA"), 0, 123)) == -1);
}
