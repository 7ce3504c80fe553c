#pragma once

namespace talentsim {

/// Which build of the program this is.
struct BuildInfo {
    char const* version;   ///< of the project, as 0.1.0
    char const* commit;    ///< `git describe` when it was built; `unknown` outside a repository
    char const* compiler;  ///< name and version
    char const* scenarios; ///< folder of the scenarios it came with
};

[[nodiscard]] BuildInfo build_info();

} // namespace talentsim
