#include "engine/io/part_file.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/io/hdf5_file.hpp"
#include "engine/io/results_writer.hpp"

namespace talentsim {

namespace {

namespace fs = std::filesystem;

std::string reason(int error) { return std::generic_category().message(error); }

/// The folder a path would be written to; `.` for a bare name.
fs::path folder_of(fs::path const& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// The nearest folder above a path that exists already.
fs::path existing_folder_above(fs::path const& path) {
    fs::path folder = folder_of(path);
    std::error_code ignored;
    while (!fs::exists(fs::symlink_status(folder, ignored)) && folder != folder_of(folder)) {
        folder = folder_of(folder);
    }
    return folder;
}

/// As 512 bytes, 117 KB, 2.5 GB; in three digits.
std::string size_text(std::uint64_t bytes) {
    constexpr std::array units{"KB", "MB", "GB", "TB", "PB", "EB"};
    constexpr double step = 1000.0;
    if (static_cast<double>(bytes) < step) {
        return fmt::format("{} bytes", bytes);
    }
    double size = static_cast<double>(bytes) / step;
    std::size_t unit = 0;
    while (size >= step - 0.5 && unit + 1 != units.size()) {
        size /= step;
        ++unit;
    }
    return fmt::format("{:.3g} {}", size, units.at(unit));
}

/// Whether a descriptor is still open on the file of that name, and not on a former one.
bool is_open_on(int descriptor, fs::path const& path) {
    struct stat opened {};

    struct stat named {};

    return fstat(descriptor, &opened) == 0 && stat(path.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// Whether a part can only be what a run of ours left behind: results, or nothing at all, or HDF5
/// that breaks off.
bool is_left_by_run(fs::path const& part) {
    std::error_code none_there;
    if (fs::file_size(part, none_there) == 0) {
        return true;
    }
    try {
        if (!is_hdf5_file(part)) {
            return false;
        }
        Hdf5Group const file = open_hdf5_file(part);
        return file.has_attribute("format") && file.text_attribute("format") == results_format;
    } catch (RunError const&) {
        return true; // it was killed while it wrote
    }
}

void check_part(fs::path const& path, Existing existing) {
    fs::path const part = part_of(path);
    std::error_code ignored;
    auto const found = fs::symlink_status(part, ignored);
    if (!fs::exists(found)) {
        return;
    }
    if (!fs::is_regular_file(found)) {
        throw InputError{fmt::format("{}: cannot be written, because {} is no ordinary file "
                                     "(results are written under that name until they are whole)",
                                     path.string(), part.string())};
    }
    if (existing == Existing::refuse && !is_left_by_run(part)) {
        throw InputError{
            fmt::format("{}: cannot be written, because {} exists and is not what a stopped run "
                        "left (--force replaces it)",
                        path.string(), part.string())};
    }
}

[[noreturn]] void refuse_second_writer(fs::path const& path, fs::path const& part) {
    throw InputError{
        fmt::format("{}: another process is writing it now, as {} (wait for it, or name "
                    "another output)",
                    path.string(), part.string())};
}

/// Whether another process holds the lock of a part; what it has written so far says nothing.
void must_be_free(fs::path const& path) {
    fs::path const part = part_of(path);
    int const descriptor = open(part.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor == -1) {
        return; // nothing there, or nothing that could be locked
    }
    bool const is_locked = flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    close(descriptor);
    if (is_locked) {
        refuse_second_writer(path, part);
    }
}

/// Opens and locks a part; it may hold what a killed process left.
int locked_part(fs::path const& path, fs::path const& part) {
    while (true) {
        int const descriptor = open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor == -1) {
            throw InputError{
                fmt::format("{}: cannot be created ({})", part.string(), reason(errno))};
        }
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            int const error = errno;
            close(descriptor);
            if (error == EWOULDBLOCK) {
                refuse_second_writer(path, part);
            }
            throw InputError{
                fmt::format("{}: cannot be locked ({})", part.string(), reason(error))};
        }
        // Between opening and locking, another process may have finished with it and renamed it.
        if (is_open_on(descriptor, part)) {
            return descriptor;
        }
        close(descriptor);
    }
}

/// Whether the system takes names as long as those of a path, told before any folder is made.
void must_have_name_that_fits(fs::path const& path) {
    constexpr std::size_t room_for_ending = 5; // of the part
    auto const refuse = [&](std::size_t most) {
        throw InputError{
            fmt::format("'{}...': has a name too long for this system (at most {} bytes)",
                        path.string().substr(0, 60), most)};
    };
    if (path.native().size() + room_for_ending >= PATH_MAX) {
        refuse(PATH_MAX - room_for_ending - 1);
    }
    for (fs::path const& name : path) {
        if (name.native().size() + room_for_ending > NAME_MAX) {
            refuse(NAME_MAX - room_for_ending);
        }
    }
}

/// Whether a file may be written under this name, in the folder that it leads to.
void check_place(fs::path const& path, Existing existing) {
    std::error_code ignored;
    if (path.empty() || !path.has_filename()) {
        throw InputError{
            fmt::format("'{}': names no file (give the path of a file to write)", path.string())};
    }
    must_have_name_that_fits(path);
    auto const found = fs::status(path, ignored);
    if (fs::is_directory(found)) {
        throw InputError{fmt::format("{}: is a folder (give the path of a file)", path.string())};
    }
    if (fs::exists(found) && !fs::is_regular_file(found)) {
        throw InputError{fmt::format("{}: is no ordinary file (results are written beside it and "
                                     "then renamed, so it would be replaced)",
                                     path.string())};
    }
    if (fs::exists(found) && existing == Existing::refuse) {
        throw InputError{fmt::format("{}: exists already (--force replaces it)", path.string())};
    }
    fs::path const folder = existing_folder_above(end_of_links(path));
    auto const above = fs::status(folder, ignored);
    if (!fs::is_directory(above)) {
        throw InputError{fmt::format("{}: cannot be written, because {} {}", path.string(),
                                     folder.string(),
                                     fs::exists(above) ? "is not a folder" : "does not exist")};
    }
    if (access(folder.c_str(), W_OK | X_OK) != 0) {
        throw InputError{fmt::format("{}: cannot be written to the folder {} ({})", path.string(),
                                     folder.string(), reason(errno))};
    }
}

} // namespace

fs::path end_of_links(fs::path path) {
    constexpr int longest_chain = 40; // as Linux has it
    fs::path const given = path;
    std::error_code ignored;
    for (int links = 0; fs::is_symlink(fs::symlink_status(path, ignored)); ++links) {
        if (links == longest_chain) {
            throw InputError{fmt::format("{}: is a symbolic link that leads in a circle (give the "
                                         "path of a file)",
                                         given.string())};
        }
        path = path.parent_path() / fs::read_symlink(path, ignored);
    }
    return path;
}

fs::path part_of(fs::path const& path) {
    fs::path part = end_of_links(path);
    part += ".part";
    return part;
}

void check_output(fs::path const& path, Existing existing) {
    check_place(path, existing);
    must_be_free(path);
    check_part(path, existing);
}

void must_have_room(fs::path const& path, std::uint64_t bytes) {
    std::error_code error;
    auto const disk = fs::space(existing_folder_above(end_of_links(path)), error);
    bool const is_known = !error && disk.capacity > 0; // which that of /proc is not
    if (is_known && disk.available < bytes) {
        throw InputError{fmt::format("{}: needs {}, and its disk has {} left (a file on a disk "
                                     "with more room, or fewer variables by --record)",
                                     path.string(), size_text(bytes), size_text(disk.available))};
    }
}

PartFile::PartFile(fs::path path, Existing existing)
    : path_{std::move(path)}, target_{end_of_links(path_)}, part_{part_of(path_)} {
    check_output(path_, existing);
    std::error_code error;
    fs::create_directories(folder_of(target_), error);
    if (error) {
        throw InputError{fmt::format("{}: its folder cannot be made ({})", path_.string(),
                                     reason(error.value()))};
    }
    descriptor_ = locked_part(path_, part_);
    try {
        check_place(path_, existing); // another process may have finished it in between
        check_part(path_, existing);
    } catch (...) {
        close(std::exchange(descriptor_, -1));
        if (std::error_code ignored; fs::file_size(part_, ignored) == 0) {
            fs::remove(part_, ignored); // made a moment ago
        }
        throw;
    }
}

PartFile::~PartFile() {
    if (descriptor_ != -1) {
        close(descriptor_);
    }
}

void PartFile::publish() {
    if (fsync(descriptor_) != 0) {
        throw RunError{
            fmt::format("{}: cannot be brought to the disk ({})", part_.string(), reason(errno))};
    }
    if (std::rename(part_.c_str(), target_.c_str()) != 0) {
        throw RunError{fmt::format("{}: cannot be renamed to {} ({})", part_.string(),
                                   target_.string(), reason(errno))};
    }
    close(std::exchange(descriptor_, -1));
    // The name is on the disk once the folder is; a system that cannot do this is left alone.
    int const folder = open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder != -1) {
        fsync(folder);
        close(folder);
    }
}

void PartFile::remove() noexcept {
    if (descriptor_ != -1) { // as long as it is ours
        std::error_code ignored;
        fs::remove(part_, ignored);
        close(std::exchange(descriptor_, -1));
    }
}

} // namespace talentsim
