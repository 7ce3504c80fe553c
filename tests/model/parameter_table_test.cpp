#include "engine/model/parameter_table.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using namespace talentsim;

namespace {

std::vector<std::string> const keys{"AAA", "BBB"};

Parameter const& find(std::string const& path) {
    auto const& table = parameter_table();
    auto const found = std::find_if(table.begin(), table.end(), [&](Parameter const& parameter) {
        return parameter.info.path == path;
    });
    REQUIRE(found != table.end());
    return *found;
}

/// A value that the parameter accepts, and that is not its default.
ParameterValue another_value(ParameterInfo const& info) {
    double const low = std::max(info.bounds.low, -10.0);
    double const high = std::min(info.bounds.high, low + 10.0);
    switch (info.type) {
    case ParameterType::number: {
        double const third = low + (high - low) / 3.0;
        return info.default_value == ParameterValue{third} ? low + (high - low) / 2.0 : third;
    }
    case ParameterType::whole_number:
        return info.default_value == ParameterValue{low + 1.0} ? low + 2.0 : low + 1.0;
    case ParameterType::flag:
        return !std::get<bool>(info.default_value);
    case ParameterType::choice:
        return info.words.front() == std::get<std::string>(info.default_value) ? info.words.at(1)
                                                                               : info.words.front();
    case ParameterType::text:
        return std::string{"some text"};
    case ParameterType::month:
        return CalendarMonth::of(2031, 5);
    case ParameterType::vector:
        return std::vector<double>{low, low + 0.25 * (high - low), high};
    }
    return {};
}

} // namespace

TEST_CASE("every parameter has a path of its own, a meaning, a unit and a source") {
    std::set<std::string> paths;
    for (Parameter const& parameter : parameter_table()) {
        ParameterInfo const& info = parameter.info;
        CAPTURE(info.path);
        CHECK(paths.insert(info.path).second);
        CHECK(info.path.find('.') != std::string::npos);
        CHECK(info.meaning.size() > 3);
        CHECK_FALSE(info.unit.empty());
        CHECK_FALSE(info.source.empty());
        CHECK_FALSE(accepted_by(info).empty());
        CHECK(info.bounds.low <= info.bounds.high);
        CHECK((info.type != ParameterType::choice || info.words.size() >= 2));
    }
    CHECK(paths.size() > 80);
}

TEST_CASE("every default is within its bounds, or one of its words") {
    for (Parameter const& parameter : parameter_table()) {
        ParameterInfo const& info = parameter.info;
        CAPTURE(info.path);
        bool const is_entry = info.path.ends_with(".*"); // there or not, but never by default
        auto const* const number = std::get_if<double>(&info.default_value);
        if (number != nullptr && !is_entry) {
            CHECK(info.bounds.contain(*number));
        }
        if (info.type == ParameterType::choice) {
            CHECK(std::find(info.words.begin(), info.words.end(),
                            std::get<std::string>(info.default_value)) != info.words.end());
        }
        if (auto const* const numbers = std::get_if<std::vector<double>>(&info.default_value)) {
            CHECK(numbers->size() == 3);
            for (double const element : *numbers) {
                CHECK(info.bounds.contain(element));
            }
        }
    }
}

TEST_CASE("every parameter gives back what it was set to, and moves no other") {
    for (Parameter const& parameter : parameter_table()) {
        CAPTURE(parameter.info.path);
        Parameters p;
        for (Parameter const& other : parameter_table()) { // so that every entry of a map exists
            other.set(p, keys, other.info.default_value);
        }
        auto const value = another_value(parameter.info);
        CHECK(value != parameter.info.default_value);
        parameter.set(p, keys, value);
        CHECK(parameter.get(p, keys) == value);
        for (Parameter const& other : parameter_table()) {
            if (other.info.path != parameter.info.path) {
                CAPTURE(other.info.path);
                CHECK(other.get(p, keys) == other.info.default_value);
            }
        }
    }
}

TEST_CASE("entries of maps are made when set, under their own keys") {
    Parameters p;
    find("countries.*.moving_cost_to.*").set(p, keys, 0.7);
    CHECK(p.countries.at("AAA").moving_cost_to.at("BBB") == 0.7);
    CHECK(p.countries.size() == 1);
    find("firms.*.country").set(p, keys, std::string{"KOR"});
    CHECK(p.firms.at("AAA").country == "KOR");
}

TEST_CASE("a parameter can be unset only where a more general one stands behind it") {
    Parameters p;
    auto const& own = find("countries.*.outside_pay");
    own.set(p, keys, 0.3);
    own.set(p, keys, ParameterValue{});
    CHECK(own.get(p, keys) == ParameterValue{});
    CHECK(own.info.default_value == ParameterValue{});
}

TEST_CASE("`all` stands for a number of contacts") {
    Parameters p;
    auto const& contacts = find("search.contacts_per_search");
    contacts.set(p, keys, std::string{"all"});
    CHECK(p.search.contacts_per_search == SearchParameters::all);
    CHECK(contacts.get(p, keys) == ParameterValue{std::string{"all"}});
    contacts.set(p, keys, 3.0);
    CHECK(p.search.contacts_per_search == 3);
}

TEST_CASE("a choice set to a word of another's is a mistake of ours") {
    Parameters p;
    CHECK_THROWS_AS(find("offers.protocol").set(p, keys, std::string{"rounds of golf"}),
                    ContractViolation);
}

TEST_CASE("values are written as YAML would have them") {
    CHECK(text_of({}) == "(not set)");
    CHECK(text_of(true) == "true");
    CHECK(text_of(0.004) == "0.004");
    CHECK(text_of(200'000.0) == "200000");
    CHECK(text_of(std::string{"posted"}) == "posted");
    CHECK(text_of(CalendarMonth::of(2024, 1)) == "2024-01");
    CHECK(text_of(std::vector<double>{1.0, 0.5, 0.0}) == "[1, 0.5, 0]");
}

TEST_CASE("what a parameter accepts is said in words") {
    CHECK(accepted_by(find("search.separation_rate").info) == "a number in [0, 1]");
    CHECK(accepted_by(find("search.contacts_per_search").info) ==
          "a whole number in [1, 64], or all");
    CHECK(accepted_by(find("offers.protocol").info) == "one of posted, sequential_auction, rounds");
    CHECK(accepted_by(find("search.same_month").info) == "true or false");
    CHECK(accepted_by(find("simulation.start").info) == "a month like 2024-01");
    CHECK(accepted_by(find("firms.*.title").info) == "text");
    CHECK(accepted_by(find("firms.*.mission").info) == "a list of 3 numbers in [-1, 1]");
}
