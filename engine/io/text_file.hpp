#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/io/mistakes.hpp"

namespace talentsim {

/// Who asked for a file: the command line, or a key of another file.
struct FileRequest {
    std::filesystem::path path;
    Place asked{};     ///< of the value that names the file; unused if key is empty
    std::string key{}; ///< that names the file; empty: the command line did
};

/// The text of a file, at most 64 MiB in UTF-8 without control characters; without its byte order
/// mark, if it has one. Nothing, and a mistake, if it cannot be had.
[[nodiscard]] std::optional<std::string> read_text_file(FileRequest const& request,
                                                        Mistakes& mistakes);

} // namespace talentsim
