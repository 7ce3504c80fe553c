#include "engine/io/hdf5_file.hpp"

#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

#include <hdf5_hl.h>

#include "engine/core/error.hpp"
#include "engine/io/hdf5_error.hpp"
#include "engine/io/hdf5_text.hpp"

namespace talentsim {

namespace {

/// Properties of a new object that lists its attributes, and its members if it has any, in the
/// order in which they were made.
Hdf5Handle ordered_properties(hid_t kind, std::string const& place) {
    constexpr unsigned in_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    Hdf5Handle properties = hdf5_properties(kind, place);
    hdf5_checked(H5Pset_attr_creation_order(properties.id(), in_order), place, "order attributes");
    if (kind != H5P_DATASET_CREATE) {
        hdf5_checked(H5Pset_link_creation_order(properties.id(), in_order), place, "order members");
    }
    return properties;
}

Hdf5Extent sizes_of(hid_t space, std::string const& place) {
    int const rank = hdf5_checked(H5Sget_simple_extent_ndims(space), place, "read a shape");
    Hdf5Extent sizes(static_cast<std::size_t>(rank));
    hdf5_checked(H5Sget_simple_extent_dims(space, sizes.data(), nullptr), place, "read a shape");
    return sizes;
}

/// Cells of an array that the file really holds: a damaged shape must not cost any memory.
std::size_t stored_cells(Hdf5Dataset const& dataset, hsize_t bytes_per_cell) {
    hsize_t left = H5Dget_storage_size(dataset.id()) / bytes_per_cell;
    hsize_t cells = 1;
    for (hsize_t const size : dataset.sizes()) {
        if (size > left) {
            throw RunError{dataset.place() + ": has a shape larger than what is stored"};
        }
        cells *= size;
        left /= std::max<hsize_t>(size, 1);
    }
    return cells;
}

/// Spaces in memory and in the file of one block of a dataset.
std::pair<Hdf5Handle, Hdf5Handle> block(Hdf5Dataset const& dataset, Hdf5Extent const& from,
                                        Hdf5Extent const& sizes, std::size_t cells) {
    std::size_t selected = 1;
    for (hsize_t const size : sizes) {
        selected *= size;
    }
    expects(from.size() == sizes.size() && selected == cells,
            "Hdf5Dataset: a block has as many values as cells");
    Hdf5Handle in_file =
        hdf5_handle(H5Dget_space(dataset.id()), H5Sclose, dataset.place(), "find it");
    hdf5_checked(H5Sselect_hyperslab(in_file.id(), H5S_SELECT_SET, from.data(), nullptr,
                                     sizes.data(), nullptr),
                 dataset.place(), "select a part of it");
    return {hdf5_space(sizes, dataset.place()), std::move(in_file)};
}

Hdf5Dataset make_text_array(Hdf5Group const& group, std::string const& name,
                            Hdf5Extent const& sizes, std::vector<std::string> const& texts) {
    prepare_hdf5();
    std::string const operation = "write the texts " + name;
    Hdf5Handle const type = hdf5_text_type(group.place());
    Hdf5Handle const properties = ordered_properties(H5P_DATASET_CREATE, group.place());
    Hdf5Dataset dataset{hdf5_handle(H5Dcreate2(group.id(), name.c_str(), type.id(),
                                               hdf5_space(sizes, group.place()).id(), H5P_DEFAULT,
                                               properties.id(), H5P_DEFAULT),
                                    H5Dclose, group.place(), operation),
                        group.place() + "/" + name};
    hdf5_checked(
        H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, Hdf5Texts{texts}.data()),
        dataset.place(), operation);
    return dataset;
}

} // namespace

void Hdf5Dataset::write(Hdf5Extent const& from, Hdf5Extent const& sizes,
                        Values const& values) const {
    prepare_hdf5();
    std::visit(
        [&](auto const& all) {
            using Value = typename std::decay_t<decltype(all)>::value_type;
            auto const [in_memory, in_file] = block(*this, from, sizes, all.size());
            hdf5_checked(
                H5Dwrite(id(), std::is_same_v<Value, double> ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT64,
                         in_memory.id(), in_file.id(), H5P_DEFAULT, all.data()),
                place(), "be written");
        },
        values);
}

void Hdf5Dataset::read(Hdf5Extent const& from, Hdf5Extent const& sizes, Values& values) const {
    prepare_hdf5();
    std::visit(
        [&](auto& all) {
            using Value = typename std::decay_t<decltype(all)>::value_type;
            auto const [in_memory, in_file] = block(*this, from, sizes, all.size());
            hdf5_checked(
                H5Dread(id(), std::is_same_v<Value, double> ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT64,
                        in_memory.id(), in_file.id(), H5P_DEFAULT, all.data()),
                place(), "be read");
        },
        values);
}

Values Hdf5Dataset::all(Measure measure) const {
    std::size_t const cells = stored_cells(*this, sizeof(double));
    Values values = measure == Measure::count ? Values{std::vector<std::int64_t>(cells)}
                                              : Values{std::vector<double>(cells)};
    auto const whole = sizes();
    read(Hdf5Extent(whole.size(), 0), whole, values);
    return values;
}

