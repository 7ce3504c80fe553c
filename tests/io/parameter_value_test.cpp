#include "engine/io/parameter_value.hpp"

#include <fmt/format.h>

#include <doctest/doctest.h>

#include "engine/io/parameter_tree.hpp"
#include "engine/io/yaml_parser.hpp"

using talentsim::CalendarMonth;
using talentsim::ExchangeRates;
using talentsim::ParameterValue;
using talentsim::ReadValue;

namespace {

ReadValue read(std::string const& path, std::string const& text, ExchangeRates const& rates = {}) {
    talentsim::Mistakes mistakes;
    auto const node = talentsim::parse_yaml(text, {}, "", mistakes);
    REQUIRE(node.has_value());
    return talentsim::read_value(*node, talentsim::find_parameter(path)->branch->parameter->info,
                                 rates);
}

double number(std::string const& text) {
    auto const found = read("population.talent.log_mean", text); // in [-20, 20]
    CAPTURE(found.problem);
    REQUIRE(std::holds_alternative<double>(found.value));
    return std::get<double>(found.value);
}

std::string problem(std::string const& path, std::string const& text,
                    ExchangeRates const& rates = {}) {
    auto const found = read(path, text, rates);
    CHECK(std::holds_alternative<std::monostate>(found.value));
    return found.problem;
}

} // namespace

TEST_CASE("numbers are read as decimal") {
    CHECK(number("0") == 0.0);
    CHECK(number("-0.5") == -0.5);
    CHECK(number("+.5") == 0.5);
    CHECK(number("5.") == 5.0);
    CHECK(number("1e1") == 10.0);
    CHECK(number("1.25E+01") == 12.5);
    CHECK(number("0.1") == 0.1);
}

TEST_CASE("what looks like a number and is read differently elsewhere is refused") {
    std::string const path = "population.talent.log_mean";
    std::string const accepted = "a number in [-20, 20]";
    CHECK(problem(path, "010") ==
          "'010' may be taken for octal (" + accepted + ", without the leading 0)");
    CHECK(problem(path, "-00.5") ==
          "'-00.5' may be taken for octal (" + accepted + ", without the leading 0)");
    CHECK(problem(path, "1_000") ==
          "'1_000' has its digits grouped (" + accepted + ", in plain digits)");
    CHECK(problem(path, "1,000") ==
          "'1,000' has its digits grouped (" + accepted + ", in plain digits)");
    CHECK(problem(path, "\"5\"") ==
          "'5' is quoted, and so text (" + accepted + ", without quotes)");
    for (auto const* text : {"0x10", "0o10", "0b1", "-0X1F"}) {
        CHECK(problem(path, text) == fmt::format("'{}' is not decimal ({})", text, accepted));
    }
    for (auto const* text : {".nan", ".NaN", "nan", ".inf", "-.inf", "+.Inf", "inf", "Infinity"}) {
        CHECK(problem(path, text) == fmt::format("'{}' is not finite ({})", text, accepted));
    }
    for (auto const* text : {"1e400", "-1e400", "1e-400"}) {
        CHECK(problem(path, text) ==
              fmt::format("'{}' is beyond the range of numbers ({})", text, accepted));
    }
    for (auto const* text : {"lots", "5 %", "1e", "--5", "+-5", "5 KRW", ".", "1:30", "true"}) {
        CHECK(problem(path, text) == fmt::format("'{}' is not a number ({})", text, accepted));
    }
}

TEST_CASE("numbers keep within their bounds") {
    CHECK(problem("search.home_share", "1.5") == "1.5 is out of bounds (a number in [0, 1])");
    CHECK(problem("search.home_share", "-1e-9") == "-1e-09 is out of bounds (a number in [0, 1])");
    CHECK(problem("simulation.scale", "0") == "0 is out of bounds (a number in (0, 1])");
    CHECK(problem("utility.pay", "0") == "0 is out of bounds (a number in (0, 1000000])");
}

TEST_CASE("what is no single value is no number") {
    CHECK(problem("search.home_share", "[1]") == "a list (a number in [0, 1])");
    CHECK(problem("search.home_share", "{a: 1}") == "a map (a number in [0, 1])");
    CHECK(problem("search.home_share", "") == "no value (a number in [0, 1])");
    CHECK(problem("search.home_share", "null") == "no value (a number in [0, 1])");
    CHECK(problem("search.draw", "") == "no value (one of uniform, vacancies)");
    CHECK(problem("countries.KOR.title", "[a]") == "a list (text)");
}

