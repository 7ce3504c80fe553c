#include <algorithm>
#include <memory>

#include "engine/cli/all_mistakes.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/output.hpp"
#include "engine/io/scenario_difference.hpp"

namespace talentsim {

namespace {

void print_table(std::vector<ScenarioDifference> const& rows) {
    std::size_t path = 0;
    std::size_t first = 0;
    for (auto const& row : rows) {
        path = std::max(path, row.path.size());
        first = std::max(first, row.first.size());
    }
    for (auto const& row : rows) {
        print("{:<{}}  {:<{}}  {}\n", row.path, path, row.first, first, row.second);
    }
}

} // namespace

void add_diff(CLI::App& app) {
    auto* const command = app.add_subcommand(
        "diff", "Show where two scenarios differ, with everything they extend and every default");

    struct Files {
        std::string first;
        std::string second;
    };

    auto const files = std::make_shared<Files>();
    command->add_option("first", files->first, "Scenario file (YAML)")
        ->required()
        ->type_name("A.yaml");
    command->add_option("second", files->second, "Scenario file (YAML)")
        ->required()
        ->type_name("B.yaml");
    command->callback([files] {
        AllMistakes mistakes;
        Scenario first;
        Scenario second;
        mistakes.attempt([&] { first = read_scenario({.file = files->first}); });
        mistakes.attempt([&] { second = read_scenario({.file = files->second}); });
        mistakes.throw_if_any();
        auto rows = differences(first.resolved, second.resolved);
        if (!rows.empty()) {
            rows.insert(rows.begin(), {"parameter", files->first, files->second});
        }
        print_table(rows);
    });
}

} // namespace talentsim
