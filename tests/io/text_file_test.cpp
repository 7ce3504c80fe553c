#include "engine/io/text_file.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

#include "tests/io/scenario_folder.hpp"

using talentsim::FileRequest;
using talentsim::Mistakes;
using talentsim::Place;
using talentsim::test::ScenarioFolder;

namespace {

std::string complaint(ScenarioFolder const& folder, std::string const& name) {
    Mistakes mistakes;
    auto const text = talentsim::read_text_file({folder / name}, mistakes);
    CHECK(text.has_value() == mistakes.empty());
    try {
        mistakes.throw_if_any();
    } catch (talentsim::InputError const& error) {
        return folder.without_folder(error.what());
    }
    return "";
}

} // namespace

TEST_CASE("a file is read as it is, but for its byte order mark") {
    ScenarioFolder folder;
    folder.write("a.yaml", "\xEF\xBB\xBFtitle: 한국\r\n");
    Mistakes mistakes;
    CHECK(talentsim::read_text_file({folder / "a.yaml"}, mistakes) == "title: 한국\r\n");
}

TEST_CASE("what is no readable file is refused") {
    ScenarioFolder folder;
    folder.write("inside/a.yaml", "x");
    CHECK(complaint(folder, "missing.yaml") == "missing.yaml: does not exist (a file in YAML)");
    CHECK(complaint(folder, "inside") == "inside: is a folder (a file in YAML)");
    if (geteuid() != 0) { // root may read everything
        std::filesystem::permissions(folder / "inside/a.yaml", std::filesystem::perms::none);
        CHECK(complaint(folder, "inside/a.yaml") ==
              "inside/a.yaml: cannot be read: Permission denied (a file in YAML)");
    }
}

TEST_CASE("a file that another one names is blamed on the key that names it") {
    ScenarioFolder folder;
    auto place = Place::whole_file("a.yaml");
    place.line = 3;
    place.column = 10;
    Mistakes mistakes;
    (void)talentsim::read_text_file({folder / "b.yaml", place, "extends"}, mistakes);
    try {
        mistakes.throw_if_any();
    } catch (talentsim::InputError const& error) {
        CHECK(folder.without_folder(error.what()) ==
              "a.yaml:3:10: extends: b.yaml does not exist (a file in YAML)");
    }
    CHECK_FALSE(mistakes.empty());
}

TEST_CASE("bytes that are no text are refused where they stand") {
    ScenarioFolder folder;
    folder.write("zero", std::string{"a: 1\nb: \0", 9});
    folder.write("bell", "a: \a");
    folder.write("latin1", "# S\xE3o\n");
    folder.write("cut", "한\xEA\xB5");
    folder.write("utf16", std::string{"\xFF\xFE"
                                      "a\0",
                                      4});
    CHECK(complaint(folder, "zero") == "zero:2:4: the control character U+0000 (text in UTF-8)");
    CHECK(complaint(folder, "bell") == "bell:1:4: the control character U+0007 (text in UTF-8)");
    CHECK(complaint(folder, "latin1") == "latin1:1:4: a byte that is not UTF-8 (text in UTF-8)");
    CHECK(complaint(folder, "cut") == "cut:1:2: a byte that is not UTF-8 (text in UTF-8)");
    CHECK(complaint(folder, "utf16") == "utf16:1:1: a byte that is not UTF-8 (text in UTF-8)");
}

TEST_CASE("a file too large to be a scenario is refused without being read") {
    ScenarioFolder folder;
    folder.write("large", "");
    std::filesystem::resize_file(folder / "large", 1ULL << 40U); // a sparse terabyte
    CHECK(complaint(folder, "large") == "large: holds more than 64 MiB (at most that)");
}
