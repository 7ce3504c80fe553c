#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/io/background_worker.hpp"
#include "engine/io/part_file.hpp"
#include "engine/io/provenance.hpp"
#include "engine/io/record_selection.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// Writes the results of a run to a file (docs/formats/results.md), on a thread of its own.
///
/// The file is written as `PATH.part`, handed to the system every few seconds, and gets its name at
/// the end of the run. If the run stops before, the part stays, closed and readable, with the
/// attribute `complete` at 0 and how far it came in `months_done`; if it could not be written, it
/// is removed.
///
/// @throws RunError from any call after the disk has refused something, and from the next ones
class ResultsWriter final : public Observer {
  public:
    /// @param selection  what is recorded; not nothing
    /// @throws InputError if the file cannot be written there (check_output), or is being written
    ResultsWriter(std::filesystem::path const& path, RecordSelection selection,
                  Provenance provenance, Existing existing = Existing::refuse);
    ResultsWriter(ResultsWriter const&) = delete;
    ResultsWriter& operator=(ResultsWriter const&) = delete;
    ResultsWriter(ResultsWriter&&) = delete;
    ResultsWriter& operator=(ResultsWriter&&) = delete;
    ~ResultsWriter() override;

    void begin(RunDescription const& run) override;
    void month_done(std::size_t replicate, MonthRecord const& record) override;
    void replicate_done(std::size_t replicate, ReplicateRecord const& record) override;
    void end() override;

    /// The digest of the results (ResultsDigest), which does not depend on what is recorded.
    [[nodiscard]] std::string digest() const;

  private:
    class Work;
    std::unique_ptr<Work> work_;
    std::unique_ptr<BackgroundWorker> worker_;
};

/// Version of the layout of files of results; a reader refuses a later one.
inline constexpr std::int64_t results_format_version = 1;

/// What files of results say they are.
inline constexpr char const* results_format = "talentsim results";

/// Size of the arrays in a file of results [bytes].
[[nodiscard]] std::uint64_t results_bytes(Coordinates const& coordinates,
                                          RecordSelection const& selection);

} // namespace talentsim
