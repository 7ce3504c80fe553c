#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "engine/core/column_memory.hpp"

namespace talentsim {

/// Where an agent stands in its table. Rows of different tables are different types, so that a firm
/// cannot be passed for a country. Rows may be reused; identities (below) never are.
template <class Tag, class Index>
struct Row {
    /// The value that stands for no agent at all.
    static constexpr Index nobody = std::numeric_limits<Index>::max();

    Index index = nobody;

    constexpr Row() = default;

    template <class Integer>
    explicit constexpr Row(Integer row) : index{static_cast<Index>(row)} {}

    [[nodiscard]] constexpr bool exists() const noexcept { return index != nobody; }

    [[nodiscard]] constexpr std::size_t at() const noexcept { return index; }

    // clang-tidy 14 takes the 0 inside a defaulted comparison for a null pointer.
    friend constexpr auto operator<=>(Row, Row) = default; // NOLINT(modernize-use-nullptr)
};

using ResearcherRow = Row<struct ResearcherTag, std::uint32_t>;
using FirmRow = Row<struct FirmTag, std::uint32_t>;
using CountryRow = Row<struct CountryTag, std::uint8_t>;
using VisaRow = Row<struct VisaTag, std::uint8_t>;
using DriveRow = Row<struct DriveTag, std::uint16_t>;

/// One property of all agents of a table, addressed by the rows of that table and no other.
template <class RowType, class Value>
class Column {
  public:
    Column() = default;

    explicit Column(std::size_t size, Value value = {}) : values_(size, value) {}

    [[nodiscard]] Value& operator[](RowType row) { return values_[row.at()]; }

    [[nodiscard]] Value const& operator[](RowType row) const { return values_[row.at()]; }

    [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }

    [[nodiscard]] std::size_t bytes() const noexcept { return values_.capacity() * sizeof(Value); }

    void resize(std::size_t size) { values_.resize(size); }

    void reserve(std::size_t size) { values_.reserve(size); }

    void assign(std::size_t size, Value value) { values_.assign(size, value); }

    void push_back(Value value) { values_.push_back(std::move(value)); }

    [[nodiscard]] auto begin() noexcept { return values_.begin(); }

    [[nodiscard]] auto end() noexcept { return values_.end(); }

    [[nodiscard]] auto begin() const noexcept { return values_.begin(); }

    [[nodiscard]] auto end() const noexcept { return values_.end(); }

    [[nodiscard]] Value const* data() const noexcept { return values_.data(); }

    friend bool operator==(Column const&, Column const&) = default;

  private:
    std::vector<Value, ColumnMemory<Value>> values_;
};

template <class Value>
using ResearcherColumn = Column<ResearcherRow, Value>;
template <class Value>
using FirmColumn = Column<FirmRow, Value>;
template <class Value>
using CountryColumn = Column<CountryRow, Value>;

} // namespace talentsim
