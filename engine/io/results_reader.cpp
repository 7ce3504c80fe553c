#include "engine/io/results_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/io/hdf5_file.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/record_selection.hpp"
#include "engine/io/results_group.hpp"
#include "engine/io/results_rows.hpp"
#include "engine/io/results_writer.hpp"

namespace talentsim {

namespace {

/// Opens the file if it is one that we can read to the end.
Hdf5Group open_results(std::filesystem::path const& path) {
    std::string const name = printable(path.string());
    if (path.empty()) {
        throw InputError{"'': names no file (a file of results)"};
    }
    std::error_code error;
    auto const status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        throw InputError{fmt::format("{}: there is no such file", name)};
    }
    if (std::filesystem::is_directory(status)) {
        throw InputError{fmt::format("{}: is a folder (give a file of results)", name)};
    }
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        throw InputError{fmt::format("{}: is no ordinary file (give a file of results)", name)};
    }
    errno = 0;
    if (!std::ifstream{path}) {
        throw InputError{
            fmt::format("{}: cannot be read: {}", name, std::generic_category().message(errno))};
    }
    if (!is_hdf5_file(path)) {
        throw InputError{fmt::format("{}: is not an HDF5 file", name)};
    }
    Hdf5Group file = open_hdf5_file(path);
    if (!file.has_attribute("format") || file.text_attribute("format") != results_format) {
        throw InputError{
            fmt::format("{}: is an HDF5 file, but not of results of talentsim run", name)};
    }
    auto const version = file.integer_attribute("format_version");
    if (version != results_format_version) {
        throw InputError{
            fmt::format("{}: is in version {} of the format, of {} talentsim (this one "
                        "reads version {})",
                        name, version, version > results_format_version ? "a later" : "an earlier",
                        results_format_version)};
    }
    return file;
}

std::vector<std::string> texts(Hdf5Group const& file, std::string const& name) {
    return file.dataset(name).texts();
}

std::vector<std::int64_t> numbers(Hdf5Group const& file, std::string const& name) {
    return std::get<std::vector<std::int64_t>>(file.dataset(name).all(Measure::count));
}

CalendarMonth month_of_day(std::int64_t days_since_1970) {
    auto const days = std::chrono::sys_days{std::chrono::days{days_since_1970}};
    std::chrono::year_month_day const date{days};
    return CalendarMonth::of(static_cast<int>(date.year()),
                             static_cast<int>(static_cast<unsigned>(date.month())));
}

Coordinates read_coordinates(Hdf5Group const& file, bool every_firm) {
    auto const days = numbers(file, "time");
    if (days.empty()) {
        throw RunError{file.place() + ": holds no month"};
    }
    return {.start = month_of_day(days.front()),
            .months = days.size(),
            .replicates = numbers(file, "replicate").size(),
            .countries = texts(file, "country"),
            .firms = texts(file, "origin_firm"),
            .every_firm = every_firm ? texts(file, "firm") : std::vector<std::string>{}};
}

void read_titles(Hdf5Group const& file, std::string const& dimension,
                 std::map<std::string, std::string>& titles) {
    auto const keys = texts(file, dimension);
    auto const names = texts(file, dimension + "_title");
    for (std::size_t i = 0; i != std::min(keys.size(), names.size()); ++i) {
        if (keys[i] != names[i]) {
            titles.emplace(keys[i], names[i]);
        }
    }
}

RunDescription read_description(Hdf5Group const& file) {
    bool const every_firm = file.integer_attribute("every_firm") == 1;
    RunDescription run{
        .coordinates = read_coordinates(file, every_firm),
        .scale = file.number_attribute("scale"),
        .researchers = static_cast<std::size_t>(file.integer_attribute("researchers")),
        .burn_in_months = static_cast<std::size_t>(file.integer_attribute("burn_in_months")),
        .every_firm = every_firm,
        .title = file.text_attribute("title"),
        .titles = {}};
    read_titles(file, "country", run.titles);
    read_titles(file, "firm", run.titles);
    return run;
}

