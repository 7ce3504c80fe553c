#pragma once

#include <cstddef>

#include "engine/io/hdf5_file.hpp"
#include "engine/simulation/variables.hpp"

namespace talentsim {

// A call of HDF5 takes about ten microseconds, however little it writes. Small worlds would wait
// for that, so what is observed month by month is written and read many months at a time.

/// The array of a variable as rows, each of which is observed at once: a month of a replicate if
/// the variable is monthly, else a replicate. Rows of one replicate follow each other.
class RowLayout {
  public:
    /// @param extent  shape of the array, replicate and time included
    RowLayout(Hdf5Extent extent, Cadence cadence);

    [[nodiscard]] std::size_t cells_per_row() const noexcept { return cells_; }

    /// How many rows from this one on belong in one block: as many as are worth a call, but all of
    /// one replicate.
    [[nodiscard]] std::size_t rows_of_block(std::size_t first) const;

    [[nodiscard]] Hdf5Extent place_of(std::size_t row) const;
    [[nodiscard]] Hdf5Extent sizes_of(std::size_t rows) const;

  private:
    Hdf5Extent extent_;
    bool is_monthly_;
    std::size_t cells_ = 1;
};

/// Rows on their way into a file.
class RowWriter {
  public:
    RowWriter(Hdf5Dataset dataset, Cadence cadence);

    /// Rows come in order.
    void add(std::size_t row, Values const& values);

    /// Hands on what is still waiting.
    void flush();

    /// Hands on what is still waiting and closes the array.
    void close();

  private:
    Hdf5Dataset dataset_;
    RowLayout layout_;
    Values waiting_;
    std::size_t first_ = 0; ///< row of those waiting
    std::size_t rows_ = 0;  ///< waiting
};

/// Rows on their way out of a file.
class RowReader {
  public:
    RowReader(Hdf5Dataset dataset, Variable const& variable);

    /// The values of a row; quick if rows are asked for in order.
    [[nodiscard]] Values row(std::size_t row);

  private:
    Hdf5Dataset dataset_;
    RowLayout layout_;
    Measure measure_;
    Values block_;
    std::size_t first_ = 0;
    std::size_t rows_ = 0; ///< in the block
};

} // namespace talentsim
