#include "engine/io/results_rows.hpp"

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

#include "tests/io/scratch_folder.hpp"

using namespace talentsim;
using talentsim::test::ScratchFolder;

namespace {

Variable variable_of(Cadence cadence) {
    Variable variable;
    variable.measure = Measure::count;
    variable.cadence = cadence;
    return variable;
}

Values row_of(std::size_t row, std::size_t cells) {
    std::vector<std::int64_t> values(cells);
    for (std::size_t cell = 0; cell != cells; ++cell) {
        values[cell] = static_cast<std::int64_t>(row * 1000 + cell);
    }
    return values;
}

} // namespace

TEST_CASE("rows are read as they were written, however they fall into blocks") {
    ScratchFolder const folder;
    Cadence cadence = Cadence::monthly;
    Hdf5Extent extent;
    std::size_t rows = 0;
    std::size_t cells = 0;
    SUBCASE("many small months") {
        extent = {2, 5000, 3, 7};
        rows = 10'000;
        cells = 21;
    }
    SUBCASE("few large months") {
        extent = {3, 4, 40'000};
        rows = 12;
        cells = 40'000;
    }
    SUBCASE("months of a single value") {
        extent = {2, 3};
        rows = 6;
        cells = 1;
    }
    SUBCASE("replicates") {
        cadence = Cadence::once;
        extent = {5, 20'000};
        rows = 5;
        cells = 20'000;
    }
    SUBCASE("months of nothing") {
        extent = {2, 3, 0};
        rows = 6;
        cells = 0;
    }
    {
        auto file = create_hdf5_file(folder / "rows.h5");
        RowWriter writer{file.make_dataset("rows", Measure::count, extent), cadence};
        for (std::size_t row = 0; row != rows; ++row) {
            writer.add(row, row_of(row, cells));
            if (row == 2) {
                writer.flush();
            }
        }
        writer.close();
        file.close();
    }
    auto const file = open_hdf5_file(folder / "rows.h5");
    RowReader reader{file.dataset("rows"), variable_of(cadence)};
    for (std::size_t row = 0; row != rows; ++row) {
        REQUIRE(reader.row(row) == row_of(row, cells));
    }
    CHECK(reader.row(rows / 2) == row_of(rows / 2, cells));
    CHECK(reader.row(0) == row_of(0, cells));
}

TEST_CASE("a block is worth a call, and of one replicate") {
    RowLayout const small{{2, 5000, 32}, Cadence::monthly};
    CHECK(small.cells_per_row() == 32);
    CHECK(small.rows_of_block(0) == 1024);
    CHECK(small.rows_of_block(4096) == 904);
    CHECK(small.place_of(5001) == Hdf5Extent{1, 1, 0});
    CHECK(small.sizes_of(904) == Hdf5Extent{1, 904, 32});
    CHECK(RowLayout{{2, 3, 1'000'000}, Cadence::monthly}.rows_of_block(1) == 1);
    CHECK(RowLayout{{7, 10}, Cadence::once}.rows_of_block(3) == 4);
}

TEST_CASE("a row out of order is refused") {
    ScratchFolder const folder;
    auto const file = create_hdf5_file(folder / "rows.h5");
    RowWriter writer{file.make_dataset("rows", Measure::count, {1, 5}), Cadence::monthly};
    writer.add(0, row_of(0, 1));
    CHECK_THROWS_AS(writer.add(2, row_of(2, 1)), ContractViolation);
}
