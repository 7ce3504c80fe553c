#include "engine/io/results_writer.hpp"

#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <type_traits>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/io/hdf5_error.hpp"
#include "engine/io/results_digest.hpp"
#include "engine/io/results_group.hpp"

namespace talentsim {

namespace {

constexpr std::size_t waiting_records = 16;
constexpr std::chrono::seconds between_flushes{5};

std::string program(Provenance const& provenance) {
    return fmt::format("talentsim {} ({})", provenance.version, provenance.commit);
}

void write_head(Hdf5Group const& file, RunDescription const& run, RecordSelection const& selection,
                Provenance const& provenance) {
    file.write_attribute("Conventions", std::string{"CF-1.10"});
    file.write_attribute("title", run.title);
    file.write_attribute("source", program(provenance));
    file.write_attribute(
        "history", fmt::format("{}: {}", utc_text(provenance.start), provenance.command_line));
    file.write_attribute("format", std::string{results_format});
    file.write_attribute("format_version", results_format_version);
    file.write_attribute("complete", std::int64_t{0});
    file.write_attribute("months_done", std::int64_t{0});
    file.write_attribute("scale", run.scale);
    file.write_attribute("researchers", static_cast<std::int64_t>(run.researchers));
    file.write_attribute("burn_in_months", static_cast<std::int64_t>(run.burn_in_months));
    file.write_attribute("every_firm", static_cast<std::int64_t>(selection.every_firm()));
}

} // namespace

/// What is done on the writing thread, and what it needs for that.
class ResultsWriter::Work {
  public:
    Work(std::filesystem::path const& path, RecordSelection selection, Provenance provenance,
         Existing existing)
        : selection_{std::move(selection)},
          provenance_{std::move(provenance)},
          part_{path, existing} {
        expects(!selection_.is_nothing(), "ResultsWriter: something is recorded");
        provenance_.record = selection_.text();
    }

    void begin(RunDescription const& run) {
        attempt([&] {
            digest.begin(run);
            file_.emplace(create_hdf5_file(part_.part()));
            write_head(*file_, run, selection_, provenance_);
            group_.emplace(*file_, run, selection_);
            write_provenance(file_->make_group("provenance"), provenance_);
            file_->flush();
        });
    }

    template <class Record>
    void write(std::size_t replicate, Record const& record) {
        attempt([&] {
            if constexpr (std::is_same_v<Record, MonthRecord>) {
                digest.month_done(replicate, record);
            } else {
                digest.replicate_done(replicate, record);
            }
            group_->write(replicate, record);
            months_done_ += std::is_same_v<Record, MonthRecord> ? 1 : 0;
            if (auto const now = std::chrono::steady_clock::now();
                now - last_flush_ > between_flushes) {
                group_->flush();
                write_months_done();
                file_->flush();
                last_flush_ = now;
            }
        });
    }

    void end() {
        attempt([&] {
            digest.end();
            file_->write_attribute("results_digest", digest.hex());
            file_->write_attribute("digest_version", ResultsDigest::version);
            Hdf5Group const provenance = file_->group("provenance");
            provenance.write_attribute("end", utc_text(std::chrono::system_clock::now()));
            Hdf5Group const digests = provenance.make_group("variable_digests");
            for (auto const& [name, hash] : digest.of_variables()) {
                digests.write_attribute(name, hash);
            }
            file_->write_attribute("complete", std::int64_t{1});
            close();
            part_.publish();
        });
    }

    /// Leaves what there is in order, without its final name; nothing if no month was recorded.
    void stop() noexcept {
        try {
            if (file_ && months_done_ == 0) {
                group_.reset();
                file_.reset();
                part_.remove();
            } else if (file_) {
                attempt([&] { close(); });
            } else {
                part_.remove();
            }
        } catch (...) { // whoever stops has another error to report
        }
    }

    ResultsDigest digest;

  private:
    void close() {
        group_->close();
        group_.reset();
        write_months_done();
        file_->flush();
        file_->close();
        file_.reset();
    }

    void write_months_done() { file_->write_attribute("months_done", months_done_); }

    /// Removes what cannot be written to the end: it would be unreadable, and fill the disk.
    template <class Action>
    void attempt(Action const& action) {
        try {
            action();
        } catch (...) {
            group_.reset();
            file_.reset();
            part_.remove();
            forget_hdf5_errors();
            throw;
        }
        forget_hdf5_errors();
    }

    RecordSelection selection_;
    Provenance provenance_;
    PartFile part_;
    std::optional<Hdf5Group> file_;
    std::optional<ResultsGroup> group_;
    std::int64_t months_done_ = 0; ///< over all replicates
    std::chrono::steady_clock::time_point last_flush_ = std::chrono::steady_clock::now();
};

ResultsWriter::ResultsWriter(std::filesystem::path const& path, RecordSelection selection,
                             Provenance provenance, Existing existing)
    : work_{std::make_unique<Work>(path, std::move(selection), std::move(provenance), existing)} {
    try {
        worker_ = std::make_unique<BackgroundWorker>(waiting_records);
    } catch (...) { // the system starts no thread
        work_->stop();
        throw;
    }
}

ResultsWriter::~ResultsWriter() {
    try {
        worker_->add([work = work_.get()] { work->stop(); });
    } catch (...) { // it has failed already, and cleaned up
    }
    worker_.reset(); // waits for it
}

void ResultsWriter::begin(RunDescription const& run) {
    worker_->add([work = work_.get(), run] { work->begin(run); });
    worker_->finish(); // so that a full disk is known before the first month
}

void ResultsWriter::month_done(std::size_t replicate, MonthRecord const& record) {
    worker_->add([work = work_.get(), replicate, record] { work->write(replicate, record); });
}

void ResultsWriter::replicate_done(std::size_t replicate, ReplicateRecord const& record) {
    worker_->add([work = work_.get(), replicate, record] { work->write(replicate, record); });
}

void ResultsWriter::end() {
    worker_->add([work = work_.get()] { work->end(); });
    worker_->finish();
}

std::string ResultsWriter::digest() const { return work_->digest.hex(); }

std::uint64_t results_bytes(Coordinates const& coordinates, RecordSelection const& selection) {
    std::uint64_t cells = 0;
    for (std::size_t v = 0; v != variables().size(); ++v) {
        if (selection.contains(v)) {
            std::uint64_t of_variable = 1;
            for (auto const size :
                 extent_in_file(variables()[v], coordinates, selection.every_firm())) {
                of_variable *= size;
            }
            cells += of_variable;
        }
    }
    return cells * sizeof(double);
}

} // namespace talentsim
