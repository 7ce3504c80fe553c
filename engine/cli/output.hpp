#pragma once

#include <cstdio>
#include <fmt/format.h>
#include <iterator>

namespace talentsim {

/// Text to a stream that may be full or closed. The stream then remembers that it failed; nothing
/// is thrown, for whoever has an error to tell must not fall over another one.
inline void write_text(std::FILE* stream, fmt::string_view format, fmt::format_args values) {
    fmt::memory_buffer text;
    fmt::vformat_to(std::back_inserter(text), format, values);
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream));
}

/// Results, to stdout; main tells whether they arrived.
template <class... Values>
void print(fmt::format_string<Values...> format, Values const&... values) {
    write_text(stdout, format, fmt::make_format_args(values...));
}

/// Everything else, to stderr. Where there is no memory left for the words, other words say so.
template <class... Values>
void print_error(fmt::format_string<Values...> format, Values const&... values) noexcept {
    try {
        write_text(stderr, format, fmt::make_format_args(values...));
    } catch (...) {
        static_cast<void>(std::fputs("an error, and no memory to say which\n", stderr));
    }
}

} // namespace talentsim
