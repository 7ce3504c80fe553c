#pragma once

#include <cstdint>
#include <filesystem>

namespace talentsim {

/// What to do about a file that exists under the name of an output.
enum class Existing { refuse, replace };

/// Where a path leads if symbolic links are followed, even to a file that does not exist yet.
///
/// @throws InputError if the links go in a circle
[[nodiscard]] std::filesystem::path end_of_links(std::filesystem::path path);

/// The name of an output that is not whole yet: `PATH.part`, beside the file that PATH leads to.
[[nodiscard]] std::filesystem::path part_of(std::filesystem::path const& path);

/// Whether a file could be written to this path, without touching anything: its folder exists and
/// is writable, or can be made; nothing is there already, or it may be replaced; and its part is
/// missing, left by a stopped run, or may be replaced, too.
///
/// @throws InputError that says what stands in the way
void check_output(std::filesystem::path const& path, Existing existing);

/// @throws InputError if the disk of an output that check_output accepts has less room than this
void must_have_room(std::filesystem::path const& path, std::uint64_t bytes);

/// A file that is written as `PATH.part` and appears under its name only once it is whole, so that
/// whoever finds PATH finds all of it. One process at a time: the part is locked while it is
/// written, and one that a stopped or killed run left behind, which holds no lock, is written anew.
/// A path that is a symbolic link stays one: the file that it leads to is written.
class PartFile {
  public:
    /// Makes the folders and the empty part.
    /// @throws InputError if check_output would, or if another process is writing the same part
    PartFile(std::filesystem::path path, Existing existing);

    PartFile(PartFile const&) = delete;
    PartFile& operator=(PartFile const&) = delete;
    PartFile(PartFile&&) = delete;
    PartFile& operator=(PartFile&&) = delete;
    /// Leaves the part as it is, unless publish or remove was called.
    ~PartFile();

    /// Where to write.
    [[nodiscard]] std::filesystem::path const& part() const noexcept { return part_; }

    /// Brings the part to the disk and gives it its name; whoever wrote it has closed it.
    /// @throws RunError if the system refuses
    void publish();

    /// Deletes the part; nothing once it is published.
    void remove() noexcept;

  private:
    std::filesystem::path path_;   ///< as it was given
    std::filesystem::path target_; ///< what it leads to
    std::filesystem::path part_;
    int descriptor_ = -1; ///< open on the part, and holding its lock
};

} // namespace talentsim
