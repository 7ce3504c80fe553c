#include "engine/io/text_lines.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace talentsim {

namespace {

std::string trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    auto const first = text.find_first_not_of(blank);
    auto const last = text.find_last_not_of(blank);
    return first == std::string_view::npos ? "" : std::string{text.substr(first, last - first + 1)};
}

/// The comment in the rest of a line that begins with a scalar or goes on after one.
std::string comment_in(std::string_view line) {
    char quote = '\0'; // that is open
    char before = ':';
    for (std::size_t i = 0; i < line.size(); before = line[i++]) {
        char const c = line[i];
        if (quote == '"' && c == '\\') {
            ++i; // what is escaped closes nothing
        } else if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '#' && (before == ' ' || before == '\t')) {
            return trimmed(line.substr(i + 1));
        } else if ((c == '"' || c == '\'') &&
                   std::string_view{" \t:,[{'"}.find(before) != std::string_view::npos) {
            quote = c;
        }
    }
    return "";
}

} // namespace

TextLines::TextLines(std::string const& text, Place start)
    : text_{text}, start_{std::move(start)}, starts_{0} {
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (text[i] == '\n') {
            starts_.push_back(i + 1);
        }
    }
}

Place TextLines::place(std::size_t offset) {
    if (start_.on_command_line()) {
        return start_;
    }
    auto place = start_;
    auto const row = row_of(offset);
    place.line = static_cast<int>(row) + 1;
    place.column = characters(row, std::min(offset, text_.size())) + 1;
    return place;
}

std::string TextLines::comment(std::size_t offset, std::string const& scalar) {
    auto const row = row_of(offset);
    if (row != comment_row_) { // the first scalar of a line finds it for all
        auto const end = row + 1 < starts_.size() ? starts_[row + 1] - 1 : text_.size();
        std::string_view line{text_.data() + offset, end - offset};
        if (line.starts_with(scalar)) {
            line.remove_prefix(scalar.size());
        }
        comment_row_ = row;
        comment_ = comment_in(line);
    }
    return comment_;
}

std::optional<std::size_t> TextLines::tab_in_indentation(std::size_t offset) const {
    auto const start = starts_[row_of(offset)];
    auto const end = std::min(text_.size(), text_.find_first_not_of(" \t", start));
    auto const tab = std::string_view{text_}.substr(start, end - start).find('\t');
    return tab == std::string_view::npos ? std::nullopt : std::optional{start + tab};
}

std::size_t TextLines::row_of(std::size_t offset) const {
    auto const next = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return static_cast<std::size_t>(next - starts_.begin()) - 1;
}

int TextLines::characters(std::size_t row, std::size_t offset) {
    if (row != counted_row_ || offset < counted_) {
        counted_row_ = row;
        counted_ = starts_[row];
        characters_ = 0;
    }
    for (; counted_ != offset; ++counted_) {
        bool const continues = (static_cast<unsigned char>(text_[counted_]) & 0xC0U) == 0x80U;
        characters_ += continues ? 0 : 1;
    }
    return characters_;
}

} // namespace talentsim
