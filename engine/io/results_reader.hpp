#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "engine/io/provenance.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// A finished file of results, as ResultsWriter leaves it.
///
/// @throws InputError from every member if the file is not one: no HDF5, of another program, not
///         finished, of a later version of the format, cut short or damaged
class ResultsReader {
  public:
    explicit ResultsReader(std::filesystem::path const& path);
    ResultsReader(ResultsReader const&) = delete;
    ResultsReader& operator=(ResultsReader const&) = delete;
    ResultsReader(ResultsReader&&) = delete;
    ResultsReader& operator=(ResultsReader&&) = delete;
    ~ResultsReader();

    [[nodiscard]] RunDescription const& run() const noexcept { return run_; }

    [[nodiscard]] Provenance const& provenance() const noexcept { return provenance_; }

    /// The digest that the run had, whatever part of it is in the file.
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
    std::unique_ptr<Data> data_;
};

} // namespace talentsim
