#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/hdf5_handle.hpp"

namespace talentsim {

/// Something that has attributes: a group or a dataset.
class Hdf5Object {
  public:
    Hdf5Object(Hdf5Handle handle, std::string place)
        : handle_{std::move(handle)}, place_{std::move(place)} {}

    void write_attribute(std::string const& name, std::string const& text) const;
    void write_attribute(std::string const& name, std::int64_t number) const;
    void write_attribute(std::string const& name, double number) const;
    /// A list of texts; none at all if it is empty, which netCDF could not read.
    void write_attribute(std::string const& name, std::vector<std::string> const& texts) const;

    [[nodiscard]] bool has_attribute(std::string const& name) const;
    [[nodiscard]] std::string text_attribute(std::string const& name) const;
    [[nodiscard]] std::int64_t integer_attribute(std::string const& name) const;
    [[nodiscard]] double number_attribute(std::string const& name) const;
    /// The texts of an attribute; empty if there is no such attribute.
    [[nodiscard]] std::vector<std::string> texts_attribute(std::string const& name) const;

    /// Closes it, which may be when its last bytes are written.
    void close();

    /// File and path in the file, as errors name it.
    [[nodiscard]] std::string const& place() const noexcept { return place_; }

    [[nodiscard]] hid_t id() const noexcept { return handle_.id(); }

  private:
    Hdf5Handle handle_;
    std::string place_;
};

} // namespace talentsim
