#pragma once

#include <cstdio>
#include <fmt/format.h>
#include <utility>

namespace talentsim {

/// Results, to stdout.
template <class... Values>
void print(fmt::format_string<Values...> format, Values&&... values) {
    fmt::print(stdout, format, std::forward<Values>(values)...);
}

/// Everything else, to stderr.
template <class... Values>
void print_error(fmt::format_string<Values...> format, Values&&... values) {
    fmt::print(stderr, format, std::forward<Values>(values)...);
}

} // namespace talentsim
