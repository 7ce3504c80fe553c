#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace talentsim {

/// A fixed 32-bit number for a name: the same on every machine and in every version, so that random
/// numbers can be addressed by name.
/// Source: FNV-1a, Fowler, Noll, Vo & Eastlake, "The FNV non-cryptographic hash algorithm".
[[nodiscard]] constexpr std::uint32_t name_hash(std::string_view name) noexcept {
    std::uint32_t hash = 2166136261U;
    for (char const letter : name) {
        hash ^= static_cast<std::uint8_t>(letter);
        hash *= 16777619U;
    }
    return hash;
}

/// A word mixed so that every bit of it moves about half of the result's.
/// Source: the finaliser of SplitMix64, Steele, Lea & Flood (2014), "Fast splittable pseudorandom
/// number generators", OOPSLA, section 3.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t word) noexcept {
    word = (word ^ word >> 30U) * 0xbf58476d1ce4e5b9U;
    word = (word ^ word >> 27U) * 0x94d049bb133111ebU;
    return word ^ word >> 31U;
}

/// A hash of values one after another: of their bits, so that 0 and -0 differ.
class BitsHash {
  public:
    template <class Value>
    void add(Value const& value) noexcept {
        static_assert(std::is_trivially_copyable_v<Value>);
        constexpr std::size_t words =
            (sizeof(Value) + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t);
        std::array<std::uint64_t, words> bits{};
        std::memcpy(bits.data(), &value, sizeof(Value));
        for (std::uint64_t const word : bits) {
            hash_ = mixed(hash_ + 0x9e3779b97f4a7c15U + word);
        }
    }

    [[nodiscard]] std::uint64_t value() const noexcept { return hash_; }

  private:
    std::uint64_t hash_ = 0;
};

} // namespace talentsim
