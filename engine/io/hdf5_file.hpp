#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/io/hdf5_object.hpp"
#include "engine/simulation/variables.hpp"

namespace talentsim {

// A thin layer over the C library of HDF5: identifiers that close themselves, and errors that say
// which file, what was tried, and what the system answered. Everything thrown here is a RunError;
// whoever reads a file given by the user says what it means.

/// An array in a file: contiguous, of fixed size, as contiguous arrays need neither filters nor an
/// index to be read.
class Hdf5Dataset : public Hdf5Object {
  public:
    using Hdf5Object::Hdf5Object;

    /// Writes a block of the array, in row-major order.
    void write(Hdf5Extent const& from, Hdf5Extent const& sizes, Values const& values) const;
    /// Reads a block into values of the same type and size.
    void read(Hdf5Extent const& from, Hdf5Extent const& sizes, Values& values) const;
    /// All values, of whole numbers or of doubles.
    [[nodiscard]] Values all(Measure measure) const;
    [[nodiscard]] std::vector<std::string> texts() const;
    [[nodiscard]] Hdf5Extent sizes() const;

    /// Declares this to be the coordinate of a dimension.
    void make_scale(std::string const& dimension) const;
    /// Gives dimension `position` its coordinate.
    void attach_scale(Hdf5Dataset const& scale, std::size_t position) const;
};

/// A group, or the whole file as its root group. Members are listed in the order of their making.
class Hdf5Group : public Hdf5Object {
  public:
    using Hdf5Object::Hdf5Object;

    [[nodiscard]] Hdf5Group make_group(std::string const& name) const;
    [[nodiscard]] Hdf5Group group(std::string const& name) const;
    /// An array of whole numbers (zeros), or of doubles (NaN, and told so by _FillValue).
    [[nodiscard]] Hdf5Dataset make_dataset(std::string const& name, Measure measure,
                                           Hdf5Extent const& sizes) const;
    /// A list of texts in UTF-8, each of its own length.
    [[nodiscard]] Hdf5Dataset make_texts(std::string const& name,
                                         std::vector<std::string> const& texts) const;
    /// A single text.
    [[nodiscard]] Hdf5Dataset make_text(std::string const& name, std::string const& text) const;
    [[nodiscard]] Hdf5Dataset dataset(std::string const& name) const;
    [[nodiscard]] bool has(std::string const& name) const;
    /// Gives the system everything written so far.
    void flush() const;
};

/// A new file, over whatever is there. The file is not locked: PartFile does that.
[[nodiscard]] Hdf5Group create_hdf5_file(std::filesystem::path const& path);

/// A file to be read.
[[nodiscard]] Hdf5Group open_hdf5_file(std::filesystem::path const& path);

/// Whether the file begins as HDF5 does.
[[nodiscard]] bool is_hdf5_file(std::filesystem::path const& path);

} // namespace talentsim
