#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace talentsim {

/// Whether headings stand out, as on a terminal, or the text is plain.
enum class TableStyle { plain, terminal };

/// Rows of words under a heading, in columns as wide as their words: the first one to the left, the
/// others to the right. Columns without any words are left out.
class TextTable {
  public:
    /// @param widest  columns of the terminal that a cell of the first column may take; what is
    ///                longer is cut
    TextTable(std::vector<std::string> heading, std::size_t widest);

    /// One cell per column of the heading; missing ones are empty.
    void add(std::vector<std::string> cells);
    /// A line across all columns.
    void note(std::string const& words);

    /// Rows added, notes not counted.
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

    [[nodiscard]] std::string text(TableStyle style) const;

  private:
    struct Line {
        std::vector<std::string> cells;
        bool is_note = false;
    };

    std::size_t widest_;
    std::vector<Line> lines_; ///< the heading first
    std::size_t rows_ = 0;
};

// Numbers in words of a few characters; a dash for NaN, as there is nothing to say.

/// 12,345; from ten million on as rounded says it
[[nodiscard]] std::string whole(double value);
/// +12,345
[[nodiscard]] std::string signed_whole(double value);
/// 12.3% of a share of .123, 1.23% of .0123
[[nodiscard]] std::string percent(double share);
/// +12.3%
[[nodiscard]] std::string signed_percent(double share);
/// 950, 1.2k, 14.3M, 2.1G
[[nodiscard]] std::string rounded(double value);

/// Columns of a terminal that a text in UTF-8 takes: two for most characters of East Asia.
[[nodiscard]] std::size_t columns_of(std::string const& text);

} // namespace talentsim
