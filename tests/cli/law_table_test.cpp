#include "engine/cli/law_table.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

std::string table_of(Law const& law) {
    Preset const preset{.name = "p", .source = "S", .problems = nullptr, .check = nullptr};
    return law_table(preset, {law}, TableStyle::plain);
}

} // namespace

TEST_CASE("a law that is missed by more than its tolerance is said to fail") {
    CHECK(table_of(expected("rate", 0.5, {.value = 0.75, .standard_error = 0.05})) ==
          "p (S)  theory  simulated  s.e.      off by  verdict\n"
          "rate      0.5       0.75  0.05  +5.00 s.e.    FAILS\n");
    CHECK(table_of(expected("rate", 0.5, {.value = 0.75, .standard_error = 0.1})) ==
          "p (S)  theory  simulated  s.e.      off by  verdict\n"
          "rate      0.5       0.75   0.1  +2.50 s.e.    holds\n");
    CHECK(table_of(exact("who", 0.0, 2.0)) == "p (S)  theory  simulated   s.e.  off by  verdict\n"
                                              "who         0          2  exact      +2    FAILS\n");
}

TEST_CASE("what nobody could be asked fails, and says so without numbers that are none") {
    CHECK(table_of(expected("rate", 0.5, {.value = std::nan(""), .standard_error = 0.1})) ==
          "p (S)  theory  simulated  s.e.  off by  verdict\n"
          "rate      0.5     nobody                  FAILS\n");
}
