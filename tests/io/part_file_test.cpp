#include "engine/io/part_file.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"
#include "engine/io/hdf5_file.hpp"
#include "engine/io/results_writer.hpp"

#include "tests/io/scratch_folder.hpp"

using talentsim::check_output;
using talentsim::Existing;
using talentsim::PartFile;
using talentsim::test::ScratchFolder;

namespace fs = std::filesystem;

namespace {

void write(fs::path const& path, std::string const& text) { std::ofstream{path} << text; }

std::string text_of(fs::path const& path) {
    std::string text;
    std::getline(std::ifstream{path}, text);
    return text;
}

std::string complaint_about(fs::path const& path, Existing existing = Existing::refuse) {
    try {
        check_output(path, existing);
    } catch (talentsim::InputError const& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a file appears under its name when it is whole, and its part is gone then") {
    ScratchFolder const folder;
    PartFile file{folder / "out.h5", Existing::refuse};
    write(file.part(), "whole");
    CHECK(file.part() == folder / "out.h5.part");
    CHECK(!fs::exists(folder / "out.h5"));
    file.publish();
    CHECK(text_of(folder / "out.h5") == "whole");
    CHECK(!fs::exists(folder / "out.h5.part"));
    PartFile const next{folder / "out.h5", Existing::replace};
    file.remove(); // too late: the part is another one's now
    CHECK(fs::exists(folder / "out.h5"));
    CHECK(fs::exists(folder / "out.h5.part"));
}

TEST_CASE("folders on the way to an output are made, but not by the check") {
    ScratchFolder const folder;
    CHECK(complaint_about(folder / "results/2026/out.h5").empty());
    CHECK(!fs::exists(folder / "results"));
    PartFile const file{folder / "results/2026/out.h5", Existing::refuse};
    CHECK(fs::exists(folder / "results/2026/out.h5.part"));
}

TEST_CASE("an output that cannot be written is refused before the run, saying why") {
    ScratchFolder const folder;
    write(folder / "file", "");
    std::string const out = (folder / "file/deeper/out.h5").string();
    CHECK(complaint_about(out) ==
          out + ": cannot be written, because " + (folder / "file").string() + " is not a folder");

    fs::create_directory(folder / "folder.h5");
    CHECK(complaint_about(folder / "folder.h5", Existing::replace) ==
          (folder / "folder.h5").string() + ": is a folder (give the path of a file)");

    CHECK(complaint_about("") == "'': names no file (give the path of a file to write)");
    CHECK(complaint_about("results/") == "'results/': names no file (give the path of a file to "
                                         "write)");
    CHECK(complaint_about("/dev/null", Existing::replace) ==
          "/dev/null: is no ordinary file (results are written beside it and then renamed, so it "
          "would be replaced)");

    fs::create_directory_symlink(folder / "nowhere", folder / "dangling");
    CHECK(complaint_about(folder / "dangling/out.h5").ends_with("dangling does not exist"));

    fs::create_directory(folder / "mine");
    fs::permissions(folder / "mine", fs::perms::owner_read | fs::perms::owner_exec);
    if (geteuid() != 0) { // nothing is closed to root
        CHECK(complaint_about(folder / "mine/out.h5") ==
              (folder / "mine/out.h5").string() + ": cannot be written to the folder " +
                  (folder / "mine").string() + " (Permission denied)");
    }
    CHECK_THROWS_AS((PartFile{"/proc/no/such/out.h5", Existing::refuse}), talentsim::InputError);
}

TEST_CASE("results that the disk cannot hold are refused, with what they need and what there is") {
    ScratchFolder const folder;
    std::string const out = (folder / "new/out.h5").string();
    CHECK_NOTHROW(talentsim::must_have_room(out, 1));
    std::string message;
    try {
        talentsim::must_have_room(out, 1'000'000'000'000'000'000U);
    } catch (talentsim::InputError const& error) {
        message = error.what();
    }
    CHECK(message.starts_with(out + ": needs 1 EB, and its disk has "));
    CHECK(message.ends_with("B left (a file on a disk with more room, or fewer variables by "
                            "--record)"));
}

TEST_CASE("a file that exists is replaced only on request, and only when the new one is whole") {
    ScratchFolder const folder;
    write(folder / "out.h5", "old");
    std::string const out = (folder / "out.h5").string();
    CHECK(complaint_about(out) == out + ": exists already (--force replaces it)");
    CHECK_THROWS_AS((PartFile{out, Existing::refuse}), talentsim::InputError);
    CHECK(!fs::exists(out + ".part"));

    PartFile file{out, Existing::replace};
    write(file.part(), "new");
    CHECK(text_of(out) == "old");
    file.publish();
    CHECK(text_of(out) == "new");
}

TEST_CASE("what stands under the name of the part is kept, unless a stopped run left it") {
    ScratchFolder const folder;
    std::string const out = (folder / "out.h5").string();
    std::string const part = out + ".part";
    auto const refusal = out + ": cannot be written, because " + part;
    SUBCASE("text") {
        write(part, "my notes");
        CHECK(complaint_about(out) == refusal + " exists and is not what a stopped run left "
                                                "(--force replaces it)");
        CHECK_THROWS_AS((PartFile{out, Existing::refuse}), talentsim::InputError);
        CHECK(text_of(part) == "my notes");
        CHECK(complaint_about(out, Existing::replace).empty());
    }
    SUBCASE("HDF5 of another program") {
        talentsim::create_hdf5_file(part).close();
        CHECK(complaint_about(out) == refusal + " exists and is not what a stopped run left "
                                                "(--force replaces it)");
    }
    SUBCASE("results") {
        auto file = talentsim::create_hdf5_file(part);
        file.write_attribute("format", std::string{talentsim::results_format});
        file.close();
        CHECK(complaint_about(out).empty());
    }
    SUBCASE("results that break off") {
        auto file = talentsim::create_hdf5_file(part);
        file.write_attribute("format", std::string{talentsim::results_format});
        file.close();
        fs::resize_file(part, 200);
        CHECK(complaint_about(out).empty());
    }
    SUBCASE("nothing") {
        write(part, "");
        CHECK(complaint_about(out).empty());
    }
    SUBCASE("a link, even with --force: what it leads to is not ours") {
        write(folder / "precious", "text");
        fs::create_symlink(folder / "precious", part);
        CHECK(complaint_about(out, Existing::replace) ==
              refusal + " is no ordinary file (results are written under that name until they are "
                        "whole)");
    }
}

TEST_CASE("a link is written through") {
    ScratchFolder const folder;
    fs::create_directory(folder / "disk");
    fs::path const link = folder / "link.h5";
    fs::create_symlink("disk/target.h5", link);
    for (auto const existing : {Existing::refuse, Existing::replace}) { // dangling, then not
        PartFile file{link, existing};
        CHECK(file.part() == folder / "disk/target.h5.part");
        write(file.part(), "whole");
        file.publish();
        CHECK(fs::is_symlink(link));
        CHECK(text_of(folder / "disk/target.h5") == "whole");
        CHECK(!fs::exists(file.part()));
    }
    CHECK(complaint_about(link) == link.string() + ": exists already (--force replaces it)");

    fs::create_symlink("circle.h5", folder / "circle.h5");
    CHECK(complaint_about(folder / "circle.h5") ==
          (folder / "circle.h5").string() +
              ": is a symbolic link that leads in a circle (give the path of a file)");
}

TEST_CASE("a part belongs to one writer at a time") {
    ScratchFolder const folder;
    std::string const out = (folder / "out.h5").string();
    {
        PartFile const first{out, Existing::refuse};
        write(first.part(), "no results yet"); // which says nothing while it is being written
        CHECK_THROWS_WITH_AS((PartFile{out, Existing::refuse}),
                             (out + ": another process is writing it now, as " + out +
                              ".part (wait for it, or name another output)")
                                 .c_str(),
                             talentsim::InputError);
        CHECK(complaint_about(out, Existing::replace).find("another process") != std::string::npos);
        CHECK(fs::exists(out + ".part")); // still the first one's
        write(first.part(), "");
    }
    CHECK(fs::exists(out + ".part")); // left by a writer that stopped, and nobody's now
    PartFile second{out, Existing::refuse};
    second.publish();
    CHECK(fs::exists(out));
}