/// Cuts a run down to what was done of it; returns what is missing, in words.
std::string cut_to_done(Hdf5Group const& file, RunDescription& run) {
    if (file.integer_attribute("complete") == 1) {
        return "";
    }
    Coordinates& at = run.coordinates;
    auto const done = static_cast<std::size_t>(
        file.has_attribute("months_done") ? file.integer_attribute("months_done") : 0);
    std::size_t const months = at.months;
    if (done == 0) {
        throw InputError{fmt::format("{}: holds no month: its run was stopped before the first one "
                                     "was recorded, or goes on",
                                     file.place())};
    }
    auto const found = at.replicates == 1 ? fmt::format("{} of {} months", done, months)
                                          : fmt::format("{} of {} months of {} replicates", done,
                                                        months * at.replicates, at.replicates);
    if (done < months) {
        at.replicates = 1;
        at.months = done;
    } else {
        at.replicates = std::min(done / months, at.replicates);
    }
    return fmt::format("is not finished: its run was stopped, or goes on, and it holds {}", found);
}

/// The errors of the file are mistakes of whoever named it.
template <class Action>
auto reading(std::filesystem::path const& path, Action const& action) {
    try {
        return action();
    } catch (RunError const& error) {
        throw InputError{
            fmt::format("{}: is damaged or cut short: {}", path.string(), error.what())};
    }
}

} // namespace

/// The arrays that were recorded.
class ResultsReader::Data {
  public:
    Data(std::filesystem::path path, Hdf5Group file, RunDescription const& run)
        : path_{std::move(path)}, file_{std::move(file)}, every_firm_{run.every_firm} {
        for (Variable const& variable : variables()) {
            rows_.emplace_back();
            if (!file_.has(variable.name)) {
                continue;
            }
            Hdf5Dataset dataset = file_.dataset(variable.name);
            if (dataset.sizes() != extent_in_file(variable, run.coordinates, every_firm_)) {
                throw RunError{dataset.place() + ": has another shape than its coordinates"};
            }
            rows_.back().emplace(std::move(dataset), variable);
        }
    }

    /// Fills a record with the variables of one cadence.
    template <class Record>
    void read(Cadence cadence, std::size_t row, Record& record) {
        record.values.assign(variables().size(), {});
        record.every_firm.assign(every_firm_ ? variables().size() : 0, {});
        for (std::size_t v = 0; v != rows_.size(); ++v) {
            Variable const& variable = variables()[v];
            if (rows_[v] && variable.cadence == cadence) {
                bool const one_by_one = every_firm_ && is_over_firms(variable);
                auto& values = one_by_one ? record.every_firm[v] : record.values[v];
                values = reading(path_, [&] { return rows_[v]->row(row); });
            }
        }
    }

  private:
    std::filesystem::path path_;
    Hdf5Group file_;
    bool every_firm_;
    std::vector<std::optional<RowReader>> rows_; ///< by variable; none if not recorded
};

ResultsReader::ResultsReader(std::filesystem::path const& path) {
    reading(path, [&] {
        Hdf5Group file = open_results(path);
        run_ = read_description(file);
        RunDescription const planned = run_;
        months_in_file_ = planned.coordinates.months;
        shortfall_ = cut_to_done(file, run_);
        provenance_ = read_provenance(file.group("provenance"));
        digest_ = shortfall_.empty() ? file.text_attribute("results_digest") : "";
        data_ = std::make_unique<Data>(path, std::move(file), planned);
    });
}

ResultsReader::~ResultsReader() = default;

void ResultsReader::replay(Observer& observer) const {
    Coordinates const& coordinates = run_.coordinates;
    observer.begin(run_);
    MonthRecord month;
    ReplicateRecord whole;
    for (std::size_t replicate = 0; replicate != coordinates.replicates; ++replicate) {
        for (month.time = 0; month.time != coordinates.months; ++month.time) {
            data_->read(Cadence::monthly, replicate * months_in_file_ + month.time, month);
            observer.month_done(replicate, month);
        }
        data_->read(Cadence::once, replicate, whole);
        observer.replicate_done(replicate, whole);
    }
    observer.end();
}

} // namespace talentsim
