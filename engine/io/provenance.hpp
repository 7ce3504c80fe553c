#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace talentsim {

/// A file of the user's, as it was written.
struct SourceFile {
    std::string name; ///< as it was given or referred to
    std::string text;
};

/// Where results come from: everything needed to make them again, and to judge them.
struct Provenance {
    /// The scenario, the files it extends and the policies, in the order in which they apply.
    std::vector<SourceFile> files;
    std::string resolved; ///< the whole scenario after files, --set and policies, in YAML
    std::int64_t seed = 0;
    std::string version;
    std::string commit;
    std::string compiler;
    std::string command_line;
    std::size_t threads = 1;
    std::size_t cited_figures = 0;            ///< numbers in the files that cite a source
    std::vector<std::string> assumed_figures; ///< paths of those that say they are assumed
    std::vector<std::string> silent_figures;  ///< paths of those that say nothing
    std::chrono::system_clock::time_point start;
    std::chrono::system_clock::time_point end; ///< set by the writer when the run is whole
    std::string record = "standard";           ///< the same
};

/// The generator of random numbers, as files name it.
inline constexpr char const* random_generator = "philox4x32-10";

/// A point in time in UTC, as `2026-01-31T12:00:00Z`.
[[nodiscard]] std::string utc_text(std::chrono::system_clock::time_point time);

/// The reverse of utc_text; the start of 1970 for a text of any other form.
[[nodiscard]] std::chrono::system_clock::time_point utc_time(std::string const& text);

class Hdf5Group;

/// Writes all but the end into a group. The digits of SHA-256 of `resolved` are written beside it.
void write_provenance(Hdf5Group const& group, Provenance const& provenance);

[[nodiscard]] Provenance read_provenance(Hdf5Group const& group);

} // namespace talentsim
