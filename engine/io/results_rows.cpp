#include "engine/io/results_rows.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

constexpr std::size_t cells_worth_a_call = 32'768; // 256 KiB

} // namespace

RowLayout::RowLayout(Hdf5Extent extent, Cadence cadence)
    : extent_{std::move(extent)}, is_monthly_{cadence == Cadence::monthly} {
    for (std::size_t i = is_monthly_ ? 2 : 1; i < extent_.size(); ++i) {
        cells_ *= extent_[i];
    }
}

std::size_t RowLayout::rows_of_block(std::size_t first) const {
    std::size_t const worth =
        std::max<std::size_t>(1, cells_worth_a_call / std::max<std::size_t>(1, cells_));
    std::size_t const left = is_monthly_ ? extent_[1] - first % extent_[1] : extent_[0] - first;
    return std::min(worth, left);
}

Hdf5Extent RowLayout::place_of(std::size_t row) const {
    Hdf5Extent place(extent_.size(), 0);
    place[0] = is_monthly_ ? row / extent_[1] : row;
    if (is_monthly_) {
        place[1] = row % extent_[1];
    }
    return place;
}

Hdf5Extent RowLayout::sizes_of(std::size_t rows) const {
    Hdf5Extent sizes = extent_;
    sizes[0] = is_monthly_ ? 1 : rows;
    if (is_monthly_) {
        sizes[1] = rows;
    }
    return sizes;
}

RowWriter::RowWriter(Hdf5Dataset dataset, Cadence cadence)
    : dataset_{std::move(dataset)}, layout_{dataset_.sizes(), cadence} {}

void RowWriter::add(std::size_t row, Values const& values) {
    expects(rows_ == 0 || row == first_ + rows_, "RowWriter: rows come in order");
    if (rows_ == 0) {
        first_ = row;
        waiting_ = values;
    } else {
        std::visit(
            [&](auto& waiting) {
                auto const& more = std::get<std::decay_t<decltype(waiting)>>(values);
                waiting.insert(waiting.end(), more.begin(), more.end());
            },
            waiting_);
    }
    ++rows_;
    if (rows_ == layout_.rows_of_block(first_)) {
        flush();
    }
}

void RowWriter::flush() {
    if (rows_ > 0) {
        dataset_.write(layout_.place_of(first_), layout_.sizes_of(rows_), waiting_);
        rows_ = 0;
    }
}

void RowWriter::close() {
    flush();
    dataset_.close();
}

RowReader::RowReader(Hdf5Dataset dataset, Variable const& variable)
    : dataset_{std::move(dataset)},
      layout_{dataset_.sizes(), variable.cadence},
      measure_{variable.measure} {}

Values RowReader::row(std::size_t row) {
    std::size_t const cells = layout_.cells_per_row();
    if (row < first_ || row >= first_ + rows_) {
        first_ = row;
        rows_ = layout_.rows_of_block(row);
        block_ = measure_ == Measure::count ? Values{std::vector<std::int64_t>(cells * rows_)}
                                            : Values{std::vector<double>(cells * rows_)};
        dataset_.read(layout_.place_of(row), layout_.sizes_of(rows_), block_);
    }
    return std::visit(
        [&](auto const& block) -> Values {
            auto const begin = block.begin() + static_cast<std::ptrdiff_t>((row - first_) * cells);
            return std::decay_t<decltype(block)>(begin, begin + static_cast<std::ptrdiff_t>(cells));
        },
        block_);
}

} // namespace talentsim
