#pragma once

#include <cstdio>
#include <unistd.h>

namespace talentsim {

/// Whether a stream goes to a terminal, where lines can be written over and headings stand out.
[[nodiscard]] inline bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

} // namespace talentsim
