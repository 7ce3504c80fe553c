#pragma once

#include <cstdint>
#include <string_view>

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

} // namespace talentsim
