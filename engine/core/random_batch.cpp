#include "engine/core/random_batch.hpp"

#include <immintrin.h>

namespace talentsim {

namespace {

constexpr std::size_t rounds = 10;
constexpr std::size_t lanes = 4;

/// Four counters of Philox4x32-10, or the words made of them, each in a 64-bit lane whose upper
/// half is rubbish: the multiplication does not look at it.
struct Lanes {
    __m256i first;
    __m256i second;
    __m256i third;
    __m256i fourth;
};

/// The keys of the rounds. Constants here and below: Salmon et al. (2011), section 4.3.
struct RoundKeys {
    explicit RoundKeys(RandomKey const& key) noexcept {
        auto const first = key.value();
        for (std::uint32_t round = 0; round != rounds; ++round) {
            even[round] = first[0] + round * 0x9E3779B9;
            odd[round] = first[1] + round * 0xBB67AE85;
        }
    }

    std::array<std::int64_t, rounds> even{};
    std::array<std::int64_t, rounds> odd{};
};

__attribute__((target("avx2"))) inline Lanes mixed(Lanes x, RoundKeys const& keys) noexcept {
    __m256i const multiplier_of_first = _mm256_set1_epi64x(0xD2511F53);
    __m256i const multiplier_of_third = _mm256_set1_epi64x(0xCD9E8D57);
    for (std::size_t round = 0; round != rounds; ++round) {
        __m256i const from_first = _mm256_mul_epu32(x.first, multiplier_of_first);
        __m256i const from_third = _mm256_mul_epu32(x.third, multiplier_of_third);
        x.first = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(from_third, 32), x.second),
                                   _mm256_set1_epi64x(keys.even[round]));
        x.third = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(from_first, 32), x.fourth),
                                   _mm256_set1_epi64x(keys.odd[round]));
        x.second = from_third;
        x.fourth = from_first;
    }
    return x;
}

__attribute__((target("avx2"))) inline void store_lower_halves(__m256i words,
                                                               std::uint32_t* out) noexcept {
    __m256i const lower_halves = _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                     _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(words, lower_halves)));
}

/// The words of several agents at one address but for who.
///
/// @param n  a multiple of `lanes`
__attribute__((target("avx2"))) void
draw_in_lanes(RandomKey const& key, std::uint64_t const* who, std::size_t n, Address const& shared,
              std::array<std::uint32_t*, 4> const& out) noexcept {
    RoundKeys const keys{key};
    for (std::size_t i = 0; i != n; i += lanes) {
        __m256i const identities = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(who + i));
        Lanes const words =
            mixed({.first = identities,
                   .second = _mm256_srli_epi64(identities, 32),
                   .third = _mm256_set1_epi64x(shared.whom),
                   .fourth = _mm256_set1_epi64x(RandomKey::last_counter_word(shared, 0))},
                  keys);
        store_lower_halves(words.first, out[0] + i);
        store_lower_halves(words.second, out[1] + i);
        store_lower_halves(words.third, out[2] + i);
        store_lower_halves(words.fourth, out[3] + i);
    }
}

/// One counter in every lane, but for what is added to its third and fourth words.
__attribute__((target("avx2"))) inline Lanes
counters_at(Address const& address, __m256i add_to_third, __m256i add_to_fourth) noexcept {
    auto const identity = static_cast<std::int64_t>(address.who);
    __m256i const fourth = _mm256_set1_epi64x(RandomKey::last_counter_word(address, 0));
    return {.first = _mm256_set1_epi64x(identity),
            .second = _mm256_set1_epi64x(identity >> 32),
            .third = _mm256_add_epi64(_mm256_set1_epi64x(address.whom), add_to_third),
            .fourth = _mm256_add_epi64(fourth, add_to_fourth)};
}

/// The words of each lane beside one another.
__attribute__((target("avx2"))) inline void store(Lanes const& words,
                                                  RandomKey::Words* out) noexcept {
    __m256i const low = _mm256_set1_epi64x(0xffffffff);
    __m256i const firsts =
        _mm256_or_si256(_mm256_and_si256(words.first, low), _mm256_slli_epi64(words.second, 32));
    __m256i const seconds =
        _mm256_or_si256(_mm256_and_si256(words.third, low), _mm256_slli_epi64(words.fourth, 32));
    // Lanes 0 and 2, then 1 and 3.
    __m256i const even = _mm256_unpacklo_epi64(firsts, seconds);
    __m256i const odd = _mm256_unpackhi_epi64(firsts, seconds);
    auto* const to = reinterpret_cast<__m256i*>(out);
    _mm256_storeu_si256(to, _mm256_permute2x128_si256(even, odd, 0x20));
    _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(even, odd, 0x31));
}

__attribute__((target("avx2"))) void draw_blocks_in_lanes(RandomKey const& key,
                                                          Address const& address,
                                                          std::uint32_t block,
                                                          RandomKey::Words* out) noexcept {
    __m256i const blocks =
        _mm256_add_epi64(_mm256_set1_epi64x(block), _mm256_setr_epi64x(0, 1, 2, 3));
    store(mixed(counters_at(address, _mm256_setzero_si256(), blocks), RoundKeys{key}), out);
}

/// @param n  a multiple of `lanes`
__attribute__((target("avx2"))) void draw_pairs_in_lanes(RandomKey const& key, Address const& first,
                                                         RandomKey::Words* out,
                                                         std::size_t n) noexcept {
    RoundKeys const keys{key};
    for (std::size_t i = 0; i != n; i += lanes) {
        __m256i const whom = _mm256_add_epi64(_mm256_set1_epi64x(static_cast<std::int64_t>(i)),
                                              _mm256_setr_epi64x(0, 1, 2, 3));
        store(mixed(counters_at(first, whom, _mm256_setzero_si256()), keys), out + i);
    }
}

bool has_lanes() noexcept { return static_cast<bool>(__builtin_cpu_supports("avx2")); }

} // namespace

void WordBatch::draw(RandomKey const& key, std::span<std::uint64_t const> who,
                     Address const& shared) noexcept {
    std::size_t done = 0;
    if (has_lanes()) {
        done = who.size() / lanes * lanes;
        draw_in_lanes(
            key, who.data(), done, shared,
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

void words_of_pairs(RandomKey const& key, Address const& first,
                    std::span<RandomKey::Words> words) noexcept {
    std::size_t done = 0;
    if (has_lanes()) {
        done = words.size() / lanes * lanes;
        draw_pairs_in_lanes(key, first, words.data(), done);
    }
    Address address = first;
    for (std::size_t k = done; k != words.size(); ++k) {
        address.whom = first.whom + static_cast<std::uint32_t>(k);
        words[k] = key.words(address);
    }
}

void next_blocks(RandomKey const& key, Address const& address, std::uint32_t block,
                 std::span<RandomKey::Words, blocks_at_once> blocks) noexcept {
    static_assert(blocks_at_once == lanes);
    if (has_lanes()) {
        draw_blocks_in_lanes(key, address, block, blocks.data());
        return;
    }
    for (std::uint32_t k = 0; k != blocks_at_once; ++k) {
        blocks[k] = key.words(address, block + k);
    }
}

} // namespace talentsim