std::vector<std::string> Hdf5Dataset::texts() const {
    std::vector<char*> found(stored_cells(*this, 1));
    hdf5_checked(
        H5Dread(id(), hdf5_text_type(place()).id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, found.data()),
        place(), "be read");
    return taken_from_hdf5(found);
}

Hdf5Extent Hdf5Dataset::sizes() const {
    prepare_hdf5();
    Hdf5Handle const space = hdf5_handle(H5Dget_space(id()), H5Sclose, place(), "be read");
    return sizes_of(space.id(), place());
}

void Hdf5Dataset::make_scale(std::string const& dimension) const {
    prepare_hdf5();
    hdf5_checked(H5DSset_scale(id(), dimension.c_str()), place(), "be made a coordinate");
}

void Hdf5Dataset::attach_scale(Hdf5Dataset const& scale, std::size_t position) const {
    prepare_hdf5();
    hdf5_checked(H5DSattach_scale(id(), scale.id(), static_cast<unsigned>(position)), place(),
                 "be given the coordinate " + scale.place());
}

Hdf5Group Hdf5Group::make_group(std::string const& name) const {
    prepare_hdf5();
    Hdf5Handle const properties = ordered_properties(H5P_GROUP_CREATE, place());
    return {hdf5_handle(H5Gcreate2(id(), name.c_str(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
                        H5Gclose, place(), "make the group " + name),
            place() + "/" + name};
}

Hdf5Group Hdf5Group::group(std::string const& name) const {
    prepare_hdf5();
    return {hdf5_handle(H5Gopen2(id(), name.c_str(), H5P_DEFAULT), H5Gclose, place(),
                        "find the group " + name),
            place() + "/" + name};
}

Hdf5Dataset Hdf5Group::make_dataset(std::string const& name, Measure measure,
                                    Hdf5Extent const& sizes) const {
    prepare_hdf5();
    std::string const operation = "make the array " + name;
    bool const is_count = measure == Measure::count;
    double const empty = std::numeric_limits<double>::quiet_NaN();
    Hdf5Handle const properties = ordered_properties(H5P_DATASET_CREATE, place());
    hdf5_checked(H5Pset_layout(properties.id(), H5D_CONTIGUOUS), place(), operation);
    if (!is_count) {
        hdf5_checked(H5Pset_fill_value(properties.id(), H5T_NATIVE_DOUBLE, &empty), place(),
                     operation);
    }
    Hdf5Dataset dataset{
        hdf5_handle(H5Dcreate2(id(), name.c_str(), is_count ? H5T_STD_I64LE : H5T_IEEE_F64LE,
                               hdf5_space(sizes, place()).id(), H5P_DEFAULT, properties.id(),
                               H5P_DEFAULT),
                    H5Dclose, place(), operation),
        place() + "/" + name};
    if (!is_count) {
        dataset.write_attribute("_FillValue", empty);
    }
    return dataset;
}

Hdf5Dataset Hdf5Group::make_texts(std::string const& name,
                                  std::vector<std::string> const& texts) const {
    return make_text_array(*this, name, {texts.size()}, texts);
}

Hdf5Dataset Hdf5Group::make_text(std::string const& name, std::string const& text) const {
    return make_text_array(*this, name, {}, {text});
}

Hdf5Dataset Hdf5Group::dataset(std::string const& name) const {
    prepare_hdf5();
    return {hdf5_handle(H5Dopen2(id(), name.c_str(), H5P_DEFAULT), H5Dclose, place(),
                        "find the array " + name),
            place() + "/" + name};
}

bool Hdf5Group::has(std::string const& name) const {
    prepare_hdf5();
    return hdf5_checked(H5Lexists(id(), name.c_str(), H5P_DEFAULT), place(), "look for " + name) >
           0;
}

void Hdf5Group::flush() const {
    prepare_hdf5();
    hdf5_checked(H5Fflush(id(), H5F_SCOPE_LOCAL), place(), "be written");
}

Hdf5Group create_hdf5_file(std::filesystem::path const& path) {
    prepare_hdf5();
    std::string const place = path.string();
    Hdf5Handle const creation = ordered_properties(H5P_FILE_CREATE, place);
    Hdf5Handle const access = hdf5_properties(H5P_FILE_ACCESS, place);
    hdf5_checked(H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG), place, "be made");
    hdf5_checked(H5Pset_file_locking(access.id(), false, true), place, "be made");
    return {hdf5_handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()),
                        H5Fclose, place, "be made"),
            place};
}

Hdf5Group open_hdf5_file(std::filesystem::path const& path) {
    prepare_hdf5();
    std::string const place = path.string();
    Hdf5Handle const access = hdf5_properties(H5P_FILE_ACCESS, place);
    hdf5_checked(H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG), place, "be opened");
    hdf5_checked(H5Pset_file_locking(access.id(), false, true), place, "be opened");
    return {hdf5_handle(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose, place,
                        "be opened"),
            place};
}

bool is_hdf5_file(std::filesystem::path const& path) {
    prepare_hdf5();
    return H5Fis_hdf5(path.c_str()) > 0;
}

} // namespace talentsim
