#include "engine/cli/memory_reserve.hpp"

#include <cstddef>
#include <fmt/format.h>
#include <sys/mman.h>

#include "engine/core/error.hpp"

namespace talentsim {

void must_have_memory_reserve() {
    // Measured with 1, 2 and 8 threads: with 64 MiB of addresses left a run may still crash, or end
    // without a word, in the library or between threads that start; from 66 MiB on none did. Half
    // as much again is kept, as stacks of threads take 8 MiB each.
    constexpr std::size_t mebibyte = std::size_t{1024} * 1024;
    constexpr std::size_t reserve = 96;
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
