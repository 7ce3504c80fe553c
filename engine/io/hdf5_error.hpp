#pragma once

#include <string>

#include <hdf5.h>

namespace talentsim {

/// Readies the library on this thread: it prints nothing by itself, and leaves our files alone when
/// the process ends (after a failed write it would crash there). Cheap; called before every use.
void prepare_hdf5();

/// Why the last call on this thread failed: the words of the system (`No space left on device`), or
/// else those of the library's innermost function.
[[nodiscard]] std::string hdf5_reason();

/// Frees what the library keeps about failed calls on this thread, which it does not do when the
/// thread ends. (Some of its functions fail inside and succeed outside.)
void forget_hdf5_errors();

/// @throws RunError "PLACE: cannot OPERATION (REASON)"
[[noreturn]] void hdf5_failure(std::string const& place, std::string const& operation);

/// The result of a call of the library, negative if it failed.
template <class Result>
Result hdf5_checked(Result result, std::string const& place, std::string const& operation) {
    if (result < 0) {
        hdf5_failure(place, operation);
    }
    return result;
}

} // namespace talentsim
