#include "engine/cli/verdict.hpp"

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using namespace talentsim;

namespace {

std::vector<Law> one_of_two(Parameters const& /*parameters*/) {
    return {exact("one", 1.0, 1.0), exact("two", 2.0, 2.5)};
}

std::vector<Law> both(Parameters const& /*parameters*/) {
    return {exact("one", 1.0, 1.0), exact("two", 2.0, 2.0)};
}

Preset preset(std::string_view name, std::vector<Law> (*check)(Parameters const&)) {
    return {.name = name, .source = "nobody", .problems = nullptr, .check = check};
}

} // namespace

TEST_CASE("a law that does not hold ends in an error that names its preset") {
    std::vector<Parameters> const worlds(3);
    CHECK_THROWS_WITH_AS(
        print_verdict({preset("a", one_of_two), preset("b", both), preset("c", one_of_two)},
                      worlds),
        "laws that do not hold in: a, c", RunError);
    CHECK_NOTHROW(print_verdict({preset("b", both)}, worlds));
}
