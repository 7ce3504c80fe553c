#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/column_memory.hpp"
#include "engine/core/ids.hpp"
#include "engine/core/units.hpp"

namespace talentsim {

/// Somebody whom one knows, and since when. Rows are used again: it is still the same person if
/// whoever is in the row entered the world no later than the tie was made.
struct Tie {
    ResearcherRow whom;     ///< nobody: no tie
    std::uint16_t made = 0; ///< month in which it was made, plus 1; 0 at founding

    friend bool operator==(Tie const&, Tie const&) = default;
};

/// Whom everybody knows: the same small number of places for each, in rows one after another, the
/// latest tie first. Ties point one way. Empty where the mechanism is off.
///
/// The two parts of a tie stand apart, so that one takes 6 bytes. Whether somebody known is still
/// there is asked far more often than anything else about them, in no order of rows: the month of
/// entry is kept here once more, in 2 bytes that fit in a cache where an identity does not.
class TieTable {
  public:
    /// The most places that a person may have.
    static constexpr std::size_t most_ties = 16;

    /// The entry of a row in which nobody is: after any tie was made.
    static constexpr std::uint16_t nobody = 0xffff;

    TieTable() = default;

    explicit TieTable(std::size_t ties_each) : each_{ties_each} {}

    [[nodiscard]] std::size_t each() const noexcept { return each_; }

    /// People who have places.
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }

    void resize(std::size_t people) {
        rows_.resize(people * each_);
        made_.resize(people * each_);
        entries_.resize(people, nobody);
    }

    [[nodiscard]] std::size_t bytes() const noexcept {
        return rows_.capacity() * sizeof(ResearcherRow) +
               (made_.capacity() + entries_.capacity()) * sizeof(std::uint16_t);
    }

    /// Somebody is in a row from now on, or (with `nobody`) no more. Rows without places are let
    /// be: they get both later.
    ///
    /// @param entry  month in which that person entered the world, plus 1; 0 for founding residents
    void note_entry(ResearcherRow row, std::uint16_t entry) {
        if (row.at() < size()) {
            entries_[row.at()] = entry;
        }
    }

    /// The entry of whoever is in a row that has places, or `nobody`.
    [[nodiscard]] std::uint16_t entry(ResearcherRow row) const { return entries_[row.at()]; }

    /// Whether a tie in somebody's row is theirs, not that of who was in the row before, and leads
    /// to somebody who has not left the world of work.
    [[nodiscard]] bool is_alive(ResearcherRow who, Tie tie) const {
        return tie.whom.exists() && entry(who) <= tie.made && entry(tie.whom) <= tie.made;
    }

    /// The tie in a place of somebody who has places.
    [[nodiscard]] Tie at(ResearcherRow who, std::size_t place) const {
        std::size_t const i = who.at() * each_ + place;
        return {.whom = rows_[i], .made = made_[i]};
    }

    void set(ResearcherRow who, std::size_t place, Tie tie) {
        std::size_t const i = who.at() * each_ + place;
        rows_[i] = tie.whom;
        made_[i] = tie.made;
    }

    /// Who was hired in the month that ended last and may name former colleagues; in the order of
    /// rows.
    std::vector<ResearcherRow> recent_hires;

    friend bool operator==(TieTable const&, TieTable const&) = default;

  private:
    std::size_t each_ = 0;
    std::vector<ResearcherRow, ColumnMemory<ResearcherRow>> rows_;
    std::vector<std::uint16_t, ColumnMemory<std::uint16_t>> made_;
    std::vector<std::uint16_t, ColumnMemory<std::uint16_t>> entries_;
};

} // namespace talentsim
