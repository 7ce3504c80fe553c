#include "engine/io/hdf5_object.hpp"

#include "engine/core/error.hpp"
#include "engine/io/hdf5_error.hpp"
#include "engine/io/hdf5_text.hpp"

namespace talentsim {

namespace {

void write_attribute_of(Hdf5Object const& object, std::string const& name, hid_t type,
                        Hdf5Extent const& sizes, void const* values) {
    prepare_hdf5();
    std::string const operation = "write its attribute " + name;
    hid_t const id = object.id();
    auto const there = hdf5_checked(H5Aexists(id, name.c_str()), object.place(), operation);
    Hdf5Handle const attribute =
        there > 0
            ? hdf5_handle(H5Aopen(id, name.c_str(), H5P_DEFAULT), H5Aclose, object.place(),
                          operation)
            : hdf5_handle(H5Acreate2(id, name.c_str(), type, hdf5_space(sizes, object.place()).id(),
                                     H5P_DEFAULT, H5P_DEFAULT),
                          H5Aclose, object.place(), operation);
    hdf5_checked(H5Awrite(attribute.id(), type, values), object.place(), operation);
}

Hdf5Handle open_attribute(Hdf5Object const& object, std::string const& name) {
    prepare_hdf5();
    return hdf5_handle(H5Aopen(object.id(), name.c_str(), H5P_DEFAULT), H5Aclose, object.place(),
                       "read its attribute " + name);
}

template <class Number>
Number number_attribute_of(Hdf5Object const& object, std::string const& name, hid_t type) {
    Hdf5Handle const attribute = open_attribute(object, name);
    Hdf5Handle const space = hdf5_handle(H5Aget_space(attribute.id()), H5Sclose, object.place(),
                                         "read its attribute " + name);
    if (H5Sget_simple_extent_npoints(space.id()) != 1) {
        throw RunError{object.place() + ": its attribute " + name + " is not a single number"};
    }
    Number number{};
    hdf5_checked(H5Aread(attribute.id(), type, &number), object.place(),
                 "read its attribute " + name);
    return number;
}

std::vector<std::string> texts_attribute_of(Hdf5Object const& object, std::string const& name) {
    Hdf5Handle const attribute = open_attribute(object, name);
    Hdf5Handle const space = hdf5_handle(H5Aget_space(attribute.id()), H5Sclose, object.place(),
                                         "read its attribute " + name);
    auto const count = hdf5_checked(H5Sget_simple_extent_npoints(space.id()), object.place(),
                                    "read its attribute " + name);
    std::vector<char*> found(static_cast<std::size_t>(count));
    hdf5_checked(H5Aread(attribute.id(), hdf5_text_type(object.place()).id(), found.data()),
                 object.place(), "read its attribute " + name);
    return taken_from_hdf5(found);
}

} // namespace

void Hdf5Object::write_attribute(std::string const& name, std::string const& text) const {
    write_attribute_of(*this, name, hdf5_text_type(place_).id(), {}, Hdf5Texts{{text}}.data());
}

void Hdf5Object::write_attribute(std::string const& name, std::int64_t number) const {
    write_attribute_of(*this, name, H5T_NATIVE_INT64, {}, &number);
}

void Hdf5Object::write_attribute(std::string const& name, double number) const {
    write_attribute_of(*this, name, H5T_NATIVE_DOUBLE, {}, &number);
}

void Hdf5Object::write_attribute(std::string const& name,
                                 std::vector<std::string> const& texts) const {
    if (!texts.empty()) {
        write_attribute_of(*this, name, hdf5_text_type(place_).id(), {texts.size()},
                           Hdf5Texts{texts}.data());
    }
}

bool Hdf5Object::has_attribute(std::string const& name) const {
    prepare_hdf5();
    return hdf5_checked(H5Aexists(id(), name.c_str()), place_, "look for its attribute " + name) >
           0;
}

std::string Hdf5Object::text_attribute(std::string const& name) const {
    auto const texts = texts_attribute_of(*this, name);
    if (texts.size() != 1) {
        throw RunError{place_ + ": its attribute " + name + " is not a single text"};
    }
    return texts.front();
}

std::int64_t Hdf5Object::integer_attribute(std::string const& name) const {
    return number_attribute_of<std::int64_t>(*this, name, H5T_NATIVE_INT64);
}

double Hdf5Object::number_attribute(std::string const& name) const {
    return number_attribute_of<double>(*this, name, H5T_NATIVE_DOUBLE);
}

std::vector<std::string> Hdf5Object::texts_attribute(std::string const& name) const {
    return has_attribute(name) ? texts_attribute_of(*this, name) : std::vector<std::string>{};
}

void Hdf5Object::close() { hdf5_checked(handle_.release(), place_, "be closed"); }

} // namespace talentsim
