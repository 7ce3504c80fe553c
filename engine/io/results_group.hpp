#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/io/hdf5_file.hpp"
#include "engine/io/record_selection.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// The variables of one run inside one group of a file, each attached to the coordinates of its
/// dimensions, as xarray and the CF conventions expect them (docs/formats/results.md).
class ResultsGroup {
  public:
    /// Makes coordinates and arrays; every cell is empty until it is written.
    ResultsGroup(Hdf5Group const& group, RunDescription const& run,
                 RecordSelection const& selection);

    void write(std::size_t replicate, MonthRecord const& record);
    void write(std::size_t replicate, ReplicateRecord const& record);

    /// Closes the arrays, which may be when their last bytes are written.
    void close();

  private:
    void write(std::size_t variable, Hdf5Extent const& place, std::vector<Values> const& values,
               std::vector<Values> const& every_firm);

    Coordinates coordinates_;
    bool every_firm_;
    std::vector<std::optional<Hdf5Dataset>> datasets_; ///< by variable; none if not recorded
};

/// Shape of a variable in a file, replicate and time included.
[[nodiscard]] Hdf5Extent extent_in_file(Variable const& variable, Coordinates const& coordinates,
                                        bool every_firm);

} // namespace talentsim
