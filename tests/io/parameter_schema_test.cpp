#include "engine/io/parameter_schema.hpp"

#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

TEST_CASE("scenarios/schema/scenario.schema.json is up to date: `talentsim describe --schema` "
          "writes it") {
    std::ifstream file{TALENTSIM_SOURCE_DIR "/scenarios/schema/scenario.schema.json"};
    std::string const stored{std::istreambuf_iterator<char>{file}, {}};
    CHECK((stored == talentsim::scenario_schema())); // two long texts are of no use in a message
}
