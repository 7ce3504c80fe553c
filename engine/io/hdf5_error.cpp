#include "engine/io/hdf5_error.hpp"

#include <fmt/format.h>
#include <string_view>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

/// Keeps the words of the system if the library quotes them, else the innermost description.
herr_t note_reason(unsigned /*depth*/, H5E_error2_t const* error, void* reason) {
    std::string_view const words{error->desc == nullptr ? "" : error->desc};
    constexpr std::string_view quote = "error message = '";
    auto& noted = *static_cast<std::string*>(reason);
    if (auto const begin = words.find(quote); begin != std::string_view::npos) {
        auto const message = words.substr(begin + quote.size());
        noted = message.substr(0, message.find('\''));
        return 1; // stop here
    }
    noted = words;
    return 0;
}

} // namespace

void prepare_hdf5() {
    thread_local bool const prepared = [] {
        H5dont_atexit();
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
        return true;
    }();
    static_cast<void>(prepared);
}

std::string hdf5_reason() {
    std::string reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, note_reason, &reason);
    return reason.empty() ? "HDF5 gives no reason" : reason;
}

void forget_hdf5_errors() { H5Eclear2(H5E_DEFAULT); }

void hdf5_failure(std::string const& place, std::string const& operation) {
    throw RunError{fmt::format("{}: cannot {} ({})", place, operation, hdf5_reason())};
}

} // namespace talentsim
