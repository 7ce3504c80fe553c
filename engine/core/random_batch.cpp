#include "engine/core/random_batch.hpp"

#include <immintrin.h>

namespace talentsim {

namespace {

/// A counter of Philox without its first half, and the key.
struct SharedWords {
    std::uint32_t third;
    std::uint32_t fourth;
    std::array<std::uint32_t, 2> key;
};

constexpr int rounds = 10;
constexpr std::size_t lanes = 4;

__attribute__((target("avx2"))) inline void store_lower_halves(__m256i words, __m256i lower_halves,
                                                               std::uint32_t* out) noexcept {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                     _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(words, lower_halves)));
}

/// Philox4x32-10 on four counters at a time, each 32-bit word in a 64-bit lane whose upper half is
/// rubbish: the multiplication does not look at it.
///
/// @param n  a multiple of `lanes`
__attribute__((target("avx2"))) void
draw_in_lanes(std::uint64_t const* who, std::size_t n, SharedWords const& shared,
              std::array<std::uint32_t*, 4> const& out) noexcept {
    // Constants of Salmon et al. (2011), section 4.3.
    __m256i const multiplier_a = _mm256_set1_epi64x(0xD2511F53);
    __m256i const multiplier_b = _mm256_set1_epi64x(0xCD9E8D57);
    std::array<std::int64_t, rounds> key_a{};
    std::array<std::int64_t, rounds> key_b{};
    for (std::uint32_t round = 0; round != rounds; ++round) {
        key_a[round] = shared.key[0] + round * 0x9E3779B9;
        key_b[round] = shared.key[1] + round * 0xBB67AE85;
    }
    __m256i const lower_halves = _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6);
    for (std::size_t i = 0; i != n; i += lanes) {
        __m256i a = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(who + i));
        __m256i b = _mm256_srli_epi64(a, 32);
        __m256i c = _mm256_set1_epi64x(shared.third);
        __m256i d = _mm256_set1_epi64x(shared.fourth);
        for (std::size_t round = 0; round != rounds; ++round) {
            __m256i const from_a = _mm256_mul_epu32(a, multiplier_a);
            __m256i const from_c = _mm256_mul_epu32(c, multiplier_b);
            a = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(from_c, 32), b),
                                 _mm256_set1_epi64x(key_a[round]));
            c = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(from_a, 32), d),
                                 _mm256_set1_epi64x(key_b[round]));
            b = from_c;
            d = from_a;
        }
        store_lower_halves(a, lower_halves, out[0] + i);
        store_lower_halves(b, lower_halves, out[1] + i);
        store_lower_halves(c, lower_halves, out[2] + i);
        store_lower_halves(d, lower_halves, out[3] + i);
    }
}

} // namespace

void WordBatch::draw(RandomKey const& key, std::span<std::uint64_t const> who,
                     Address const& shared) noexcept {
    std::size_t done = 0;
    if (static_cast<bool>(__builtin_cpu_supports("avx2"))) {
        done = who.size() / lanes * lanes;
        draw_in_lanes(
            who.data(), done,
            {.third = shared.whom,
             .fourth = RandomKey::last_counter_word(shared, 0),
             .key = key.value()},
            {columns_[0].data(), columns_[1].data(), columns_[2].data(), columns_[3].data()});
    }
    Address address = shared;
    for (std::size_t k = done; k != who.size(); ++k) {
        address.who = who[k];
        auto const words = key.words(address);
        for (std::size_t word = 0; word != words.size(); ++word) {
            columns_[word][k] = words[word];
        }
    }
}

} // namespace talentsim
