#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace talentsim {

/// The 32 bytes of a finished SHA-256.
using Sha256Bytes = std::array<unsigned char, 32>;

/// A running SHA-256. Source: FIPS 180-4, as implemented by OpenSSL.
class Sha256 {
  public:
    Sha256();

    void add(std::span<std::byte const> bytes);

    void add(std::string_view text) { add(std::as_bytes(std::span{text})); }

    /// The hash of everything added; nothing may be added afterwards.
    [[nodiscard]] Sha256Bytes finish();

  private:
    struct Free {
        void operator()(void* context) const;
    };

    std::unique_ptr<void, Free> context_;
};

/// Lower-case hexadecimal digits, two per byte.
[[nodiscard]] std::string hex(std::span<unsigned char const> bytes);

/// SHA-256 of a text, as hexadecimal digits.
[[nodiscard]] std::string sha256_of(std::string_view text);

} // namespace talentsim
