#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "engine/core/random_batch.hpp"

namespace talentsim {

/// The words at an address, one after another: for distributions that take as many as they need.
/// Satisfies UniformRandomBitGenerator; feed it to Boost.Random, whose algorithms are the same on
/// every platform (those of the standard library are not specified).
///
/// Most streams end within the first block. Whoever reads on is likely to need many more, and is
/// given several at a time.
class RandomStream {
  public:
    using result_type = std::uint32_t;

    RandomStream(RandomKey const& key, Address const& address) noexcept
        : RandomStream{key, address, key.words(address)} {}

    /// @param first  words of block 0 at this address, where they have been drawn before
    RandomStream(RandomKey const& key, Address const& address,
                 RandomKey::Words const& first) noexcept
        : key_{key}, address_{address}, blocks_{first} {}

    [[nodiscard]] static constexpr result_type min() noexcept { return 0; }

    [[nodiscard]] static constexpr result_type max() noexcept {
        return std::numeric_limits<result_type>::max();
    }

    result_type operator()() noexcept {
        if (used_ == drawn_) {
            draw_blocks();
        }
        std::uint32_t const next = used_++;
        return blocks_[next / words_of_block][next % words_of_block];
    }

  private:
    static constexpr std::uint32_t words_of_block = 4;

    void draw_blocks() noexcept;

    RandomKey key_;
    Address address_;
    std::array<RandomKey::Words, blocks_at_once> blocks_;
    std::uint32_t next_block_ = 1;
    std::uint32_t used_ = 0;
    std::uint32_t drawn_ = words_of_block;
};

} // namespace talentsim
