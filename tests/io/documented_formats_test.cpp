#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "tests/io/scenario_folder.hpp"

using talentsim::test::ScenarioFolder;

namespace {

/// Write every example of a page to the file that its first line names, as in `# talent.yaml`.
std::vector<std::string> write_examples(std::string const& page, ScenarioFolder& folder) {
    std::ifstream file{TALENTSIM_SOURCE_DIR "/docs/formats/" + page};
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    std::string const fence = "```";
    std::string const opening = fence + "yaml\n# ";
    std::vector<std::string> names;
    for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
        at += opening.size();
        auto const end = text.find(fence, at);
        auto const example = text.substr(at, end - at);
        names.push_back(example.substr(0, example.find('\n')));
        folder.write(names.back(), "# " + example);
    }
    return names;
}

} // namespace

TEST_CASE("the examples of docs/formats are read as they stand") {
    ScenarioFolder folder;
    auto const scenarios = write_examples("scenario.md", folder);
    auto const policies = write_examples("policy.md", folder);
    REQUIRE(scenarios.size() >= 2);
    REQUIRE(policies.size() >= 2);
    for (auto const& name : scenarios) {
        CAPTURE(name);
        CHECK(folder.complaints(name, {}, policies).empty());
    }
}
