#pragma once

#include <string>
#include <vector>

#include "engine/io/hdf5_handle.hpp"

namespace talentsim {

/// The text with what is not UTF-8, or would end a C string, replaced by U+FFFD: readers in Python
/// refuse anything else, and paths and command lines may hold any bytes.
[[nodiscard]] std::string as_utf8(std::string const& text);

/// Texts of any length, in UTF-8: those of fixed length break selection by name in xarray.
[[nodiscard]] Hdf5Handle hdf5_text_type(std::string const& place);

/// Texts as HDF5 takes them, alive as long as this is.
class Hdf5Texts {
  public:
    explicit Hdf5Texts(std::vector<std::string> const& texts);

    [[nodiscard]] void const* data() const noexcept { return pointers_.data(); }

  private:
    std::vector<std::string> texts_;
    std::vector<char const*> pointers_;
};

/// Texts that HDF5 has allocated, moved into strings.
[[nodiscard]] std::vector<std::string> taken_from_hdf5(std::vector<char*> const& found);

} // namespace talentsim
