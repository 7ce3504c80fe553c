#pragma once

#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>
#include <sys/mman.h>

namespace talentsim {

/// Memory for columns. Large ones ask the kernel for huge pages: a loop over researchers reads a
/// dozen columns at the same place, and with pages of 4 KiB spends a good part of its time on
/// finding out where they are (docs/performance.md).
template <class Value>
class ColumnMemory {
  public:
    using value_type = Value;

    ColumnMemory() = default;

    template <class Other>
    explicit ColumnMemory(ColumnMemory<Other> const& /*other*/) noexcept {}

    /// @throws std::bad_alloc
    [[nodiscard]] Value* allocate(std::size_t n) {
        if (n > std::numeric_limits<std::size_t>::max() / sizeof(Value) - huge_page) {
            throw std::bad_array_new_length{};
        }
        std::size_t const bytes = n * sizeof(Value);
        if (bytes < large) {
            return static_cast<Value*>(::operator new(bytes));
        }
        std::size_t const whole_pages = (bytes + huge_page - 1) / huge_page * huge_page;
        void* const memory = std::aligned_alloc(huge_page, whole_pages);
        if (memory == nullptr) {
            throw std::bad_alloc{};
        }
        static_cast<void>(madvise(memory, whole_pages, MADV_HUGEPAGE)); // a wish, no more
        return static_cast<Value*>(memory);
    }

    void deallocate(Value* memory, std::size_t n) noexcept {
        if (n * sizeof(Value) < large) {
            ::operator delete(memory);
        } else {
            std::free(memory); // NOLINT: of aligned_alloc
        }
    }

    friend bool operator==(ColumnMemory const& /*a*/, ColumnMemory const& /*b*/) noexcept {
        return true;
    }

  private:
    static constexpr std::size_t huge_page = std::size_t{1} << 21U;
    static constexpr std::size_t large = 2 * huge_page;
};

} // namespace talentsim
