#pragma once

#include <string>
#include <vector>

#include <hdf5.h>

namespace talentsim {

/// An identifier of the HDF5 library, released when it goes out of scope.
class Hdf5Handle {
  public:
    using Release = herr_t (*)(hid_t);

    Hdf5Handle() = default;

    Hdf5Handle(hid_t id, Release release_by) : id_{id}, release_{release_by} {}

    Hdf5Handle(Hdf5Handle const&) = delete;
    Hdf5Handle& operator=(Hdf5Handle const&) = delete;
    Hdf5Handle(Hdf5Handle&& other) noexcept;
    Hdf5Handle& operator=(Hdf5Handle&& other) noexcept;
    ~Hdf5Handle();

    [[nodiscard]] hid_t id() const noexcept { return id_; }

    /// Releases it now; negative if that fails, as when cached data cannot be written.
    herr_t release() noexcept;

  private:
    hid_t id_ = H5I_INVALID_HID;
    Release release_ = nullptr;
};

/// The identifier as a handle.
/// @throws RunError "PLACE: cannot OPERATION (REASON)" if it is none
[[nodiscard]] Hdf5Handle hdf5_handle(hid_t id, Hdf5Handle::Release release,
                                     std::string const& place, std::string const& operation);

/// Sizes of an array, or a place in it.
using Hdf5Extent = std::vector<hsize_t>;

/// A shape; that of a single value if there are no sizes.
[[nodiscard]] Hdf5Handle hdf5_space(Hdf5Extent const& sizes, std::string const& place);

/// A list of properties, all at their defaults.
[[nodiscard]] Hdf5Handle hdf5_properties(hid_t kind, std::string const& place);

} // namespace talentsim
