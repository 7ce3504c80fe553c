#include "engine/io/hdf5_text.hpp"

#include <cstddef>
#include <string_view>

#include "engine/io/hdf5_error.hpp"

namespace talentsim {

namespace {

/// Bytes of the character that begins the text, or 0 if it is not well formed.
std::size_t character_length(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const continues = [&](std::size_t i, unsigned low, unsigned high) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    unsigned const first = byte(0);
    if (first >= 0x01 && first <= 0x7f) {
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf && continues(1, 0x80, 0xbf)) {
        return 2;
    }
    // Unicode 15, table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF.
    if (first >= 0xe0 && first <= 0xef &&
        continues(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) &&
        continues(2, 0x80, 0xbf)) {
        return 3;
    }
    if (first >= 0xf0 && first <= 0xf4 &&
        continues(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) &&
        continues(2, 0x80, 0xbf) && continues(3, 0x80, 0xbf)) {
        return 4;
    }
    return 0;
}

} // namespace

std::string as_utf8(std::string const& text) {
    std::string valid;
    for (std::string_view rest = text; !rest.empty();) {
        std::size_t const length = character_length(rest);
        valid += length == 0 ? std::string_view{"\xef\xbf\xbd"} : rest.substr(0, length);
        rest.remove_prefix(length == 0 ? 1 : length);
    }
    return valid;
}

Hdf5Handle hdf5_text_type(std::string const& place) {
    Hdf5Handle type = hdf5_handle(H5Tcopy(H5T_C_S1), H5Tclose, place, "describe texts");
    hdf5_checked(H5Tset_size(type.id(), H5T_VARIABLE), place, "describe texts");
    hdf5_checked(H5Tset_cset(type.id(), H5T_CSET_UTF8), place, "describe texts");
    return type;
}

Hdf5Texts::Hdf5Texts(std::vector<std::string> const& texts) {
    for (std::string const& text : texts) {
        texts_.push_back(as_utf8(text));
    }
    for (std::string const& text : texts_) {
        pointers_.push_back(text.c_str());
    }
}

std::vector<std::string> taken_from_hdf5(std::vector<char*> const& found) {
    std::vector<std::string> texts;
    for (char* const text : found) {
        texts.emplace_back(text == nullptr ? "" : text);
        H5free_memory(text);
    }
    return texts;
}

} // namespace talentsim
