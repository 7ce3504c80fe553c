#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "engine/io/provenance.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// A file of results, as ResultsWriter leaves it. If its run was stopped, it tells of the
/// replicates that are whole, or, if there is none, of the months that the first one came to.
///
/// @throws InputError from every member if the file is not one: no HDF5, of another program,
/// without
///         a single month, of a later version of the format, cut short or damaged
class ResultsReader {
  public:
    explicit ResultsReader(std::filesystem::path const& path);
    ResultsReader(ResultsReader const&) = delete;
    ResultsReader& operator=(ResultsReader const&) = delete;
    ResultsReader(ResultsReader&&) = delete;
    ResultsReader& operator=(ResultsReader&&) = delete;
    ~ResultsReader();

    [[nodiscard]] RunDescription const& run() const noexcept { return run_; }

    /// What is missing of the run, for a person to read; empty if nothing is.
    [[nodiscard]] std::string const& shortfall() const noexcept { return shortfall_; }

    [[nodiscard]] Provenance const& provenance() const noexcept { return provenance_; }

    /// The digest that the run had, whatever part of it is in the file; empty if it was stopped.
    [[nodiscard]] std::string const& digest() const noexcept { return digest_; }

    /// Tells an observer the whole run again, month by month. Variables that were not recorded are
    /// empty; so are those over firms if they were recorded over every firm, which is then where
    /// they are.
    void replay(Observer& observer) const;

  private:
    class Data;

    RunDescription run_;
    Provenance provenance_;
    std::string digest_;
    std::string shortfall_;
    std::size_t months_in_file_ = 0; ///< that there is room for, per replicate
    std::unique_ptr<Data> data_;
};

} // namespace talentsim
