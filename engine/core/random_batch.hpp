#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/core/random.hpp"

namespace talentsim {

/// The words of up to batch_size agents for the same decision of the same month: what
/// RandomKey::words gives one by one, several times faster where the processor has AVX2.
class WordBatch {
  public:
    static constexpr std::size_t capacity = 256;

    /// Draw for everyone in `who`, at most `capacity` of them; `shared` is the rest of their
    /// address, its `who` ignored.
    void draw(RandomKey const& key, std::span<std::uint64_t const> who,
              Address const& shared) noexcept;

    /// The words of the k-th of them.
    [[nodiscard]] RandomKey::Words operator[](std::size_t k) const noexcept {
        return {columns_[0][k], columns_[1][k], columns_[2][k], columns_[3][k]};
    }

  private:
    std::array<std::array<std::uint32_t, capacity>, 4> columns_{};
};

/// The words at several addresses that differ in whom: words[k] at `first` with whom + k.
void words_of_pairs(RandomKey const& key, Address const& first,
                    std::span<RandomKey::Words> words) noexcept;

/// How many blocks are drawn as fast as one.
inline constexpr std::size_t blocks_at_once = 4;

/// The next blocks of one address, from the one of this number on.
void next_blocks(RandomKey const& key, Address const& address, std::uint32_t block,
                 std::span<RandomKey::Words, blocks_at_once> blocks) noexcept;

} // namespace talentsim
