#include "engine/io/sha256.hpp"

#include <new>
#include <openssl/evp.h>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

EVP_MD_CTX* evp(void* context) { return static_cast<EVP_MD_CTX*>(context); }

} // namespace

void Sha256::Free::operator()(void* context) const { EVP_MD_CTX_free(evp(context)); }

Sha256::Sha256() : context_{EVP_MD_CTX_new()} {
    if (context_ == nullptr) {
        throw std::bad_alloc{};
    }
    if (EVP_DigestInit_ex(evp(context_.get()), EVP_sha256(), nullptr) != 1) {
        throw RunError{"OpenSSL offers no SHA-256 here, so results cannot be given their digest"};
    }
}

void Sha256::add(std::span<std::byte const> bytes) {
    expects(EVP_DigestUpdate(evp(context_.get()), bytes.data(), bytes.size()) == 1,
            "Sha256: nothing is added after the end");
}

Sha256Bytes Sha256::finish() {
    Sha256Bytes bytes{};
    expects(EVP_DigestFinal_ex(evp(context_.get()), bytes.data(), nullptr) == 1,
            "Sha256: finished once");
    return bytes;
}

std::string hex(std::span<unsigned char const> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned char const byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string sha256_of(std::string_view text) {
    Sha256 hash;
    hash.add(text);
    return hex(hash.finish());
}

} // namespace talentsim
