#include "engine/io/resolved_scenario.hpp"

#include <doctest/doctest.h>

#include "engine/io/yaml_parser.hpp"

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;

namespace {

void write_rich(ScenarioFolder& folder) {
    folder.write("s.yaml", std::string{ScenarioFolder::smallest} +
                               "search: {contacts_per_search: all, separation_rate: 1e-7}\n"
                               "production: {compute_share: 0.3333333333333333}\n"
                               "mechanisms: {graduates: false}\n"
                               "changes: {firms.naver.mission: {2024-05: [0, 1, 0]}}\n");
    folder.write("p.yaml", "title: P\nchanges:\n"
                           "  countries.KOR.public_gpus: {2024-03: {add: 5}, 2024-02: 7}\n"
                           "  countries.KOR.study_abroad.USA: {2024-03: 0.1}\n");
}

/// Every value of a scenario, by path.
std::vector<std::string> values_in(talentsim::Scenario const& scenario) {
    std::vector<std::string> values;
    std::vector<std::string> const agents{"USA", "KOR", "naver"};
    for (auto const& parameter : talentsim::parameter_table()) {
        for (auto const& key : agents) {
            std::vector<std::string> const keys{key, "USA"};
            try {
                values.push_back(parameter.info.path + key +
                                 text_of(parameter.get(scenario.parameters, keys)));
            } catch (std::out_of_range const&) {
                values.push_back(parameter.info.path + key); // there is no such country or firm
            }
        }
    }
    return values;
}

} // namespace

TEST_CASE("a resolved scenario reads back as the same parameters and changes") {
    ScenarioFolder folder;
    write_rich(folder);
    auto const first =
        folder.read("s.yaml", {"countries.KOR.title=\"no: #1\""}, {"p.yaml", "p.yaml"});
    folder.write("again.yaml", first.resolved);
    auto const second = folder.read("again.yaml");
    CHECK(second.resolved == first.resolved);
    CHECK(values_in(second) == values_in(first));
    CHECK(second.parameters.search.contacts_per_search == talentsim::SearchParameters::all);
    CHECK(second.parameters.countries.at("KOR").title == "no: #1");
    REQUIRE(second.changes.size() == first.changes.size());
    auto after_first = first.parameters;
    auto after_second = second.parameters;
    for (std::size_t i = 0; i != first.changes.size(); ++i) {
        CHECK(second.changes[i].month == first.changes[i].month);
        apply(first.changes[i], after_first);
        apply(second.changes[i], after_second);
    }
    CHECK(after_first.countries.at("KOR").public_gpus == 17.0);
    CHECK(after_second.countries.at("KOR").public_gpus == 17.0);
}

TEST_CASE("a resolved scenario says everything that is set, sorted, in one form") {
    ScenarioFolder folder;
    folder.write("a.yaml", ScenarioFolder::smallest);
    folder.write("b.yaml", "fringe:\n  KOR: {}\n  USA: {}\n"
                           "firms: {naver: {staff: 2e1, country: 'KOR'}}\n"
                           "countries: {KOR: {public_gpus: 10.0, researchers: 100}, "
                           "USA: {researchers: 1000}}\n"
                           "simulation: {months: 24, start: 2024-01}\n"
                           "title: In another order\n");
    auto const resolved = folder.read("a.yaml").resolved;
    CHECK(folder.read("b.yaml").resolved == resolved);
    CHECK(resolved.starts_with("budgets:\n  lag_months: 12\n"));
    CHECK(resolved.find("\n    public_gpus: 10\n") != std::string::npos);
    CHECK(resolved.find("home_bias") == std::string::npos); // not set

    talentsim::Mistakes mistakes;
    auto const tree =
        talentsim::parse_yaml(resolved, talentsim::Place::whole_file("r"), "", mistakes);
    REQUIRE(tree.has_value());
    for (auto const& parameter : talentsim::parameter_table()) {
        auto const& path = parameter.info.path;
        bool const is_set = !std::holds_alternative<std::monostate>(parameter.info.default_value);
        if (path.find('*') == std::string::npos && is_set) {
            CAPTURE(path);
            CHECK(tree->find(path) != nullptr);
        }
    }
}
