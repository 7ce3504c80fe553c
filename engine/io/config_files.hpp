#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/io/config_tree.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/provenance.hpp"
#include "engine/io/text_file.hpp"

namespace talentsim {

/// Reads configuration files and keeps what was in them.
class ConfigFiles {
  public:
    explicit ConfigFiles(Mistakes& mistakes) : mistakes_{mistakes} {}

    /// The map in a file; nothing, and mistakes, if there is none.
    [[nodiscard]] std::optional<ConfigNode> read(FileRequest const& request);

    /// The map in a file, laid over that of the file it extends, and so on. `extends` itself is
    /// left out. is_whole() tells whether all of the chain could be read.
    [[nodiscard]] ConfigNode read_with_extended(FileRequest request);

    [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }

    [[nodiscard]] std::vector<SourceFile> take_files() { return std::move(files_); }

  private:
    [[nodiscard]] std::optional<FileRequest>
    extended_by(ConfigNode& tree, std::vector<std::filesystem::path> const& chain);

    Mistakes& mistakes_;
    std::vector<SourceFile> files_;
    bool is_whole_ = true;
};

/// A path as a file means it: relative to the folder of the file that says it.
[[nodiscard]] std::filesystem::path path_beside(Place const& place, std::string const& text);

/// Whether a node is text that can name a file; a mistake at `key` if not, as for an address of the
/// web, or control characters, which no file that is meant has in its name.
[[nodiscard]] bool names_file(ConfigNode const& node, std::string const& key, Mistakes& mistakes);

/// Whether a node is text that can name a file or a title; a mistake at `key` if not.
[[nodiscard]] bool is_text(ConfigNode const& node, std::string const& key,
                           std::string const& accepted, Mistakes& mistakes);

} // namespace talentsim