TEST_CASE("whole numbers may be written with an exponent, as long as they are whole") {
    CHECK(read("simulation.seed", "1e6").value == ParameterValue{1e6});
    CHECK(read("simulation.seed", "9007199254740991").value == ParameterValue{9007199254740991.0});
    CHECK(problem("simulation.months", "1.5") == "1.5 is not whole (a whole number in [1, 3000])");
    CHECK(problem("simulation.months", "0") == "0 is out of bounds (a whole number in [1, 3000])");
}

TEST_CASE("a word may stand where a number does, if the parameter knows it") {
    CHECK(read("search.contacts_per_search", "all").value == ParameterValue{std::string{"all"}});
    CHECK(read("search.contacts_per_search", "3").value == ParameterValue{3.0});
    CHECK(problem("search.contacts_per_search", "most") ==
          "'most' is not a number (a whole number in [1, 64], or all)");
}

TEST_CASE("flags are true or false, and what YAML 1.1 took for them is explained") {
    CHECK(read("search.same_month", "true").value == ParameterValue{true});
    CHECK(read("search.same_month", "false").value == ParameterValue{false});
    for (auto const* text : {"yes", "on", "Y", "True", "TRUE"}) {
        CHECK(problem("search.same_month", text) ==
              fmt::format("'{}' is not read as a flag (true or false; write true)", text));
    }
    for (auto const* text : {"no", "No", "off", "n", "False"}) {
        CHECK(problem("search.same_month", text) ==
              fmt::format("'{}' is not read as a flag (true or false; write false)", text));
    }
    CHECK(problem("search.same_month", "1") == "'1' is not a flag (true or false)");
    CHECK(problem("search.same_month", "'true'") ==
          "'true' is quoted, and so text (true or false, without quotes)");
}

TEST_CASE("choices are one of their words, quoted or not") {
    CHECK(read("search.draw", "uniform").value == ParameterValue{std::string{"uniform"}});
    CHECK(read("search.draw", "'uniform'").value == ParameterValue{std::string{"uniform"}});
    CHECK(problem("search.draw", "Uniform") == "'Uniform' is unknown (one of uniform, vacancies)");
}

TEST_CASE("months are written as year and month") {
    CHECK(read("simulation.start", "2024-01").value == ParameterValue{CalendarMonth::of(2024, 1)});
    for (auto const* text : {"2024", "2024-13", "2024-1", "2024-01-01", "January"}) {
        CHECK(problem("simulation.start", text) ==
              fmt::format("'{}' is not a month (a month like 2024-01)", text));
    }
}

TEST_CASE("text is text, whatever it looks like") {
    for (auto const* text : {"no", "010", "1e5", "2024-01"}) {
        CHECK(read("countries.NOR.title", text).value == ParameterValue{std::string{text}});
    }
}

TEST_CASE("vectors are lists of three numbers") {
    CHECK(read("firms.naver.mission", "[0, -1, 0.5]").value ==
          ParameterValue{std::vector<double>{0, -1, 0.5}});
    std::string const accepted = " (a list of 3 numbers in [-1, 1])";
    CHECK(problem("firms.naver.mission", "1") == "'1' is not a list" + accepted);
    CHECK(problem("firms.naver.mission", "{a: 1}") == "a map" + accepted);
    CHECK(problem("firms.naver.mission", "[1, 0]") == "a list of 2" + accepted);
    CHECK(problem("firms.naver.mission", "[1, 0, 2]") == "2 is out of bounds" + accepted);
    CHECK(problem("firms.naver.mission", "[1, 0, x]") == "'x' is not a number" + accepted);
    CHECK(problem("firms.naver.mission", "[1, 0, [1]]") == "a list" + accepted);
}

TEST_CASE("money may be in any currency that has a rate") {
    ExchangeRates const rates{{"KRW", 1350.0}};
    CHECK(read("production.unit_value", "200000", rates).value == ParameterValue{200'000.0});
    CHECK(read("production.unit_value", "200000 USD", rates).value == ParameterValue{200'000.0});
    CHECK(read("production.unit_value", "2.7e8 KRW", rates).value == ParameterValue{200'000.0});
    CHECK(
        problem("production.unit_value", "5 EUR", rates) ==
        "'EUR' has no exchange rate (a number in [0.01, 1000000000]; known currencies: USD, KRW)");
    CHECK(problem("production.unit_value", "much KRW", rates) ==
          "'much' is not a number (a number in [0.01, 1000000000])");
    CHECK(problem("production.unit_value", "1e15 KRW", rates) ==
          "740740740740.7407 is out of bounds (a number in [0.01, 1000000000])");
    CHECK(problem("simulation.exchange_rates.EUR", "5 KRW", rates) ==
          "'5 KRW' is not a number (a number > 0)");
}

TEST_CASE("an amount whose rate is wrong is not set, and only the rate is complained about") {
    CHECK(problem("production.unit_value", "5 KRW", {{"KRW", 0.0}}).empty());
}
