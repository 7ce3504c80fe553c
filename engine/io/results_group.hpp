#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/io/hdf5_file.hpp"
#include "engine/io/record_selection.hpp"
#include "engine/io/results_rows.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// The variables of one run inside one group of a file, each attached to the coordinates of its
/// dimensions, as xarray and the CF conventions expect them (docs/formats/results.md).
class ResultsGroup {
  public:
    /// Makes coordinates and arrays; every cell is empty until it is written.
    ResultsGroup(Hdf5Group const& group, RunDescription const& run,
                 RecordSelection const& selection);

    /// Takes a record; months in order. It may wait for others before it is written.
    void write(std::size_t replicate, MonthRecord const& record);
    void write(std::size_t replicate, ReplicateRecord const& record);

    /// Writes what is still waiting.
    void flush();

    /// Writes what is still waiting and closes the arrays, which may be when their last bytes are
    /// written.
    void close();

  private:
    template <class Record>
    void add(Cadence cadence, std::size_t row, Record const& record);

    std::size_t months_;
    bool every_firm_;
    std::vector<std::optional<RowWriter>> rows_; ///< by variable; none if not recorded
};

/// Shape of a variable in a file, replicate and time included.
[[nodiscard]] Hdf5Extent extent_in_file(Variable const& variable, Coordinates const& coordinates,
                                        bool every_firm);

} // namespace talentsim
