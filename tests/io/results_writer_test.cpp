#include "engine/io/results_writer.hpp"

#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"
#include "engine/io/hdf5_file.hpp"
#include "engine/io/results_digest.hpp"

#include "tests/io/fake_provenance.hpp"
#include "tests/io/scratch_folder.hpp"
#include "tests/simulation/fake_run.hpp"

using talentsim::Measure;
using talentsim::RecordSelection;
using talentsim::ResultsWriter;
using talentsim::test::fake_provenance;
using talentsim::test::fake_run;
using talentsim::test::ScratchFolder;

namespace fs = std::filesystem;

namespace {

RecordSelection const standard = RecordSelection::parse("standard");

/// Tries to write a run in a process of its own whose files may not grow beyond a size, and writes
/// down what went wrong. Returns how that process ended, as waitpid says it.
int write_on_a_small_disk(fs::path const& out, fs::path const& message, rlim_t bytes) {
    std::fflush(nullptr); // lest the child write again what is waiting to be written
    pid_t const child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        int status = 0;
        try {
            ResultsWriter writer{out, standard, fake_provenance()};
            talentsim::test::tell(writer, fake_run(2, 12));
        } catch (talentsim::RunError const& error) {
            std::ofstream{message} << error.what();
            status = 1;
        }
        std::exit(status); // with all that a process does at its end
    }
    int ending = -1;
    waitpid(child, &ending, 0);
    return ending;
}

std::string all_of(fs::path const& path) {
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("results appear under their name when the run is over") {
    ScratchFolder const folder;
    auto const run = fake_run();
    ResultsWriter writer{folder / "out.h5", standard, fake_provenance()};
    writer.begin(run);
    CHECK(fs::exists(folder / "out.h5.part"));
    for (std::size_t replicate = 0; replicate != 2; ++replicate) {
        for (std::size_t month = 0; month != 3; ++month) {
            writer.month_done(replicate, talentsim::test::fake_month(run, replicate, month));
        }
        writer.replicate_done(replicate, talentsim::test::fake_replicate(run, replicate));
    }
    CHECK(!fs::exists(folder / "out.h5"));
    writer.end();
    CHECK(fs::exists(folder / "out.h5"));
    CHECK(!fs::exists(folder / "out.h5.part"));
}

TEST_CASE("a run that stops leaves its part, or nothing if it had not begun") {
    ScratchFolder const folder;
    auto const run = fake_run();
    {
        ResultsWriter writer{folder / "begun.h5", standard, fake_provenance()};
        writer.begin(run);
        writer.month_done(0, talentsim::test::fake_month(run, 0, 0));
    }
    CHECK(!fs::exists(folder / "begun.h5"));
    auto const part = talentsim::open_hdf5_file(folder / "begun.h5.part");
    CHECK(part.integer_attribute("complete") == 0);
    auto const headcount = std::get<0>(part.dataset("headcount").all(Measure::count));
    std::size_t const number = talentsim::variable_index("headcount");
    CHECK(headcount[7] == talentsim::test::fake_number(0, 0, number, 7)); // done
    CHECK(headcount[8] == 0);                                             // not done
    auto const pay = std::get<1>(part.dataset("pay_mean").all(Measure::value));
    CHECK(pay[7] > 0.0);
    CHECK(std::isnan(pay[8]));

    { ResultsWriter const writer{folder / "not_begun.h5", standard, fake_provenance()}; }
    CHECK(!fs::exists(folder / "not_begun.h5.part"));
    CHECK(!fs::exists(folder / "not_begun.h5"));
}

TEST_CASE("wherever the disk gets full, the run ends with a sentence and without a file") {
    ScratchFolder const folder;
    fs::path const out = folder / "out.h5";
    REQUIRE(write_on_a_small_disk(out, folder / "message", 1'000'000'000) == 0);
    auto const whole = fs::file_size(out);

    for (std::uintmax_t const bytes :
         {std::uintmax_t{0}, std::uintmax_t{100}, whole / 4, whole / 2, whole * 3 / 4, whole - 1}) {
        CAPTURE(bytes);
        fs::remove(out);
        fs::remove(folder / "message");
        int const ending = write_on_a_small_disk(out, folder / "message", bytes);
        REQUIRE(WIFEXITED(ending));
        CHECK(WEXITSTATUS(ending) == 1);
        CHECK(!fs::exists(out));
        CHECK(!fs::exists(folder / "out.h5.part"));
        std::string const message = all_of(folder / "message");
        CAPTURE(message);
        CHECK((bytes == 0 || message.starts_with(out.string() + ".part")));
        CHECK((bytes == 0 || message.ends_with("(File too large)")));
    }
}

TEST_CASE("the digest is the same whatever is recorded") {
    ScratchFolder const folder;
    auto run = fake_run();
    talentsim::ResultsDigest digest;
    talentsim::test::tell(digest, run);
    run.every_firm = true;
    for (char const* const record : {"standard", "all", "headcount", "firms,moves"}) {
        CAPTURE(record);
        ResultsWriter writer{folder / record, RecordSelection::parse(record), fake_provenance()};
        talentsim::test::tell(writer, run);
        CHECK(writer.digest() == digest.hex());
    }
}

TEST_CASE("results_bytes is the size of the file, but for names and attributes") {
    ScratchFolder const folder;
    auto const run = fake_run(3, 200);
    ResultsWriter writer{folder / "out.h5", standard, fake_provenance()};
    talentsim::test::tell(writer, run);
    auto const arrays = talentsim::results_bytes(run.coordinates, standard);
    auto const size = fs::file_size(folder / "out.h5");
    CHECK(arrays <= size);
    CHECK(size < arrays + 100'000);
}
