#include "engine/io/hdf5_handle.hpp"

#include <utility>

#include "engine/io/hdf5_error.hpp"

namespace talentsim {

Hdf5Handle::Hdf5Handle(Hdf5Handle&& other) noexcept
    : id_{std::exchange(other.id_, H5I_INVALID_HID)},
      release_{std::exchange(other.release_, nullptr)} {}

Hdf5Handle& Hdf5Handle::operator=(Hdf5Handle&& other) noexcept {
    if (this != &other) {
        release();
        id_ = std::exchange(other.id_, H5I_INVALID_HID);
        release_ = std::exchange(other.release_, nullptr);
    }
    return *this;
}

Hdf5Handle::~Hdf5Handle() { release(); }

herr_t Hdf5Handle::release() noexcept {
    hid_t const id = std::exchange(id_, H5I_INVALID_HID);
    if (id < 0) {
        return 0;
    }
    prepare_hdf5();
    return release_(id);
}

Hdf5Handle hdf5_handle(hid_t id, Hdf5Handle::Release release, std::string const& place,
                       std::string const& operation) {
    return {hdf5_checked(id, place, operation), release};
}

Hdf5Handle hdf5_space(Hdf5Extent const& sizes, std::string const& place) {
    return hdf5_handle(
        sizes.empty() ? H5Screate(H5S_SCALAR)
                      : H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr),
        H5Sclose, place, "describe the shape of an array");
}

Hdf5Handle hdf5_properties(hid_t kind, std::string const& place) {
    return hdf5_handle(H5Pcreate(kind), H5Pclose, place, "prepare the library");
}

} // namespace talentsim
