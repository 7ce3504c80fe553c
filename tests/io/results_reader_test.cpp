#include "engine/io/results_reader.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"
#include "engine/io/hdf5_file.hpp"
#include "engine/io/results_digest.hpp"
#include "engine/io/results_writer.hpp"

#include "tests/io/fake_provenance.hpp"
#include "tests/io/recorder.hpp"
#include "tests/io/scratch_folder.hpp"
#include "tests/simulation/fake_run.hpp"

using namespace talentsim;
using talentsim::test::fake_run;
using talentsim::test::ScratchFolder;

namespace fs = std::filesystem;

namespace {

void write_results(fs::path const& path, RunDescription const& run,
                   std::string const& record = "standard") {
    ResultsWriter writer{path, RecordSelection::parse(record), test::fake_provenance()};
    test::tell(writer, run);
}

std::string complaint_about(fs::path const& path) {
    try {
        test::Recorder recorder;
        ResultsReader{path}.replay(recorder);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

/// An HDF5 file of these attributes alone.
void write_stub(fs::path const& path, std::string const& format, std::int64_t version,
                std::int64_t complete) {
    Hdf5Group file = create_hdf5_file(path);
    file.write_attribute("format", format);
    file.write_attribute("format_version", version);
    file.write_attribute("complete", complete);
    file.close();
}

} // namespace

TEST_CASE("what is written is read back, value by value") {
    ScratchFolder const folder;
    auto const run = fake_run();
    write_results(folder / "out.h5", run);
    ResultsReader const reader{folder / "out.h5"};
    CHECK(reader.shortfall().empty());

    auto const& told = reader.run();
    CHECK(told.coordinates.start == run.coordinates.start);
    CHECK(told.coordinates.months == 3);
    CHECK(told.coordinates.replicates == 2);
    CHECK(told.coordinates.countries == run.coordinates.countries);
    CHECK(told.coordinates.firms == run.coordinates.firms);
    CHECK(told.scale == 0.25);
    CHECK(told.researchers == 1000);
    CHECK(told.burn_in_months == 12);
    CHECK(told.title == run.title);
    CHECK(told.titles == run.titles);

    test::Recorder recorder;
    reader.replay(recorder);
    REQUIRE(recorder.months.size() == 6);
    REQUIRE(recorder.replicates.size() == 2);
    CHECK(recorder.ended);
    for (std::size_t i = 0; i != 6; ++i) {
        auto const& [replicate, month] = recorder.months[i];
        CHECK(replicate == i / 3);
        CHECK(month.time == i % 3);
        auto const written = test::fake_month(run, replicate, month.time);
        for (std::size_t v = 0; v != variables().size(); ++v) {
            CAPTURE(variables()[v].name);
            CHECK(test::same_values(month.values[v], written.values[v]));
        }
    }
    auto const written = test::fake_replicate(run, 1);
    std::size_t const moves = variable_index("firm_moves");
    CHECK(test::same_values(recorder.replicates[1].second.values[moves], written.values[moves]));
}

TEST_CASE("the digest of what is read back is that of what was written") {
    ScratchFolder const folder;
    write_results(folder / "out.h5", fake_run());
    ResultsReader const reader{folder / "out.h5"};
    ResultsDigest digest;
    reader.replay(digest);
    CHECK(digest.hex() == reader.digest());
}

TEST_CASE("provenance is read back") {
    ScratchFolder const folder;
    write_results(folder / "out.h5", fake_run(), "headcount,moves");
    auto const written = test::fake_provenance();
    auto const provenance = ResultsReader{folder / "out.h5"}.provenance();
    REQUIRE(provenance.files.size() == 2);
    CHECK(provenance.files[1].name == "policies/한국.yaml");
    CHECK(provenance.files[1].text == written.files[1].text);
    CHECK(provenance.resolved == written.resolved);
    CHECK(provenance.seed == 7);
    CHECK(provenance.version == "0.1.0");
    CHECK(provenance.commit == "0123abc");
    CHECK(provenance.compiler == written.compiler);
    CHECK(provenance.command_line == written.command_line);
    CHECK(provenance.threads == 2);
    CHECK(provenance.cited_figures == 90);
    CHECK(provenance.assumed_figures == written.assumed_figures);
    CHECK(provenance.silent_figures.empty());
    CHECK(utc_text(provenance.start) == "2026-01-31T12:00:00Z");
    CHECK(provenance.end > provenance.start);
    CHECK(provenance.record == "headcount,moves");
}

TEST_CASE("of a run that was stopped, what is whole is told, and what is missing") {
    ScratchFolder const folder;
    auto const run = fake_run();
    auto const stopped_after = [&](std::size_t months) {
        fs::path const path = folder / fmt::format("{}.h5", months);
        ResultsWriter writer{path, RecordSelection::parse("standard"), test::fake_provenance()};
        writer.begin(run);
        for (std::size_t i = 0; i != months; ++i) {
            writer.month_done(i / 3, test::fake_month(run, i / 3, i % 3));
        }
        return path.string() + ".part";
    };
    test::Recorder recorder;

    ResultsReader const two_months{stopped_after(2)};
    CHECK(two_months.shortfall() ==
          "is not finished: its run was stopped, or goes on, and it holds "
          "2 of 6 months of 2 replicates");
    CHECK(two_months.digest().empty());
    two_months.replay(recorder);
    CHECK(recorder.run.coordinates.months == 2);
    CHECK(recorder.run.coordinates.replicates == 1);
    REQUIRE(recorder.months.size() == 2);
    std::size_t const pay = variable_index("pay_mean");
    CHECK(test::same_values(recorder.months[1].second.values[pay],
                            test::fake_month(run, 0, 1).values[pay]));

    test::Recorder of_five;
    ResultsReader{stopped_after(5)}.replay(of_five);
    CHECK(of_five.run.coordinates.months == 3);
    CHECK(of_five.run.coordinates.replicates == 1); // the second one is not whole
    CHECK(of_five.months.size() == 3);
}

TEST_CASE("variables that were not recorded come back empty") {
    ScratchFolder const folder;
    auto const run = fake_run();
    write_results(folder / "out.h5", run, "headcount");
    test::Recorder recorder;
    ResultsReader{folder / "out.h5"}.replay(recorder);
    auto const& month = recorder.months[4].second;
    std::size_t const headcount = variable_index("headcount");
    CHECK(month.values[headcount] == test::fake_month(run, 1, 1).values[headcount]);
    CHECK(month.values[variable_index("employed")] == Values{});
}

TEST_CASE("firms recorded one by one come back one by one") {
    ScratchFolder const folder;
    auto run = fake_run();
    run.every_firm = true;
    write_results(folder / "out.h5", run, "all");
    ResultsReader const reader{folder / "out.h5"};
    CHECK(reader.run().every_firm);
    CHECK(reader.run().coordinates.firms == run.coordinates.firms);
    CHECK(reader.run().coordinates.every_firm == run.coordinates.every_firm);

    test::Recorder recorder;
    reader.replay(recorder);
    auto const& month = recorder.months[5].second;
    auto const written = test::fake_month(run, 1, 2);
    std::size_t const staff = variable_index("firm_staff");
    CHECK(month.every_firm[staff] == written.every_firm[staff]);
    CHECK(month.values[staff] == Values{});
    auto const& whole = recorder.replicates[1].second;
    std::size_t const productivity = variable_index("firm_productivity");
    CHECK(test::same_values(whole.every_firm[productivity],
                            test::fake_replicate(run, 1).every_firm[productivity]));
    std::size_t const moves = variable_index("firm_moves");
    CHECK(whole.values[moves] == test::fake_replicate(run, 1).values[moves]);
}

TEST_CASE("a file that is no finished file of results is refused, saying what it is") {
    ScratchFolder const folder;
    std::string const name = (folder / "file").string();
    auto const complaint = [&] { return complaint_about(name); };

    SUBCASE("nothing") { CHECK(complaint() == name + ": there is no such file"); }
    SUBCASE("a folder") {
        fs::create_directory(name);
        CHECK(complaint() == name + ": is a folder (give a file of results)");
    }
    SUBCASE("something else") {
        std::ofstream{name} << "title: a scenario\n";
        CHECK(complaint() == name + ": is not an HDF5 file");
    }
    SUBCASE("nothing in it") {
        std::ofstream{name} << "";
        CHECK(complaint() == name + ": is not an HDF5 file");
    }
    SUBCASE("HDF5 of another program") {
        create_hdf5_file(name).close();
        CHECK(complaint() == name + ": is an HDF5 file, but not of results of talentsim run");
        write_stub(name, "weather", 1, 1);
        CHECK(complaint() == name + ": is an HDF5 file, but not of results of talentsim run");
    }
    SUBCASE("another version of the format") {
        write_stub(name, results_format, 2, 1);
        CHECK(complaint() == name + ": is in version 2 of the format, of a later talentsim (this "
                                    "one reads version 1)");
        write_stub(name, results_format, 0, 1);
        CHECK(complaint() == name + ": is in version 0 of the format, of an earlier talentsim "
                                    "(this one reads version 1)");
    }
    SUBCASE("without a month") {
        {
            ResultsWriter writer{name, RecordSelection::parse("standard"), test::fake_provenance()};
            writer.begin(fake_run());
            std::filesystem::copy_file(name + ".part", name + ".killed"); // as that would leave it
        }
        CHECK_FALSE(std::filesystem::exists(name + ".part"));
        CHECK(complaint_about(name + ".killed") ==
              name + ".killed: holds no month: its run was stopped before the first one was "
                     "recorded, or goes on");
    }
    SUBCASE("more months, it says, than any memory holds") {
        Hdf5Group file = create_hdf5_file(name);
        file.write_attribute("format", std::string{results_format});
        file.write_attribute("format_version", results_format_version);
        file.write_attribute("complete", std::int64_t{1});
        file.write_attribute("every_firm", std::int64_t{0});
        (void)file.make_dataset("time", Measure::count, {hsize_t{1} << 50U});
        file.close();
        CHECK(complaint() == name + ": is damaged or cut short: " + name +
                                 "/time: has a shape larger than what is stored");
    }
    SUBCASE("finished, it says, but empty") {
        write_stub(name, results_format, 1, 1);
        CHECK(complaint().starts_with(name + ": is damaged or cut short: " + name));
    }
}

TEST_CASE("a file of results that is cut short anywhere is refused") {
    ScratchFolder const folder;
    std::string const name = (folder / "out.h5").string();
    write_results(name, fake_run());
    for (auto size = fs::file_size(name) - 1; size > 2000; size -= size / 5) {
        CAPTURE(size);
        fs::resize_file(name, size);
        CHECK(complaint_about(name).starts_with(name + ": is "));
    }
}
