#include "engine/cli/memory_reserve.hpp"

#include <cstddef>
#include <fmt/format.h>
#include <sys/mman.h>

#include "engine/core/error.hpp"

namespace talentsim {

void must_have_memory_reserve() {
    // Measured: below 43 MiB of addresses the library crashes, or ends the program without a word.
    constexpr std::size_t mebibyte = 1024 * 1024;
    constexpr std::size_t reserve = 64;
    void* const tried = mmap(nullptr, reserve * mebibyte, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (tried == MAP_FAILED) {
        throw InputError{fmt::format("memory: a limit set for this process, or the machine, leaves "
                                     "less than {} MiB for threads and files of results (a higher "
                                     "ulimit -v, or none)",
                                     reserve)};
    }
    munmap(tried, reserve * mebibyte);
}

} // namespace talentsim
