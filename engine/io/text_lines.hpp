#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/io/mistakes.hpp"

namespace talentsim {

/// The lines of a text: turns offsets in bytes into places, and finds the comments at the ends of
/// lines. Quick when asked from the start of the text to its end.
class TextLines {
  public:
    /// @param text   in UTF-8; must outlive this
    /// @param start  the file as a whole, or the command line, of whose text every place is the
    /// same
    TextLines(std::string const& text, Place start);

    [[nodiscard]] Place place(std::size_t offset);

    /// The comment that ends the line on which a YAML scalar starts, without the #.
    ///
    /// @param scalar  the text of the scalar, without quotes
    [[nodiscard]] std::string comment(std::size_t offset, std::string const& scalar);

    /// Where the first tab is among the blanks that the line begins with [bytes]; nothing if there
    /// is none.
    [[nodiscard]] std::optional<std::size_t> tab_in_indentation(std::size_t offset) const;

  private:
    [[nodiscard]] std::size_t row_of(std::size_t offset) const;
    /// Characters between the start of a line and an offset.
    [[nodiscard]] int characters(std::size_t row, std::size_t offset);

    std::string const& text_;
    Place start_;
    std::vector<std::size_t> starts_; ///< of lines
    std::size_t counted_row_ = 0;
    std::size_t counted_ = 0; ///< bytes into the text
    int characters_ = 0;
    std::size_t comment_row_ = static_cast<std::size_t>(-1);
    std::string comment_;
};

} // namespace talentsim
