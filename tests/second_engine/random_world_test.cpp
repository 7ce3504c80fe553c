#include "tests/second_engine/random_world.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>

#include <doctest/doctest.h>

#include "engine/model/parameter_table.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr std::uint64_t n_worlds = 400;

bool is_within(Bounds const& bounds, ParameterValue const& value) {
    if (auto const* const number = std::get_if<double>(&value)) {
        return bounds.contain(*number);
    }
    if (auto const* const numbers = std::get_if<std::vector<double>>(&value)) {
        return std::all_of(numbers->begin(), numbers->end(),
                           [&](double x) { return bounds.contain(x); });
    }
    return true;
}

template <class Entry>
std::vector<std::vector<std::string>> keys_of(std::map<std::string, Entry> const& entries) {
    std::vector<std::vector<std::string>> keys;
    for (auto const& [key, rest] : entries) {
        keys.push_back({key});
    }
    return keys;
}

/// What can stand for the one star of a path.
std::vector<std::vector<std::string>> keys_of(std::string const& path, Parameters const& world) {
    if (path.find('*') == std::string::npos) {
        return {{}};
    }
    if (path == "visas.*.origins.*") {
        std::vector<std::vector<std::string>> keys;
        for (auto const& [name, visa] : world.visas) {
            for (auto const& [origin, may] : visa.origins) {
                keys.push_back({name, origin});
            }
        }
        return keys;
    }
    if (path == "drives.*.countries.*") {
        std::vector<std::vector<std::string>> keys;
        for (auto const& [name, drive] : world.drives) {
            for (auto const& [country, is_sought] : drive.countries) {
                keys.push_back({name, country});
            }
        }
        return keys;
    }
    if (path.find('*') != path.rfind('*')) {
        return {}; // shares of other countries, which problems_in adds up
    }
    std::string const section = path.substr(0, path.find('.'));
    return section == "countries"      ? keys_of(world.countries)
           : section == "firms"        ? keys_of(world.firms)
           : section == "fringe"       ? keys_of(world.fringe)
           : section == "accelerators" ? keys_of(world.accelerators)
           : section == "purchases"    ? keys_of(world.purchases)
           : section == "visas"        ? keys_of(world.visas)
           : section == "drives"       ? keys_of(world.drives)
           : section == "acquisitions" ? keys_of(world.acquisitions)
                                       : std::vector<std::vector<std::string>>{};
}

} // namespace

TEST_CASE("a random world is one that the engine accepts") {
    for (std::uint64_t seed = 0; seed != n_worlds; ++seed) {
        CAPTURE(seed);
        Parameters const world = random_world(seed);
        for (ParameterProblem const& problem : problems_in(world)) {
            FAIL_CHECK(problem.path, " ", problem.what);
        }
        for (Parameter const& parameter : parameter_table()) {
            for (auto const& keys : keys_of(parameter.info.path, world)) {
                CAPTURE(parameter.info.path);
                CHECK(is_within(parameter.info.bounds, parameter.get(world, keys)));
            }
        }
    }
}

TEST_CASE("every word that a parameter knows, and both sides of every switch, occur among random "
          "worlds") {
    for (Parameter const& parameter : parameter_table()) {
        std::set<std::string> seen;
        for (std::uint64_t seed = 0; seed != n_worlds; ++seed) {
            Parameters const world = random_world(seed);
            for (auto const& keys : keys_of(parameter.info.path, world)) {
                seen.insert(text_of(parameter.get(world, keys)));
            }
        }
        CAPTURE(parameter.info.path);
        for (std::string const& word : parameter.info.words) {
            bool const is_for_others = word == "fringe"; // the kind of unnamed firms
            CHECK((is_for_others || seen.contains(word)));
        }
        if (parameter.info.type == ParameterType::flag) {
            CHECK(seen.size() == 2);
        }
    }
}
